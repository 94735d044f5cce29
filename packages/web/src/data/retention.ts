import { type Kysely, sql } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { refreshSummaries } from './project-summary.ts';
import { ENDED } from './run-states.ts';
import type { WebTables } from './schema.ts';

/** What is kept of the runs of each project. */
export interface Keep {
  /** Runs that were asked for before are removed. */
  readonly since: Date;
  /** So many of the newest are kept. */
  readonly newest: number;
}

/**
 * Removes runs that are too old or too many for their project, with all that is theirs; never what waits or runs, nor
 * the newest green one. Gives their ids.
 */
export function removeOldRuns(db: Kysely<WebTables>, keep: Keep): Promise<readonly string[]> {
  return inTransaction(db, async (transaction) => {
    const { rows } = await sql<{ id: string; project_id: string }>`
      delete from run using (
        select id, created_at, state, green,
          row_number() over (partition by project_id order by created_at desc, id desc) as place,
          row_number() over (partition by project_id, green order by created_at desc, id desc) as place_of_kind
        from (
          select id, project_id, created_at, state,
            state = 'succeeded' and coalesce(gate, 'passed') = 'passed' as green
          from run
        ) judged
      ) ranked
      where run.id = ranked.id and ranked.state = any(${[...ENDED]})
        and (ranked.created_at < ${keep.since} or ranked.place > ${keep.newest})
        and not (ranked.green and ranked.place_of_kind = 1)
      returning run.id, run.project_id`.execute(transaction);
    await refreshSummaries(transaction, [...new Set(rows.map(({ project_id }) => project_id))]);
    return rows.map(({ id }) => id);
  });
}

/** Removes one run that has ended, with all that is its; false where there is none, or it has not ended. */
export function removeRun(db: Kysely<WebTables>, id: string): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    const removed = await transaction
      .deleteFrom('run')
      .where('id', '=', id)
      .where('state', 'in', ENDED)
      .returning('project_id')
      .executeTakeFirst();
    if (removed === undefined) return false;
    await refreshSummaries(transaction, [removed.project_id]);
    return true;
  });
}

/** Removes the steps of runs that ended before a moment: who still watches them sees the report. Gives how many. */
export async function removeOldEvents(db: Kysely<WebTables>, endedBefore: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('run_event')
    .where('run_id', 'in', (query) =>
      query.selectFrom('run').select('id').where('finished_at', '<', endedBefore),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
