import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { appliedSteps, migrate, missingSteps } from '../data/migrate.ts';
import type { WebTables } from '../data/schema.ts';
import { WebError } from '../failures/web-error.ts';
import { writeBackup } from './write-backup.ts';

/** How an upgrade is done. */
export interface UpgradeTerms {
  /** Directory for the backup; null where somebody else makes one. */
  readonly backups: string | null;
  readonly clock: () => Date;
  readonly say: (line: string) => void;
}

/** Number of our lock among the advisory locks of a database: one host upgrades at a time, and backs up what it upgrades. */
const UPGRADE_LOCK = 5_021_977;

/**
 * Brings the schema up to this version. What a database of an earlier version holds goes into a file first, which that
 * version can restore; without the file, nothing is changed (BACKUP_UNWRITABLE). A schema of a later version is refused
 * untouched (SCHEMA_NEWER). Gives the names of the steps that were taken.
 */
export function upgrade(db: Kysely<WebTables>, terms: UpgradeTerms): Promise<readonly string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(UPGRADE_LOCK)})`.execute(connection);
    try {
      if (terms.backups !== null) await backUp(connection, terms.backups, terms);
      return await migrate(connection);
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(UPGRADE_LOCK)})`.execute(connection);
    }
  });
}

async function backUp(
  db: Kysely<WebTables>,
  backups: string,
  { clock, say }: Pick<UpgradeTerms, 'clock' | 'say'>,
): Promise<void> {
  const last = (await appliedSteps(db)).at(-1);
  const missing = await missingSteps(db);
  // A database that is new has nothing to lose; one that is up to date loses nothing; a newer one is refused anyway.
  if (last === undefined || missing.length === 0) return;
  const now = clock();
  const file = join(backups, `${last}-${now.toISOString().replace(/[:.]/gu, '-')}.backup`);
  try {
    await mkdir(backups, { recursive: true, mode: 0o700 });
    await writeBackup(db, file, now);
  } catch (error) {
    throw unwritable(file, error);
  }
  say(`the schema is ${last}, and ${missing.join(', ')} will be added; a backup of what is there: ${file}`);
}

function unwritable(file: string, cause: unknown): WebError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new WebError('BACKUP_UNWRITABLE', `no backup could be made before the upgrade: ${why}`, {
    hint: `the schema was left as it was; make room for ${file}, or set CSQA_BACKUP_BEFORE_MIGRATION=0 if you have a backup of your own`,
    cause,
  });
}
