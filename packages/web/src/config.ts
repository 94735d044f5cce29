import { type DatabaseTarget, databaseTargetFrom } from './data/database-target.ts';
import { WebError } from './failures/web-error.ts';
import { type HttpConfig, httpConfigFrom, type Role, roleFrom } from './http-config.ts';
import { type JobsConfig, jobsConfigFrom } from './jobs-config.ts';
import { invalidSetting, type ReadSetting, wholeNumber } from './settings.ts';

/** Environment variables as a process sees them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the app is told from outside. */
export interface WebConfig {
  readonly database: DatabaseTarget;
  readonly dataDir: string;
  /** Somebody else keeps the schema; it is checked all the same. */
  readonly skipBootstrap: boolean;
  /** Before the schema is changed, what the database holds goes into a file in the data directory. */
  readonly backsUpFirst: boolean;
  /** Analyses that one worker process runs at a time. */
  readonly concurrency: number;
  readonly role: Role;
  readonly http: HttpConfig;
  readonly jobs: JobsConfig;
}

/** Where reports, logs and the embedded database go, unless `CSQA_DATA_DIR` says otherwise. */
const USUAL_DATA_DIR = '/var/lib/csqa';

const MOST_AT_A_TIME = 64;

const SWITCHES: Readonly<Record<string, boolean>> = { '0': false, false: false, '1': true, true: true };

/**
 * Reads `CSQA_DATA_DIR` (`/var/lib/csqa`), `SKIP_DB_BOOTSTRAP` (`0`), `CSQA_BACKUP_BEFORE_MIGRATION` (`1`), `CSQA_WORKER_CONCURRENCY` (`1`, at most 64), `APP_MODE`
 * (`all`; `pipeline` and `dashboard` need a PostgreSQL), and what database-target.ts, http-config.ts and jobs-config.ts name. An empty value
 * counts as none, as compose files hand them on. Throws CONFIG_INVALID naming the variable.
 */
export function configFrom(env: Environment): WebConfig {
  const dataDir = setting(env, 'CSQA_DATA_DIR') ?? USUAL_DATA_DIR;
  const read = readerOf(env);
  const skipBootstrap = switchOf(read, 'SKIP_DB_BOOTSTRAP') ?? false;
  const backsUpFirst = switchOf(read, 'CSQA_BACKUP_BEFORE_MIGRATION') ?? true;
  const database = databaseTargetFrom(read, dataDir);
  const role = roleFrom(setting(env, 'APP_MODE'));
  if (role !== 'all' && database.kind === 'embedded') throw cannotShare(role);
  const limits = { least: 1, most: MOST_AT_A_TIME };
  const concurrency =
    wholeNumber('CSQA_WORKER_CONCURRENCY', setting(env, 'CSQA_WORKER_CONCURRENCY'), limits) ?? 1;
  const http = httpConfigFrom(read);
  const jobs = jobsConfigFrom(read);
  return { dataDir, database, skipBootstrap, backsUpFirst, concurrency, role, http, jobs };
}

function switchOf(read: ReadSetting, name: string): boolean | undefined {
  const text = read(name);
  if (text === undefined) return undefined;
  const found = Object.hasOwn(SWITCHES, text) ? SWITCHES[text] : undefined;
  if (found === undefined) throw invalidSetting(name, '0 or 1', text.slice(0, 20));
  return found;
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

/** How settings are read of an environment: an empty one counts as none, as compose files hand them on. */
export function readerOf(env: Environment): ReadSetting {
  return (name) => setting(env, name);
}

/** The settings of this process. */
export function configFromProcess(): WebConfig {
  return configFrom(environment());
}

function setting(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}
