import { join } from 'node:path';
import { z } from 'zod';
import { WebError } from './failures/web-error.ts';

/** Environment variables as a process sees them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the app keeps what it must not lose. */
export type DatabaseTarget =
  | { readonly kind: 'postgres'; readonly url: string }
  /** PostgreSQL inside this process; for one process at a time. */
  | { readonly kind: 'embedded'; readonly directory: string };

/** What the app is told from outside. */
export interface WebConfig {
  readonly database: DatabaseTarget;
  readonly dataDir: string;
  /** Somebody else keeps the schema; it is checked all the same. */
  readonly skipBootstrap: boolean;
  /** Analyses that one worker process runs at a time. */
  readonly concurrency: number;
}

/** Where reports, logs and the embedded database go, unless `CSQA_DATA_DIR` says otherwise. */
const USUAL_DATA_DIR = '/var/lib/csqa';

const POSTGRES_SCHEMES = /^postgres(?:ql)?(?:\+[a-z0-9]+)?:\/\//u;

const MOST_AT_A_TIME = 64;

const flag = z.enum(['', '0', '1', 'false', 'true']).transform((text) => text === '1' || text === 'true');

/**
 * Reads `CSQA_DATA_DIR` (`/var/lib/csqa`), `DATABASE_URL` (`postgres://`, `postgresql://`, and with a driver as SQLAlchemy
 * writes it: `postgresql+asyncpg://`; without it the embedded PostgreSQL under the data directory) and `SKIP_DB_BOOTSTRAP`
 * (`0`), `CSQA_WORKER_CONCURRENCY` (`1`, at most 64). An empty value counts as none, as compose files hand them on. Throws CONFIG_INVALID naming the variable.
 */
export function configFrom(env: Environment): WebConfig {
  const dataDir = setting(env, 'CSQA_DATA_DIR') ?? USUAL_DATA_DIR;
  const skip = flag.safeParse(env['SKIP_DB_BOOTSTRAP'] ?? '');
  if (!skip.success) throw invalid('SKIP_DB_BOOTSTRAP', '0 or 1', env['SKIP_DB_BOOTSTRAP'] ?? '');
  const database = databaseFrom(env, dataDir);
  return { dataDir, database, skipBootstrap: skip.data, concurrency: concurrencyFrom(env) };
}

/** The environment of this process. */
export function environment(): Environment {
  return process.env;
}

/** The settings of this process. */
export function configFromProcess(): WebConfig {
  return configFrom(environment());
}

function concurrencyFrom(env: Environment): number {
  const text = setting(env, 'CSQA_WORKER_CONCURRENCY') ?? '1';
  const count = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_AT_A_TIME) return count;
  throw invalid('CSQA_WORKER_CONCURRENCY', `a whole number from 1 to ${MOST_AT_A_TIME}`, text.slice(0, 20));
}

function databaseFrom(env: Environment, dataDir: string): DatabaseTarget {
  const text = setting(env, 'DATABASE_URL');
  if (text === undefined) return { kind: 'embedded', directory: join(dataDir, 'database') };
  const wanted = 'a PostgreSQL address such as postgresql://csqa:password@postgres:5432/csqa';
  // What was given may hold a password, so it is not repeated.
  if (!POSTGRES_SCHEMES.test(text)) throw invalid('DATABASE_URL', wanted, 'another kind of address');
  const url = text.replace(POSTGRES_SCHEMES, 'postgresql://');
  if (!URL.canParse(url)) throw invalid('DATABASE_URL', wanted, 'an address that cannot be read');
  return { kind: 'postgres', url };
}

function setting(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function invalid(name: string, expected: string, got: string): WebError {
  return new WebError('CONFIG_INVALID', `${name} must be ${expected}, and is ${got}`, {
    hint: `set ${name} to ${expected}, or leave it out`,
  });
}
