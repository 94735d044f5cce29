import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { CONNECTIONS, settle } from './connections.ts';
import type { DatabaseTarget } from './database-target.ts';
import { lockDirectory } from './directory-lock.ts';
import type { WebTables } from './schema.ts';

/** What a job queue keeps its own tables in: the same database. */
export type QueueStore =
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'embedded'; readonly pglite: PGlite };

/** An open database. */
export interface Database {
  readonly db: Kysely<WebTables>;
  readonly store: QueueStore;
  close(): Promise<void>;
}

/** Connections of one process to PostgreSQL. */
const POOL_SIZE = 10;
/** Milliseconds after which a server that does not answer counts as out of reach. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens the database. PostgreSQL is asked for when the first query is; the embedded one starts here and holds its
 * directory for this process (DATA_DIR_BUSY).
 */
export function openDatabase(target: DatabaseTarget): Promise<Database> {
  return target.kind === 'postgres'
    ? Promise.resolve(openPostgres(target.url))
    : openEmbedded(target.directory);
}

function openPostgres(url: string): Database {
  const pool = new Pool({
    ...CONNECTIONS,
    connectionString: url,
    onConnect: settle,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'csqa-web',
  });
  // A connection that dies while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<WebTables>({ dialect: new PostgresDialect({ pool }) });
  return { db, store: { kind: 'postgres', url }, close: () => db.destroy() };
}

async function openEmbedded(directory: string): Promise<Database> {
  const lock = await lockDirectory(directory);
  try {
    const pglite = await PGlite.create(join(directory, 'pgdata'));
    const db = new Kysely<WebTables>({ dialect: new PGliteDialect({ pglite }) });
    return {
      db,
      store: { kind: 'embedded', pglite },
      async close() {
        await db.destroy();
        if (!pglite.closed) await pglite.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
