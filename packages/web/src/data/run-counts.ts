import { type Kysely, sql, type Transaction } from 'kysely';
import type { RunState, WebTables } from './schema.ts';

/** Number of the advisory lock under which runs are counted and one more is let in; "csqa" and a number of its own. */
const LOCK = sql.raw('1668509025, 1');

/** Makes those who count and then act on it wait for each other, until the transaction ends. */
export async function lockCounts(transaction: Transaction<WebTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
}

/** Runs in some states: all of them, and those that one has asked for. */
export async function countRuns(
  db: Kysely<WebTables>,
  states: readonly RunState[],
  requestedBy: string,
): Promise<{ readonly all: number; readonly ofRequester: number }> {
  const counts = await db
    .selectFrom('run')
    .select([
      sql<number | string>`count(*)`.as('all'),
      sql<number | string>`count(*) filter (where requested_by = ${requestedBy})`.as('own'),
    ])
    .where('state', 'in', states)
    .executeTakeFirstOrThrow();
  return { all: Number(counts.all), ofRequester: Number(counts.own) };
}
