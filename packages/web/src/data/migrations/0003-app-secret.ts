import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What sessions and share links are signed with. */
export const appSecretMigration: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    await db.schema
      .createTable('app_secret')
      .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
      .addColumn('secret', 'text', (column) => column.notNull())
      .execute();
  },
};
