import { type Kysely, sql } from 'kysely';
import type { WebTables } from './schema.ts';

/** Points of the small curve in the table of projects. */
const TREND_POINTS = 20;

/**
 * Whether a run says something about its project as a whole: it is of the default ref, or named none. Where no default
 * ref is set, nothing tells a branch from the trunk and every run does. For queries over `run` and `project`.
 */
export const OF_DEFAULT_REF = sql<boolean>`(project.default_ref is null or run.source->>'ref' is null
  or run.source->>'ref' = project.default_ref)`;

/**
 * Writes anew what the table of projects shows of their runs: figures of the newest that has a report, also where that has
 * none, so that no older ones stand for it. To be called in the transaction that changed a report or
 * removed runs: the rows of the projects are locked first, so that of two who do so at once the later one sees both.
 */
export async function refreshSummaries(db: Kysely<WebTables>, projectIds: readonly string[]): Promise<void> {
  if (projectIds.length === 0) return;
  const ids = sql`${[...projectIds]}::uuid[]`;
  // Not `for update`: rows of runs refer to these, and whoever adds one would wait for us while we wait for them.
  await sql`select id from project where id = any(${ids}) order by id for no key update`.execute(db);
  await sql`
    update project set
      last_run_at = newest.created_at,
      measured_run_id = measured.id, index_value = measured.index_value, band = measured.band,
      groups = measured.groups, findings = measured.findings,
      worst_group = worst.key, worst_value = worst.value,
      trend = coalesce(curve.points, '[]'::jsonb)
    from (select id as project_id, default_ref from project where id = any(${ids})) asked
    left join lateral (
      select max(created_at) as created_at from run where run.project_id = asked.project_id
    ) newest on true
    left join lateral (
      select run.id, run.index_value, run.band, run.groups, run.findings
      from run join project on project.id = run.project_id
      where run.project_id = asked.project_id and run.groups is not null and ${OF_DEFAULT_REF}
      order by run.created_at desc, run.id desc limit 1
    ) measured on true
    left join lateral (
      select key, value::double precision from jsonb_each_text(measured.groups)
      where value is not null order by value::double precision desc, key limit 1
    ) worst on true
    left join lateral (
      select jsonb_agg(index_value order by created_at, id) as points from (
        select run.id, run.index_value, run.created_at
        from run join project on project.id = run.project_id
        where run.project_id = asked.project_id and run.index_value is not null and ${OF_DEFAULT_REF}
        order by run.created_at desc, run.id desc limit ${TREND_POINTS}
      ) last_points
    ) curve on true
    where project.id = asked.project_id`.execute(db);
}
