import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What pages ask of a project often, its settings, workers, uploads, deliveries of webhooks and links to one report. */
export const jobsMigration: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    await summarizeProjects(db);
    await createSettings(db);
    await createWorkers(db);
    await createUploads(db);
    await createDeliveries(db);
    await createShareLinks(db);
  },
};

async function summarizeProjects(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('project')
    .addColumn('last_run_at', 'timestamptz')
    .addColumn('measured_run_id', 'uuid')
    .addColumn('index_value', 'double precision')
    .addColumn('band', 'text')
    .addColumn('groups', 'jsonb')
    .addColumn('worst_group', 'text')
    .addColumn('worst_value', 'double precision')
    .addColumn('findings', 'jsonb')
    .addColumn('trend', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
    .execute();
  await db.schema
    .createIndex('run_measured')
    .on('run')
    .columns(['project_id', 'created_at desc', 'id desc'])
    .where(sql.ref('index_value'), 'is not', null)
    .execute();
}

async function createSettings(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('project_setting')
    .addColumn('project_id', 'uuid', (column) =>
      column.primaryKey().references('project.id').onDelete('cascade'),
    )
    .addColumn('gate', 'jsonb')
    .addColumn('cron', 'text')
    .addColumn('time_zone', 'text')
    .addColumn('next_tick_at', 'timestamptz')
    .addColumn('webhook_url', 'text')
    .addColumn('webhook_secret', 'text')
    .addColumn('push_secret', 'text')
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('project_setting_due')
    .on('project_setting')
    .column('next_tick_at')
    .where(sql.ref('next_tick_at'), 'is not', null)
    .execute();
}

async function createWorkers(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('worker')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('engine', 'text', (column) => column.notNull())
    .addColumn('concurrency', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .addColumn('seen_at', 'timestamptz', (column) => column.notNull())
    .execute();
}

async function createUploads(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('upload')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('run_id', 'uuid', (column) => column.unique().references('run.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('upload_chunk')
    .addColumn('upload_id', 'uuid', (column) => column.notNull().references('upload.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('data', 'bytea', (column) => column.notNull())
    .addPrimaryKeyConstraint('upload_chunk_pkey', ['upload_id', 'seq'])
    .execute();
}

async function createDeliveries(db: Kysely<never>): Promise<void> {
  await db.schema
    .alterTable('run')
    .addColumn('announced', 'boolean', (column) => column.notNull().defaultTo(false))
    .execute();
  // What ended before anybody could ask to be told is not told now.
  await sql`update run set announced = true where finished_at is not null`.execute(db);
  await sql`create index run_to_announce on run (finished_at) where finished_at is not null and not announced`.execute(
    db,
  );
  await db.schema
    .createTable('webhook_delivery')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('run_id', 'uuid', (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('waiting','delivered','failed')`),
    )
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'timestamptz')
    .addColumn('status', 'integer')
    .addColumn('error', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('finished_at', 'timestamptz')
    .execute();
  await db.schema
    .createIndex('webhook_delivery_of_run')
    .on('webhook_delivery')
    .columns(['run_id', 'created_at'])
    .execute();
  await db.schema
    .createIndex('webhook_delivery_due')
    .on('webhook_delivery')
    .column('next_at')
    .where(sql.ref('state'), '=', 'waiting')
    .execute();
}

async function createShareLinks(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('share_link')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('run_id', 'uuid', (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .addColumn('revoked_at', 'timestamptz')
    .execute();
  await db.schema.createIndex('share_link_of_run').on('share_link').column('run_id').execute();
}
