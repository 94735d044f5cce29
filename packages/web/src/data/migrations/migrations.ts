import type { Migration } from 'kysely/migration';
import { firstMigration } from './0001-first.ts';
import { jobsMigration } from './0002-jobs.ts';
import { appSecretMigration } from './0003-app-secret.ts';

/** Every step of the schema, oldest first. A step that has been released is never edited; one more step is one more file. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': firstMigration,
  '0002-jobs': jobsMigration,
  '0003-app-secret': appSecretMigration,
};
