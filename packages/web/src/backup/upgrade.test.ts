import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { migrate, NEWEST_STEP } from '../data/migrate.ts';
import { MIGRATIONS } from '../data/migrations/migrations.ts';
import { type Database, openDatabase } from '../data/open-database.ts';
import { upgrade } from './upgrade.ts';

const BEFORE = Object.keys(MIGRATIONS).at(-2) ?? '';

describeDatabases('an upgrade', (places) => {
  let dir: string;
  let said: string[];

  beforeEach(async () => {
    said = [];
    dir = await mkdtemp(join(tmpdir(), 'csqa-upgrade-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const terms = (backups: string | null = join(dir, 'backups')) => ({
    backups,
    clock: () => new Date('2026-11-27T10:20:30.456Z'),
    say: (line: string) => said.push(line),
  });

  /** A database as the version before this one left it, with one row. */
  const older = async ({ db }: Database) => {
    await sql`drop table app_secret`.execute(db);
    await sql`delete from csqa_migration where name = ${NEWEST_STEP}`.execute(db);
    await sql`insert into project (id, key, name, created_at) values (gen_random_uuid(), 'kept', 'kept', now())`.execute(
      db,
    );
  };

  it('writes what is there into a file that the earlier version can restore, and then changes the schema', async () => {
    const database = await places.newDatabase();
    await older(database);
    expect(await upgrade(database.db, terms())).toEqual([NEWEST_STEP]);
    const [name = ''] = await readdir(join(dir, 'backups'));
    expect(name).toBe(`${BEFORE}-2026-11-27T10-20-30-456Z.backup`);
    expect((await stat(join(dir, 'backups', name))).mode & 0o777).toBe(0o600);
    const text = gunzipSync(await readFile(join(dir, 'backups', name))).toString();
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ schema: BEFORE });
    expect(lines[1]).toMatchObject({ table: 'project', row: { key: 'kept' } });
    expect(lines.at(-1).rows).not.toHaveProperty('app_secret');
    expect(said).toEqual([expect.stringContaining(name)]);
    const { rows } = await sql`select key from project`.execute(database.db);
    expect(rows).toEqual([{ key: 'kept' }]);
  });

  it('writes nothing for a database that is new or up to date, or where somebody else makes backups', async () => {
    const fresh = await openDatabase(await places.newTarget());
    expect(await upgrade(fresh.db, terms())).toEqual(Object.keys(MIGRATIONS));
    expect(await upgrade(fresh.db, terms())).toEqual([]);
    await older(fresh);
    expect(await upgrade(fresh.db, terms(null))).toEqual([NEWEST_STEP]);
    await expect(readdir(join(dir, 'backups'))).rejects.toThrow('ENOENT');
    await fresh.close();
  });

  it('does not happen without its backup', async () => {
    const database = await places.newDatabase();
    await older(database);
    await writeFile(join(dir, 'file'), '');
    await expect(upgrade(database.db, terms(join(dir, 'file')))).rejects.toMatchObject({
      code: 'BACKUP_UNWRITABLE',
      hint: expect.stringContaining('CSQA_BACKUP_BEFORE_MIGRATION=0'),
    });
    const { rows } = await sql<{
      there: string | null;
    }>`select to_regclass('app_secret')::text as there`.execute(database.db);
    expect(rows[0]?.there).toBe(null);
    // The lock was given back: the next one can do it.
    expect(await upgrade(database.db, terms())).toEqual([NEWEST_STEP]);
  });

  it('is done by one of several hosts, which makes the one backup', async () => {
    const target = await places.newTarget();
    const hosts = target.kind === 'postgres' ? 4 : 1;
    const databases = await Promise.all(Array.from({ length: hosts }, () => openDatabase(target)));
    const [first] = databases;
    if (first === undefined) throw new Error('no host');
    await migrate(first.db);
    await older(first);
    const steps = await Promise.all(databases.map(({ db }) => upgrade(db, terms())));
    expect(steps.flat()).toEqual([NEWEST_STEP]);
    expect(await readdir(join(dir, 'backups'))).toHaveLength(1);
    for (const database of databases) await database.close();
  });

  it('of a later version back to this one is refused, and nothing is written', async () => {
    const { db } = await places.newDatabase();
    await sql`insert into csqa_migration (name, timestamp) values ('9999-later', 'now')`.execute(db);
    await expect(upgrade(db, terms())).rejects.toMatchObject({ code: 'SCHEMA_NEWER' });
    await expect(readdir(join(dir, 'backups'))).rejects.toThrow('ENOENT');
  });
});
