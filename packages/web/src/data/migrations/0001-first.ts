import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Projects, their runs with events, reports and metrics, tokens and the audit log. */
export const firstMigration: Migration = {
  async up(db: Kysely<never>): Promise<void> {
    await createProjects(db);
    await createRuns(db);
    await createResults(db);
    await createAccess(db);
  },
};

async function createProjects(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('project')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('default_ref', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute();
}

async function createRuns(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('run')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('project_id', 'uuid', (column) =>
      column.notNull().references('project.id').onDelete('cascade'),
    )
    .addColumn('source', 'jsonb', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column
        .notNull()
        .check(sql`state in ('queued','running','cancelling','succeeded','incomplete','failed','cancelled')`),
    )
    .addColumn('attempt', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('worker_id', 'text')
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz')
    .addColumn('finished_at', 'timestamptz')
    .addColumn('heartbeat_at', 'timestamptz')
    .addColumn('phase', 'text')
    .addColumn('revision', 'text')
    .addColumn('error', 'jsonb')
    .addColumn('index_value', 'double precision')
    .addColumn('band', 'text')
    .addColumn('groups', 'jsonb')
    .addColumn('findings', 'jsonb')
    .addColumn('gate', 'text')
    .execute();
  // Newest first within a project: its page, its trend, its retention.
  await db.schema
    .createIndex('run_of_project')
    .on('run')
    .columns(['project_id', 'created_at desc', 'id desc'])
    .execute();
  await db.schema.createIndex('run_newest').on('run').columns(['created_at desc', 'id desc']).execute();
  // What waits or runs is a handful among very many.
  await db.schema
    .createIndex('run_unfinished')
    .on('run')
    .columns(['state', 'created_at'])
    .where(sql.ref('state'), 'in', ['queued', 'running', 'cancelling'])
    .execute();
}

async function createResults(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('run_event')
    .addColumn('run_id', 'uuid', (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('body', 'jsonb', (column) => column.notNull())
    .addPrimaryKeyConstraint('run_event_pkey', ['run_id', 'seq'])
    .execute();
  await db.schema
    .createTable('report')
    .addColumn('run_id', 'uuid', (column) => column.primaryKey().references('run.id').onDelete('cascade'))
    .addColumn('document', 'bytea', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('run_metric')
    .addColumn('run_id', 'uuid', (column) => column.notNull().references('run.id').onDelete('cascade'))
    .addColumn('metric', 'text', (column) => column.notNull())
    .addColumn('value', 'double precision')
    .addPrimaryKeyConstraint('run_metric_pkey', ['run_id', 'metric'])
    .execute();
}

async function createAccess(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('api_token')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('scope', 'text', (column) => column.notNull().check(sql`scope in ('read','submit','admin')`))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('last_used_at', 'timestamptz')
    .addColumn('revoked_at', 'timestamptz')
    .execute();
  await db.schema
    .createTable('audit')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    .addColumn('at', 'timestamptz', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_newest').on('audit').columns(['at desc', 'id desc']).execute();
}
