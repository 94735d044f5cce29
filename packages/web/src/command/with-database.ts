import type { WebConfig } from '../config.ts';
import { type Database, openDatabase } from '../data/open-database.ts';
import { waitForDatabase } from '../data/wait-for-database.ts';

/** Seconds that a command waits for a server that is still starting. */
const PATIENCE_SECONDS = 60;

/** Opens the database, waits until it answers, and closes it after the work. */
export async function withDatabase<T>(
  config: WebConfig,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config.database);
  try {
    await waitForDatabase(database.db, {
      seconds: PATIENCE_SECONDS,
      onRetry: ({ message }, nextInMs) => {
        process.stderr.write(`${message}; next try in ${nextInMs / 1000} s\n`);
      },
    });
    return await work(database);
  } finally {
    await database.close();
  }
}
