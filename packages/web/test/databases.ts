import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { DatabaseTarget } from '../src/data/database-target.ts';
import { migrate } from '../src/data/migrate.ts';
import { type Database, openDatabase } from '../src/data/open-database.ts';
import { type PostgresServer, postgresPackage, startPostgres } from './postgres-server.ts';

/** Gives new places for a database, and takes them away when the tests of the block are over. */
export interface Places {
  newTarget(): Promise<DatabaseTarget>;
  /** Open, with the schema of this version; closed at the end. */
  newDatabase(): Promise<Database>;
}

/** The same tests on both databases. */
export function describeDatabases(title: string, tests: (places: Places) => void): void {
  describe(`${title}, embedded`, () => tests(placesOf(() => embeddedTargets())));
  const found = postgresPackage();
  if (typeof found === 'string') {
    describe(`${title}, PostgreSQL`, () => tests(placesOf(() => postgresTargets(found))));
  } else if (process.env['CSQA_E2E'] === 'required') {
    throw new Error(found.why);
  } else {
    process.stdout.write(`skipped ${title} on PostgreSQL: ${found.why}\n`);
  }
}

/** The tests on the embedded database alone, where the database is not what is tested. */
export function describeEmbedded(title: string, tests: (places: Places) => void): void {
  describe(title, () => tests(placesOf(() => embeddedTargets())));
}

interface Targets {
  next(): Promise<DatabaseTarget>;
  end(): Promise<void>;
}

function placesOf(begin: () => Promise<Targets>): Places {
  let targets: Targets | null = null;
  const open: Database[] = [];
  beforeAll(async () => {
    targets = await begin();
  });
  afterAll(async () => {
    for (const database of open) await database.close();
    await targets?.end();
  });
  const newTarget = () => targets?.next() ?? Promise.reject(new Error('asked for before the tests begin'));
  return {
    newTarget,
    async newDatabase() {
      const database = await openDatabase(await newTarget());
      open.push(database);
      await migrate(database.db);
      return database;
    },
  };
}

async function embeddedTargets(): Promise<Targets> {
  const home = await mkdtemp(join(tmpdir(), 'csqa-embedded-'));
  const empty = await emptyDatabase(inject('sharedDirectory'));
  let count = 0;
  return {
    async next() {
      const directory = join(home, String(++count));
      await cp(empty, directory, { recursive: true });
      return { kind: 'embedded', directory };
    },
    end: () => rm(home, { recursive: true, force: true }),
  };
}

/** Making a database takes seconds, copying an empty one does not: the first file that needs one makes it for all. */
async function emptyDatabase(shared: string): Promise<string> {
  const place = join(shared, 'empty-database');
  if (existsSync(place)) return place;
  const draft = await mkdtemp(join(shared, 'draft-'));
  await (await openDatabase({ kind: 'embedded', directory: draft })).close();
  // Another file may have been faster.
  await rename(draft, place).catch(() => undefined);
  return place;
}

async function postgresTargets(packageDirectory: string): Promise<Targets> {
  const server: PostgresServer = await startPostgres(packageDirectory);
  return {
    next: async () => ({ kind: 'postgres', url: await server.newDatabase() }),
    end: () => server.stop(),
  };
}
