import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { WebTables } from './schema.ts';

/** A link to one report that works without signing in. */
export type ShareLink = Selectable<WebTables['share_link']>;

/** Notes a link. What proves it to a browser is signed by the app and kept nowhere. */
export function createShareLink(
  db: Kysely<WebTables>,
  wanted: { readonly runId: string; readonly createdBy: string; readonly expiresAt: Date },
  now: Date,
): Promise<ShareLink> {
  return db
    .insertInto('share_link')
    .values({
      ...{ id: randomUUID(), run_id: wanted.runId, created_by: wanted.createdBy },
      ...{ created_at: now, expires_at: wanted.expiresAt },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A link that is good at a moment: known, not expired, not revoked. */
export function usableShareLink(
  db: Kysely<WebTables>,
  id: string,
  now: Date,
): Promise<ShareLink | undefined> {
  return db
    .selectFrom('share_link')
    .selectAll()
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Ends a link at once; false where there is none, or it was revoked before. */
export async function revokeShareLink(db: Kysely<WebTables>, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('share_link')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Links to the report of a run, newest first, those that no longer work among them. */
export function listShareLinks(db: Kysely<WebTables>, runId: string): Promise<readonly ShareLink[]> {
  return db
    .selectFrom('share_link')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Removes links that ended, by their time or by somebody, before a moment. Gives how many there were. */
export async function removeEndedShareLinks(db: Kysely<WebTables>, endedBefore: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('share_link')
    .where((eb) => eb.or([eb('expires_at', '<', endedBefore), eb('revoked_at', '<', endedBefore)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
