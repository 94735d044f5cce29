import { join } from 'node:path';
import { WebError } from '../failures/web-error.ts';

/** Where the app keeps what it must not lose. */
export type DatabaseTarget =
  | { readonly kind: 'postgres'; readonly url: string }
  /** PostgreSQL inside this process; for one process at a time. */
  | { readonly kind: 'embedded'; readonly directory: string };

/** A setting by its name; undefined where it is empty. */
type ReadSetting = (name: string) => string | undefined;

const POSTGRES_SCHEMES = /^postgres(?:ql)?(?:\+[a-z0-9]+)?:\/\//u;
const USUAL_NAME = 'csqa';
const USUAL_PORT = '5432';

/**
 * Reads which database is meant: `DATABASE_URL` (`postgres://`, `postgresql://`, and with a driver as SQLAlchemy writes it:
 * `postgresql+asyncpg://`); else the server at `POSTGRES_HOST` with `POSTGRES_PORT` (`5432`), `POSTGRES_USER`,
 * `POSTGRES_PASSWORD` and `POSTGRES_DB` (`csqa` each), as compose files name them: here a password may hold any sign; else the
 * embedded PostgreSQL under the data directory. Throws CONFIG_INVALID, which repeats no password.
 */
export function databaseTargetFrom(read: ReadSetting, dataDir: string): DatabaseTarget {
  const text = read('DATABASE_URL');
  if (text !== undefined) return { kind: 'postgres', url: urlFrom(text) };
  const host = read('POSTGRES_HOST');
  if (host === undefined) return { kind: 'embedded', directory: join(dataDir, 'database') };
  return { kind: 'postgres', url: urlOfParts(read, host) };
}

function urlFrom(text: string): string {
  // What was given may hold a password, so it is not repeated.
  if (!POSTGRES_SCHEMES.test(text)) throw invalid('DATABASE_URL', 'another kind of address');
  const url = text.replace(POSTGRES_SCHEMES, 'postgresql://');
  if (!URL.canParse(url)) throw invalid('DATABASE_URL', 'an address that cannot be read');
  return url;
}

function urlOfParts(read: ReadSetting, host: string): string {
  const part = (name: string) => encodeURIComponent(read(name) ?? USUAL_NAME);
  const server = `${host}:${read('POSTGRES_PORT') ?? USUAL_PORT}`;
  const url = `postgresql://${part('POSTGRES_USER')}:${part('POSTGRES_PASSWORD')}@${server}/${part('POSTGRES_DB')}`;
  if (!URL.canParse(url) || new URL(url).host !== server.toLowerCase())
    throw invalid('POSTGRES_HOST', `not the name of a host, with POSTGRES_PORT: ${server.slice(0, 80)}`);
  return url;
}

function invalid(name: string, got: string): WebError {
  const expected =
    name === 'DATABASE_URL'
      ? 'a PostgreSQL address such as postgresql://csqa:password@postgres:5432/csqa'
      : 'the name of a host such as postgres';
  return new WebError('CONFIG_INVALID', `${name} must be ${expected}, and is ${got}`, {
    hint: `set ${name} to ${expected}, or leave it out`,
  });
}
