import type { Kysely } from 'kysely';
import type { Delivery } from '../../data/deliveries.ts';
import type { WebTables } from '../../data/schema.ts';

/** The body of a message about a run that has ended: how it ended, and its figures. */
export async function messageAbout(db: Kysely<WebTables>, delivery: Delivery): Promise<string> {
  const run = await db
    .selectFrom('run')
    .innerJoin('project', 'project.id', 'run.project_id')
    .selectAll('run')
    .select(['project.name as project_name', 'project.key as project_key'])
    .where('run.id', '=', delivery.run_id)
    .executeTakeFirstOrThrow();
  const { id, state, mode, source, revision, band, groups, findings, gate, error } = run;
  return JSON.stringify({
    event: 'run.finished',
    delivery: delivery.id,
    project: { id: run.project_id, name: run.project_name, key: run.project_key },
    run: {
      ...{ id, state, mode, source, revision, index: run.index_value, band, groups, findings, gate, error },
      ...{ requestedBy: run.requested_by, createdAt: run.created_at, finishedAt: run.finished_at },
    },
  });
}
