import type { Kysely, Transaction } from 'kysely';
import type { WebTables } from './schema.ts';

/** Does work in a transaction: in the one that is under way, or else in one of its own. */
export function inTransaction<T>(
  db: Kysely<WebTables>,
  work: (transaction: Transaction<WebTables>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<WebTables>);
  return db.transaction().execute(work);
}
