import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Run } from './runs.ts';
import type { WebTables } from './schema.ts';

/** How many runs wait that are begun before this one. */
export async function countAhead(
  db: Kysely<WebTables>,
  run: Pick<Run, 'id' | 'created_at'>,
): Promise<number> {
  const { ahead } = await db
    .selectFrom('run')
    .select(sql<number | string>`count(*)`.as('ahead'))
    .where('state', '=', 'queued')
    .where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), '<', tuple(run.created_at, run.id)))
    .executeTakeFirstOrThrow();
  return Number(ahead);
}

/** The newest run of the same project before this one that has a report; null where there is none. */
export async function reportBefore(
  db: Kysely<WebTables>,
  run: Pick<Run, 'id' | 'created_at' | 'project_id'>,
): Promise<string | null> {
  const before = await db
    .selectFrom('run')
    .innerJoin('report', 'report.run_id', 'run.id')
    .select('run.id')
    .where('project_id', '=', run.project_id)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), '<', tuple(run.created_at, run.id)))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return before?.id ?? null;
}

/** Whether a run has left a report. */
export async function hasReport(db: Kysely<WebTables>, runId: string): Promise<boolean> {
  const row = await db.selectFrom('report').select('run_id').where('run_id', '=', runId).executeTakeFirst();
  return row !== undefined;
}
