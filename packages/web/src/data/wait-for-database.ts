import { setTimeout as wait } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { WebError, type WebErrorCode } from '../failures/web-error.ts';
import type { WebTables } from './schema.ts';

/** How long to go on asking. */
export interface Patience {
  /** Seconds in all. */
  readonly seconds: number;
  readonly signal?: AbortSignal;
  /** Told of each attempt that failed and will be repeated. */
  readonly onRetry?: (failure: WebError, nextInMs: number) => void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Waits until the database answers. A server that is not there yet, or still starts, is asked again with growing pauses;
 * a wrong password, a database that does not exist and a certificate that is refused will not mend themselves and fail
 * at once. Throws a DATABASE_… error that says which it was.
 */
export async function waitForDatabase(db: Kysely<WebTables>, patience: Patience): Promise<void> {
  const until = Date.now() + patience.seconds * 1000;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      await sql`select 1`.execute(db);
      return;
    } catch (error) {
      const failure = explainFailure(error);
      if (!MENDS_ITSELF.has(failure.code) || Date.now() + pause > until) throw failure;
      patience.onRetry?.(failure, pause);
      await wait(pause, undefined, patience.signal === undefined ? {} : { signal: patience.signal });
    }
  }
}

const MENDS_ITSELF: ReadonlySet<WebErrorCode> = new Set([
  'DATABASE_HOST_UNKNOWN',
  'DATABASE_REFUSED',
  'DATABASE_TIMEOUT',
]);

interface Explanation {
  readonly code: WebErrorCode;
  readonly message: string;
  readonly hint: string;
}

const NOT_THERE: Explanation = {
  code: 'DATABASE_REFUSED',
  message: 'the database server does not take connections',
  hint: 'check that it runs, and the host and port in DATABASE_URL',
};
const NO_ENTRY: Explanation = {
  code: 'DATABASE_AUTH',
  message: 'the database server refused user or password',
  hint: 'check user and password in DATABASE_URL; of a PostgreSQL in compose also POSTGRES_PASSWORD at its first start',
};
const TOO_SLOW: Explanation = {
  code: 'DATABASE_TIMEOUT',
  message: 'the database server did not answer in time',
  hint: 'check host, port and firewall between here and the server in DATABASE_URL',
};

/** By SQLSTATE (appendix A of the PostgreSQL manual) and by the names of Node's network errors. */
const BY_CODE: Readonly<Record<string, Explanation>> = {
  ECONNREFUSED: NOT_THERE,
  ECONNRESET: NOT_THERE,
  EPIPE: NOT_THERE,
  '08006': NOT_THERE,
  '57P01': NOT_THERE,
  '57P02': NOT_THERE,
  '57P03': { ...NOT_THERE, message: 'the database server is still starting' },
  '25P03': { ...NOT_THERE, message: 'the database server ended a transaction in which nothing was asked' },
  '53300': {
    ...NOT_THERE,
    message: 'the database server has no connection left',
    hint: 'raise max_connections, or run fewer processes',
  },
  ENOTFOUND: {
    code: 'DATABASE_HOST_UNKNOWN',
    message: 'the host in DATABASE_URL has no address',
    hint: 'check the name of the host there; in compose it is that of the service',
  },
  ETIMEDOUT: TOO_SLOW,
  EHOSTUNREACH: TOO_SLOW,
  ENETUNREACH: TOO_SLOW,
  '28P01': NO_ENTRY,
  '28000': NO_ENTRY,
  '3D000': {
    code: 'DATABASE_MISSING',
    message: 'the server has no database of the name in DATABASE_URL',
    hint: 'create it, or correct the name after the last / in DATABASE_URL',
  },
};
const HOST_UNSURE: Explanation | undefined = BY_CODE['ENOTFOUND'];

/** Whether an error is one of a server that cannot be reached now, and may be in a moment. */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof Error && MENDS_ITSELF.has(explainFailure(error).code);
}

/** Tells the ways apart in which a database cannot be used. No text of the server that could hold a password is repeated. */
export function explainFailure(error: unknown): WebError {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  const known = code === 'EAI_AGAIN' ? HOST_UNSURE : BY_CODE[code];
  const found = known ?? byMessage(code, message);
  return new WebError(found.code, found.message, { hint: found.hint, cause: error });
}

/** Failures that have no code of their own. */
function byMessage(code: string, message: string): Explanation {
  if (/timeout|terminated unexpectedly/iu.test(message)) return TOO_SLOW;
  if (
    /certificate|SSL|TLS/u.test(message) ||
    /^(?:CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/u.test(code)
  ) {
    return {
      code: 'DATABASE_TLS',
      message: 'no secure connection to the database server could be made',
      hint: 'set sslmode in DATABASE_URL to what the server offers (disable, require, verify-full), and its certificate authority with sslrootcert',
    };
  }
  if (/password must be a string/u.test(message)) return NO_ENTRY;
  return {
    code: 'DATABASE_UNUSABLE',
    message: `the database cannot be used: ${code === '' ? message.slice(0, 200) : code}`,
    hint: 'look into the log of the database server',
  };
}
