import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { type PackedReport, storeReport } from './reports.ts';
import type { Run } from './runs.ts';
import type { RunSource, WebTables } from './schema.ts';

/** A report of an analysis that ran elsewhere. */
export interface IngestedReport {
  readonly projectId: string;
  readonly revision: string;
  readonly mode: 'fast' | 'full';
  readonly state: 'succeeded' | 'incomplete';
  readonly requestedBy: string;
  /** Makes what is kept, for the run that it will be of; asks the transaction, for the embedded database has no second connection. */
  readonly pack: (db: Kysely<WebTables>, run: Run) => Promise<PackedReport>;
}

/** Class of the advisory locks under which one project takes one report at a time; "csqb". */
const LOCK = sql.raw('1668509026');

/**
 * Keeps a report as a run that has ended. The same commit of the same project in the same mode is one run: the second time
 * gives the first, whoever hands it in and however many do at once.
 */
export function ingestReport(
  db: Kysely<WebTables>,
  given: IngestedReport,
  now: Date,
): Promise<{ readonly run: Run; readonly isNew: boolean }> {
  const { projectId, revision, mode, state, requestedBy } = given;
  return inTransaction(db, async (transaction) => {
    await sql`select pg_advisory_xact_lock(${LOCK}, hashtext(${projectId}))`.execute(transaction);
    const known = await transaction
      .selectFrom('run')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('revision', '=', revision)
      .where('mode', '=', mode)
      .where(sql`source ->> 'kind'`, '=', 'ingested')
      .executeTakeFirst();
    if (known !== undefined) return { run: known, isNew: false };
    const source: RunSource = { kind: 'ingested', revision };
    await transaction
      .updateTable('project')
      .set(({ fn, val }) => ({ last_run_at: fn<Date>('greatest', ['last_run_at', val(now)]) }))
      .where('id', '=', projectId)
      .execute();
    const run = await transaction
      .insertInto('run')
      .values({
        ...{ id: randomUUID(), project_id: projectId, mode, state, requested_by: requestedBy, revision },
        ...{ source: JSON.stringify(source), attempt: 1, created_at: now, started_at: now, finished_at: now },
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await storeReport(transaction, run.id, await given.pack(transaction, run));
    const stored = await transaction
      .selectFrom('run')
      .selectAll()
      .where('id', '=', run.id)
      .executeTakeFirstOrThrow();
    return { run: stored, isNew: true };
  });
}
