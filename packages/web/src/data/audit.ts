import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { WebTables } from './schema.ts';

/** One administrative act: who did what to what. */
export type AuditRow = Selectable<WebTables['audit']>;

/** Notes an act; inside the transaction of the act itself, so that neither is without the other. */
export async function noteAct(
  db: Kysely<WebTables>,
  act: Pick<AuditRow, 'actor' | 'action' | 'subject'>,
  now: Date,
): Promise<void> {
  const { actor, action, subject } = act;
  await db.insertInto('audit').values({ id: randomUUID(), at: now, actor, action, subject }).execute();
}

/** Acts, newest first, after the one that was seen last. */
export function listActs(
  db: Kysely<WebTables>,
  page: { readonly after?: { readonly at: Date; readonly id: string }; readonly limit: number },
): Promise<readonly AuditRow[]> {
  const { after, limit } = page;
  let query = db.selectFrom('audit').selectAll();
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'id'), '<', tuple(after.at, after.id)),
    );
  }
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Removes acts of before a moment. Gives how many there were. */
export async function removeOldActs(db: Kysely<WebTables>, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('audit').where('at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
