import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { WebError } from '../failures/web-error.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { WebTables } from './schema.ts';

/** Where the migrator notes what has been done. */
const LOG_TABLE = 'csqa_migration';

/** Name of the newest step that this version knows. */
export const NEWEST_STEP = Object.keys(MIGRATIONS).at(-1) ?? '';

/**
 * Brings the schema up to this version, under an advisory lock, so that any number of hosts may start at once. A schema
 * from a later version is refused untouched (SCHEMA_NEWER). Gives the names of the steps that were taken.
 */
export async function migrate(db: Kysely<WebTables>): Promise<readonly string[]> {
  refuseNewer(await appliedSteps(db));
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...MIGRATIONS }) },
    migrationTableName: LOG_TABLE,
    migrationLockTableName: `${LOG_TABLE}_lock`,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new WebError('DATABASE_UNUSABLE', `the schema could not be brought up to date: ${String(error)}`, {
      hint: 'the database was left as it was; report this with the log',
      cause: error,
    });
  }
  return results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}

/** For a database whose schema somebody else keeps: throws unless it is the one that this version works with. */
export async function checkSchema(db: Kysely<WebTables>): Promise<void> {
  const applied = await appliedSteps(db);
  refuseNewer(applied);
  const missing = Object.keys(MIGRATIONS).filter((name) => !applied.includes(name));
  if (missing.length === 0) return;
  const isEmpty = applied.length === 0;
  throw new WebError(
    isEmpty ? 'SCHEMA_MISSING' : 'SCHEMA_BEHIND',
    isEmpty ? 'the database has no tables of CSQA' : `the schema lacks ${missing.join(', ')}`,
    { hint: 'run csqa-web migrate, or start once without SKIP_DB_BOOTSTRAP' },
  );
}

/** Steps of this version that a database still lacks, oldest first. */
export async function missingSteps(db: Kysely<WebTables>): Promise<readonly string[]> {
  const applied = await appliedSteps(db);
  return Object.keys(MIGRATIONS).filter((name) => !applied.includes(name));
}

/** Steps that have been taken, oldest first; none for a database without tables of ours. */
export async function appliedSteps(db: Kysely<WebTables>): Promise<readonly string[]> {
  const { rows: found } = await sql<{
    there: string | null;
  }>`select to_regclass(${LOG_TABLE})::text as there`.execute(db);
  if (found[0]?.there == null) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(LOG_TABLE)} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

function refuseNewer(applied: readonly string[]): void {
  const unknown = applied.filter((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown.length === 0) return;
  throw new WebError(
    'SCHEMA_NEWER',
    `the schema is of a later version of CSQA: it has ${unknown.join(', ')}`,
    {
      hint: 'start that version, or restore the backup that was made before the upgrade',
    },
  );
}
