import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { WebTables } from './schema.ts';

/** What a token allows; each allows what those before it do. */
export const SCOPES = ['read', 'submit', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** A token as it is listed: never with what it is. */
export type ApiToken = Omit<Selectable<WebTables['api_token']>, 'hash'>;

const PUBLIC = ['id', 'name', 'scope', 'created_at', 'last_used_at', 'revoked_at'] as const;
/** Begins every token, so that scanners for leaked secrets know one. */
export const TOKEN_PREFIX = 'csqa_';
const RANDOM_BYTES = 32;
/** Milliseconds in which one use of a token is like another. */
const NOTED_FOR_MS = 60_000;

/** Makes a token. Its text is given once and kept nowhere. */
export async function createToken(
  db: Kysely<WebTables>,
  wanted: { readonly name: string; readonly scope: Scope },
  now: Date,
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  const secret = TOKEN_PREFIX + randomBytes(RANDOM_BYTES).toString('base64url');
  const token = await db
    .insertInto('api_token')
    .values({
      id: randomUUID(),
      name: wanted.name,
      scope: wanted.scope,
      hash: hashOf(secret),
      created_at: now,
    })
    .returning(PUBLIC)
    .executeTakeFirstOrThrow();
  return { token, secret };
}

/**
 * The token that a secret is of; undefined for one that is unknown or revoked. Its use is noted once a minute, so that a token
 * that asks a lot does not write as much.
 */
export async function useToken(
  db: Kysely<WebTables>,
  secret: string,
  now: Date,
): Promise<ApiToken | undefined> {
  if (!secret.startsWith(TOKEN_PREFIX)) return undefined;
  // Looked up by its hash: how long that takes says nothing of the secret.
  const token = await db
    .selectFrom('api_token')
    .select(PUBLIC)
    .where('hash', '=', hashOf(secret))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const noted = token?.last_used_at?.getTime() ?? Number.NEGATIVE_INFINITY;
  if (token === undefined || now.getTime() - noted < NOTED_FOR_MS) return token;
  await db.updateTable('api_token').set({ last_used_at: now }).where('id', '=', token.id).execute();
  return { ...token, last_used_at: now };
}

/** A token that has not ended, by its id; that it was used is not noted. */
export function findToken(db: Kysely<WebTables>, id: string): Promise<ApiToken | undefined> {
  return db
    .selectFrom('api_token')
    .select(PUBLIC)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** Ends a token at once; false where there is none, or it has ended. */
export async function revokeToken(db: Kysely<WebTables>, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** All tokens, newest first. */
export function listTokens(db: Kysely<WebTables>): Promise<readonly ApiToken[]> {
  return db.selectFrom('api_token').select(PUBLIC).orderBy('created_at', 'desc').orderBy('id').execute();
}

/** A token has 256 random bits: one round of a fast hash is enough, there is nothing to guess. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
