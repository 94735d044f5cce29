import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Kysely, sql, type Transaction } from 'kysely';
import { appliedSteps } from '../data/migrate.ts';
import { TABLES, type WebTables } from '../data/schema.ts';
import { WebError } from '../failures/web-error.ts';
import { BACKUP_FORMAT, portableRow } from './backup-format.ts';

/** Rows by table. */
export type RowCounts = Readonly<Record<string, number>>;

/** Rows that are held in memory at a time; a report can be many megabytes. */
const BATCH = 50;

/**
 * Writes everything into a file, as it was at one moment, while the app goes on. The file appears under its name when it
 * is complete. The schema may be that of an earlier version: then the file is one that the earlier version can restore.
 * Throws BACKUP_UNWRITABLE.
 */
export async function writeBackup(db: Kysely<WebTables>, file: string, now: Date): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  const draft = `${file}.part`;
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((transaction) =>
        pipeline(
          Readable.from(linesOf(transaction, counts, now)),
          createGzip(),
          createWriteStream(draft, { mode: 0o600 }),
        ),
      );
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw isOfFiles(error) ? unwritable(file, error) : error;
  }
  return counts;
}

function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function unwritable(file: string, cause: NodeJS.ErrnoException): WebError {
  return new WebError('BACKUP_UNWRITABLE', `${file} cannot be written (${cause.code ?? cause.message})`, {
    hint: 'name a file in a directory that is there, with room and the right to write; nothing was written',
    cause,
  });
}

async function* linesOf(
  db: Transaction<WebTables>,
  counts: Record<string, number>,
  now: Date,
): AsyncGenerator<string> {
  const header = {
    format: 'csqa-backup',
    version: BACKUP_FORMAT,
    schema: (await appliedSteps(db)).at(-1) ?? '',
    at: now.toISOString(),
  };
  yield `${JSON.stringify(header)}\n`;
  for (const table of await tablesOf(db)) {
    counts[table] = 0;
    for await (const row of rowsOf(db, table)) {
      counts[table]++;
      yield `${JSON.stringify({ table, row: portableRow(table, row) })}\n`;
    }
  }
  yield `${JSON.stringify({ rows: counts })}\n`;
}

/** Of the tables of this version those that are there; a version that drops one has to keep its name in the list. */
async function tablesOf(db: Transaction<WebTables>): Promise<(typeof TABLES)[number][]> {
  const { rows } = await sql<{
    name: string;
  }>`select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(
    db,
  );
  const there = new Set(rows.map(({ name }) => name));
  return TABLES.filter((table) => there.has(table));
}

/** All rows of a table in batches, by a cursor that the transaction holds. */
async function* rowsOf(
  db: Transaction<WebTables>,
  table: (typeof TABLES)[number],
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  await sql`declare csqa_rows no scroll cursor for select * from ${sql.table(table)}`.execute(db);
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(BATCH)} from csqa_rows`.execute(db);
    yield* rows;
    if (rows.length < BATCH) break;
  }
  await sql`close csqa_rows`.execute(db);
}
