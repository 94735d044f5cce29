import { z } from 'zod';
import { noteAct } from '../../data/audit.ts';
import { inTransaction } from '../../data/in-transaction.ts';
import { removeRun } from '../../data/retention.ts';
import { findRun, listRuns, type Run, requestCancel } from '../../data/runs.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { notFound, Problem } from '../problem.ts';
import { submitGit } from '../runs/submissions.ts';
import { cursorSchema, cursorText, limitSchema, readCursor } from './paging.ts';
import { idParams, idSchema, runShape, shownRun } from './run-shape.ts';

const MAX_URL = 2_000;
const MAX_REF = 250;

export const modeSchema = z.enum(['fast', 'full']).default('fast');

const newRunSchema = z.strictObject({
  url: z.string().min(1).max(MAX_URL).describe('https URL of a git repository, without credentials.'),
  ref: z
    .string()
    .min(1)
    .max(MAX_REF)
    .nullable()
    .default(null)
    .describe('Branch, tag or full commit id; the default one where absent.'),
  mode: modeSchema,
});

const questionSchema = z.object({
  project: idSchema.optional(),
  state: runShape.shape.state.optional(),
  after: cursorSchema,
  limit: limitSchema,
});

const tags = ['runs'];

/** `/runs`: ask for an analysis, look at it, end it, take it away. */
export function runRoutes(app: WebApp, parts: AppParts): void {
  const { db } = parts.database;
  app.post(
    '/runs',
    {
      config: { access: 'submit' },
      schema: { tags, summary: 'Analyse a git repository', body: newRunSchema, response: { 202: runShape } },
    },
    async (request, reply) => {
      const { url, ref, mode } = request.body;
      const run = await submitGit(parts, { url, ref }, { mode, requestedBy: request.principal?.name ?? '' });
      return reply.code(202).send(shownRun(run));
    },
  );
  const page = z.object({ runs: z.array(runShape), next: z.string().nullable() });
  app.get(
    '/runs',
    { schema: { tags, summary: 'Runs, newest first', querystring: questionSchema, response: { 200: page } } },
    async ({ query }) => {
      const { project, state, after, limit } = query;
      const cursor = readCursor(after);
      const runs = await listRuns(db, {
        ...(project === undefined ? {} : { projectId: project }),
        ...(state === undefined ? {} : { states: [state] }),
        ...(cursor === undefined ? {} : { after: cursor }),
        limit,
      });
      const last = runs.length < limit ? undefined : runs.at(-1);
      return {
        runs: runs.map(shownRun),
        next: last === undefined ? null : cursorText({ createdAt: last.created_at, id: last.id }),
      };
    },
  );
  app.get(
    '/runs/:id',
    { schema: { tags, summary: 'One run', params: idParams, response: { 200: runShape } } },
    async ({ params }) => shownRun(await knownRun(parts, params.id)),
  );
  endingRoutes(app, parts);
}

function endingRoutes(app: WebApp, parts: AppParts): void {
  const { db } = parts.database;
  app.post(
    '/runs/:id/cancel',
    {
      config: { access: 'submit' },
      schema: {
        tags,
        summary: 'End a run that waits or is at work',
        params: idParams,
        response: { 202: runShape },
      },
    },
    async ({ params }, reply) => {
      const state = await requestCancel(db, params.id, parts.clock());
      const run = await knownRun(parts, params.id);
      if (state === undefined)
        throw new Problem('RUN_ENDED', 'the run has ended', { hint: 'there is nothing to cancel' });
      return reply.code(202).send(shownRun(run));
    },
  );
  app.delete(
    '/runs/:id',
    {
      config: { access: 'admin' },
      schema: {
        tags,
        summary: 'Delete a run that has ended, with its report',
        params: idParams,
        response: { 204: z.null() },
      },
    },
    async ({ params, principal }, reply) => {
      const run = await knownRun(parts, params.id);
      const act = { actor: principal?.name ?? '', action: 'run.delete', subject: run.id };
      const isRemoved = await inTransaction(db, async (transaction) => {
        if (!(await removeRun(transaction, run.id))) return false;
        await noteAct(transaction, act, parts.clock());
        return true;
      });
      if (!isRemoved)
        throw new Problem('RUN_NOT_ENDED', 'the run has not ended', { hint: 'cancel it first' });
      return reply.code(204).send(null);
    },
  );
}

/** A run by its id. Throws NOT_FOUND. */
export async function knownRun({ database }: AppParts, id: string): Promise<Run> {
  const run = await findRun(database.db, id);
  if (run === undefined) throw notFound('run');
  return run;
}
