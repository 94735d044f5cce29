import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeDatabases } from '../../test/databases.ts';
import { checkSchema, migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { openDatabase } from './open-database.ts';

describeDatabases('the schema', (places) => {
  it('is made once, however many hosts start at once', async () => {
    const target = await places.newTarget();
    const hosts = target.kind === 'postgres' ? 4 : 1;
    const databases = await Promise.all(Array.from({ length: hosts }, () => openDatabase(target)));
    const steps = await Promise.all(databases.map(({ db }) => migrate(db)));
    expect(steps.flat()).toEqual(Object.keys(MIGRATIONS));
    for (const { db } of databases) await checkSchema(db);
    for (const database of databases) await database.close();
  });

  it('is asked for where somebody else keeps it', async () => {
    const database = await openDatabase(await places.newTarget());
    await expect(checkSchema(database.db)).rejects.toMatchObject({ code: 'SCHEMA_MISSING' });
    await database.close();
  });

  it('of a later version is refused, and left as it is', async () => {
    const { db } = await places.newDatabase();
    await sql`insert into csqa_migration (name, timestamp) values ('9999-later', 'now')`.execute(db);
    await expect(migrate(db)).rejects.toMatchObject({ code: 'SCHEMA_NEWER' });
    await expect(checkSchema(db)).rejects.toThrow('9999-later');
  });
});
