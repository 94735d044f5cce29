import { z } from 'zod';
import type { Run } from '../../data/runs.ts';

/** The id of a run, project or token. */
export const idSchema = z.uuid().describe('Id, as lists have it.');

export const idParams = z.object({ id: idSchema });

const moment = z.iso.datetime();

const sourceShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('git'), url: z.string(), ref: z.string().nullable() }),
  z.object({ kind: z.literal('archive'), name: z.string() }),
  z.object({ kind: z.literal('ingested'), revision: z.string() }),
]);

/** Findings of a run, by severity, and against its baseline. */
export const findingCountsShape = z.object({
  open: z.record(z.string(), z.number()),
  fresh: z.number(),
  fixed: z.number(),
});

export const groupValuesShape = z.record(z.string(), z.number().nullable());

/** A run as the API tells it. */
export const runShape = z
  .object({
    id: z.uuid(),
    projectId: z.uuid(),
    source: sourceShape,
    mode: z.enum(['fast', 'full']),
    state: z.enum(['queued', 'running', 'cancelling', 'succeeded', 'incomplete', 'failed', 'cancelled']),
    phase: z.string().nullable().describe('Step that is under way.'),
    attempt: z.number(),
    requestedBy: z.string(),
    createdAt: moment,
    startedAt: moment.nullable(),
    finishedAt: moment.nullable(),
    revision: z.string().nullable().describe('Commit that was analysed.'),
    error: z
      .object({ code: z.string(), message: z.string(), hint: z.string() })
      .nullable()
      .describe('Why it did not end well.'),
    index: z
      .number()
      .nullable()
      .describe('Risk index, 0 (safe) to 1; null without a report, and for a report on no source file.'),
    band: z.string().nullable(),
    groups: groupValuesShape.nullable(),
    findings: findingCountsShape.nullable(),
    gate: z.enum(['passed', 'failed']).nullable().describe('null where no gate is set.'),
  })
  .meta({ id: 'Run' });

/** A run of the database as the API tells it. */
export function shownRun(run: Run): z.output<typeof runShape> {
  const { id, source, mode, state, phase, attempt, revision, error, band, groups, findings, gate } = run;
  return {
    ...{ id, source, mode, state, phase, attempt, revision, error, band, groups, findings, gate },
    projectId: run.project_id,
    requestedBy: run.requested_by,
    createdAt: run.created_at.toISOString(),
    startedAt: run.started_at?.toISOString() ?? null,
    finishedAt: run.finished_at?.toISOString() ?? null,
    index: run.index_value,
  };
}
