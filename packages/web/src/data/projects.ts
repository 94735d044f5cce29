import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { FindingCounts, GroupValues, RunState, WebTables } from './schema.ts';

export type Project = Selectable<WebTables['project']>;

/** What a project is when it is first heard of. */
export interface NewProject {
  readonly key: string;
  readonly name: string;
}

/** The project of a source; made when nobody has asked for that source before. Two who ask at once get the same one. */
export async function projectFor(db: Kysely<WebTables>, wanted: NewProject, now: Date): Promise<Project> {
  await db
    .insertInto('project')
    .values({ id: randomUUID(), key: wanted.key, name: wanted.name, default_ref: null, created_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return db.selectFrom('project').selectAll().where('key', '=', wanted.key).executeTakeFirstOrThrow();
}

/** One line of the table of all projects. */
export interface PortfolioRow {
  readonly id: string;
  readonly name: string;
  /** The newest run, whatever became of it. */
  readonly lastRun: { readonly id: string; readonly state: RunState; readonly createdAt: Date } | null;
  /** The newest run with a report. */
  readonly index: number | null;
  readonly band: string | null;
  readonly groups: GroupValues | null;
  readonly findings: FindingCounts | null;
  /** Index of the newest runs with a report, oldest first. */
  readonly trend: readonly number[];
}

/** Points of the small curve in the table of projects. */
const TREND_POINTS = 20;

/** A page of all projects by name, each with its newest run and a short trend. */
export async function portfolio(
  db: Kysely<WebTables>,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly PortfolioRow[]> {
  const { rows } = await sql<PortfolioRecord>`
    select project.id, project.name,
      newest.id as run_id, newest.state as run_state, newest.created_at as run_created_at,
      measured.index_value, measured.band, measured.groups, measured.findings, trend.points
    from (select id, name from project order by name, id limit ${page.limit} offset ${page.offset}) project
    left join lateral (
      select id, state, created_at from run where project_id = project.id
      order by created_at desc, id desc limit 1
    ) newest on true
    left join lateral (
      select index_value, band, groups, findings from run
      where project_id = project.id and index_value is not null order by created_at desc, id desc limit 1
    ) measured on true
    left join lateral (
      select json_agg(index_value order by created_at, id) as points from (
        select id, index_value, created_at from run
        where project_id = project.id and index_value is not null
        order by created_at desc, id desc limit ${TREND_POINTS}
      ) last_points
    ) trend on true
    order by project.name, project.id`.execute(db);
  return rows.map(rowOf);
}

interface PortfolioRecord {
  readonly id: string;
  readonly name: string;
  readonly run_id: string | null;
  readonly run_state: RunState | null;
  readonly run_created_at: Date | null;
  readonly index_value: number | null;
  readonly band: string | null;
  readonly groups: GroupValues | null;
  readonly findings: FindingCounts | null;
  readonly points: readonly number[] | null;
}

function rowOf(record: PortfolioRecord): PortfolioRow {
  const { id, name, run_id, run_state, run_created_at, index_value, band, groups, findings } = record;
  const hasRun = run_id !== null && run_state !== null && run_created_at !== null;
  return {
    ...{ id, name, index: index_value, band, groups, findings, trend: record.points ?? [] },
    lastRun: hasRun ? { id: run_id, state: run_state, createdAt: run_created_at } : null,
  };
}
