import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Kysely, Transaction } from 'kysely';
import { NEWEST_STEP } from '../data/migrate.ts';
import { TABLES, type WebTables } from '../data/schema.ts';
import { WebError } from '../failures/web-error.ts';
import { footerSchema, headerSchema, rowSchema, storedRow } from './backup-format.ts';
import type { RowCounts } from './write-backup.ts';

/**
 * Puts a backup into an empty database with the schema of this version, all of it or nothing. Refuses a database that
 * holds anything (DATABASE_NOT_EMPTY), the backup of another schema (BACKUP_OTHER_SCHEMA) and a file that is damaged or
 * cut short (BACKUP_UNREADABLE).
 */
export function readBackup(db: Kysely<WebTables>, file: string): Promise<RowCounts> {
  return db.transaction().execute(async (transaction) => {
    await refuseFull(transaction);
    const counts = new Map<string, number>(TABLES.map((table) => [table, 0]));
    let footer: unknown;
    let line = 0;
    for await (const text of linesOf(file)) {
      line++;
      if (line === 1) checkHeader(text);
      else if (footer !== undefined) throw unreadable('lines follow its end', line);
      else footer = await takeLine(transaction, { text, line }, counts);
    }
    checkFooter(footer, counts);
    return Object.fromEntries(counts);
  });
}

async function refuseFull(db: Transaction<WebTables>): Promise<void> {
  for (const table of TABLES) {
    const row = await db
      .selectFrom(table)
      .select(({ lit }) => lit(1).as('one'))
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) continue;
    throw new WebError('DATABASE_NOT_EMPTY', `the table ${table} holds something`, {
      hint: 'restore into a new database; what is in this one would be mixed with the backup',
    });
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const plain = pipeline(createReadStream(file), createGunzip(), () => undefined);
  try {
    const lines = createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY });
    // The stream may fail while a row is stored and nobody waits for a line; it is asked at the end.
    lines.on('error', () => undefined);
    yield* lines;
    if (plain.errored !== null) throw plain.errored;
  } catch (error) {
    if (error instanceof WebError) throw error;
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw unreadable(`it cannot be read and unpacked${code}`, 0, error);
  }
}

function checkHeader(text: string): void {
  const header = headerSchema.safeParse(parsed(text, 1));
  if (!header.success) throw unreadable('it does not begin as a backup of CSQA does', 1);
  if (header.data.schema === NEWEST_STEP) return;
  const { schema } = header.data;
  throw new WebError(
    'BACKUP_OTHER_SCHEMA',
    `the backup is of schema ${schema}, this version works with ${NEWEST_STEP}`,
    {
      hint: 'restore it with the version that the data are of, and upgrade after that',
    },
  );
}

/** Stores a row; gives the footer where the line is that. */
async function takeLine(
  db: Transaction<WebTables>,
  { text, line }: { readonly text: string; readonly line: number },
  counts: Map<string, number>,
): Promise<unknown> {
  const value = parsed(text, line);
  const found = rowSchema.safeParse(value);
  if (!found.success) {
    if (footerSchema.safeParse(value).success) return value;
    throw unreadable('a line is no row', line);
  }
  const { table, row } = found.data;
  try {
    await db
      .insertInto(table)
      .values(storedRow(table, row) as never)
      .execute();
  } catch (error) {
    throw unreadable(`a row of ${table} is refused by the database`, line, error);
  }
  counts.set(table, (counts.get(table) ?? 0) + 1);
  return undefined;
}

function checkFooter(footer: unknown, counts: ReadonlyMap<string, number>): void {
  const found = footerSchema.safeParse(footer);
  if (!found.success) throw unreadable('it is cut short', 0);
  for (const table of TABLES) {
    if ((found.data.rows[table] ?? 0) !== counts.get(table))
      throw unreadable(`rows of ${table} are missing`, 0);
  }
}

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable('a line is no JSON', line, error);
  }
}

function unreadable(why: string, line: number, cause?: unknown): WebError {
  const place = line === 0 ? '' : ` (line ${line})`;
  return new WebError('BACKUP_UNREADABLE', `the backup cannot be used: ${why}${place}`, {
    hint: 'nothing was changed; use another copy of the file',
    ...(cause === undefined ? {} : { cause }),
  });
}
