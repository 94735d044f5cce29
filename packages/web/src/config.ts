import { join } from 'node:path';
import { z } from 'zod';
import { WebError } from './failures/web-error.ts';
import {
  type HttpConfig,
  httpConfigFrom,
  invalidSetting,
  type Role,
  roleFrom,
  wholeNumber,
} from './http-config.ts';

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
  readonly role: Role;
  readonly http: HttpConfig;
}

/** Where reports, logs and the embedded database go, unless `CSQA_DATA_DIR` says otherwise. */
const USUAL_DATA_DIR = '/var/lib/csqa';

const POSTGRES_SCHEMES = /^postgres(?:ql)?(?:\+[a-z0-9]+)?:\/\//u;

const MOST_AT_A_TIME = 64;

const flag = z.enum(['', '0', '1', 'false', 'true']).transform((text) => text === '1' || text === 'true');

/**
 * Reads `CSQA_DATA_DIR` (`/var/lib/csqa`), `DATABASE_URL` (`postgres://`, `postgresql://`, and with a driver as SQLAlchemy
 * writes it: `postgresql+asyncpg://`; without it the embedded PostgreSQL under the data directory) and `SKIP_DB_BOOTSTRAP`
 * (`0`), `CSQA_WORKER_CONCURRENCY` (`1`, at most 64), `APP_MODE` (`all`; `pipeline` and `dashboard` need a DATABASE_URL), and
 * what http-config.ts names. An empty value counts as none, as compose files hand them on. Throws CONFIG_INVALID naming the
 * variable.
 */
export function configFrom(env: Environment): WebConfig {
  const dataDir = setting(env, 'CSQA_DATA_DIR') ?? USUAL_DATA_DIR;
  const skip = flag.safeParse(env['SKIP_DB_BOOTSTRAP'] ?? '');
  if (!skip.success) throw invalidSetting('SKIP_DB_BOOTSTRAP', '0 or 1', env['SKIP_DB_BOOTSTRAP'] ?? '');
  const database = databaseFrom(env, dataDir);
  const role = roleFrom(setting(env, 'APP_MODE'));
  if (role !== 'all' && database.kind === 'embedded') throw cannotShare(role);
  const limits = { least: 1, most: MOST_AT_A_TIME };
  const concurrency =
    wholeNumber('CSQA_WORKER_CONCURRENCY', setting(env, 'CSQA_WORKER_CONCURRENCY'), limits) ?? 1;
  const http = httpConfigFrom((name) => setting(env, name));
  return { dataDir, database, skipBootstrap: skip.data, concurrency, role, http };
}

function cannotShare(role: Role): WebError {
  return new WebError(
    'CONFIG_INVALID',
    `APP_MODE=${role} shares its database with other processes, and the embedded one is for one process`,
    {
      hint: 'set DATABASE_URL to a PostgreSQL, or leave APP_MODE out to have everything in one process',
    },
  );
}

/** The environment of this process. */
export function environment(): Environment {
  return process.env;
}

/** The settings of this process. */
export function configFromProcess(): WebConfig {
  return configFrom(environment());
}

function databaseFrom(env: Environment, dataDir: string): DatabaseTarget {
  const text = setting(env, 'DATABASE_URL');
  if (text === undefined) return { kind: 'embedded', directory: join(dataDir, 'database') };
  const wanted = 'a PostgreSQL address such as postgresql://csqa:password@postgres:5432/csqa';
  // What was given may hold a password, so it is not repeated.
  if (!POSTGRES_SCHEMES.test(text)) throw invalidSetting('DATABASE_URL', wanted, 'another kind of address');
  const url = text.replace(POSTGRES_SCHEMES, 'postgresql://');
  if (!URL.canParse(url)) throw invalidSetting('DATABASE_URL', wanted, 'an address that cannot be read');
  return { kind: 'postgres', url };
}

function setting(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}
