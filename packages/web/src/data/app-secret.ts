import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { WebTables } from './schema.ts';

const SECRET_BYTES = 32;
/** There is one row. */
const ONLY = 1;

/** What sessions and share links are signed with; made by whoever asks first, and the same for all processes of a database. */
export async function appSecret(db: Kysely<WebTables>): Promise<Buffer> {
  await db
    .insertInto('app_secret')
    .values({ id: ONLY, secret: randomBytes(SECRET_BYTES).toString('base64url') })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const { secret } = await db
    .selectFrom('app_secret')
    .select('secret')
    .where('id', '=', ONLY)
    .executeTakeFirstOrThrow();
  return Buffer.from(secret, 'base64url');
}
