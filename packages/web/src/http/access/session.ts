import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isSameSecret, keyFor, signatureOf } from '../keys.ts';

/** Name of the cookie of a signed-in browser. */
export const SESSION_COOKIE = 'csqa_session';

/** Seconds that a browser stays signed in. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Where the cookie is sent: to the base path itself too, so without a closing slash. */
export function cookiePath({ basePath }: { readonly basePath: string }): string {
  return basePath === '' ? '/' : basePath;
}

const NONCE_BYTES = 18;

/** Whom a session is of: the operator, or a named token. */
const sessionSchema = z.strictObject({
  of: z.union([z.literal('operator'), z.uuid()]),
  until: z.int(),
  nonce: z.string().min(16).max(64),
});

/** A session as it was signed. */
export type Session = z.output<typeof sessionSchema>;

/** What sessions are signed with. Another token of the operator makes another key, so it ends the sessions of the old one. */
export function sessionKey(secret: Buffer, token: string | null): Buffer {
  return keyFor(secret, `session ${token ?? ''}`);
}

/** Begins a session: a value for the cookie, which says whom it is of and until when, and is signed. */
export function newSession(key: Buffer, of: Session['of'], now: Date): string {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  const session: Session = { of, until: now.getTime() + SESSION_SECONDS * 1000, nonce };
  const body = Buffer.from(JSON.stringify(session)).toString('base64url');
  return `${body}.${signatureOf(key, body)}`;
}

/** Reads the cookie; undefined for one that we did not sign, or whose time is over. */
export function readSession(key: Buffer, cookie: string, now: Date): Session | undefined {
  const [body = '', signature = '', ...more] = cookie.split('.');
  if (more.length > 0 || !isSameSecret(signature, signatureOf(key, body))) return undefined;
  const session = sessionSchema.safeParse(parsed(body));
  return session.success && session.data.until > now.getTime() ? session.data : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
