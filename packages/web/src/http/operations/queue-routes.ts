import { z } from 'zod';
import { listWorkers, type QueuedRun, queueState } from '../../data/workers.ts';
import type { AppParts, WebApp } from '../app-parts.ts';

const queuedShape = z.object({
  ...{
    id: z.uuid(),
    projectId: z.uuid(),
    projectName: z.string(),
    state: z.string(),
    mode: z.enum(['fast', 'full']),
  },
  ...{ phase: z.string().nullable(), attempt: z.number(), requestedBy: z.string() },
  ...{ createdAt: z.iso.datetime(), startedAt: z.iso.datetime().nullable() },
});

const workerShape = z.object({
  ...{ id: z.string(), host: z.string(), version: z.string(), engine: z.string(), concurrency: z.number() },
  ...{ startedAt: z.iso.datetime(), seenAt: z.iso.datetime(), runs: z.array(queuedShape) },
});

const queueShape = z.object({
  ...{ queued: z.number(), running: z.number(), cancelling: z.number() },
  waitingSince: z.iso.datetime().nullable(),
  waiting: z.array(queuedShape).describe('Next first, a hundred at most.'),
});

const WAITING = 100;
const tags = ['operations'];

/** `/queue` and `/workers`: what waits, what runs, and who is alive. */
export function queueRoutes(app: WebApp, { database }: AppParts): void {
  app.get(
    '/queue',
    { schema: { tags, summary: 'What waits and runs', response: { 200: queueShape } } },
    async () => {
      const { waiting, waitingSince, ...counts } = await queueState(database.db, WAITING);
      return { ...counts, waitingSince: waitingSince?.toISOString() ?? null, waiting: waiting.map(shown) };
    },
  );
  const listed = z.object({ workers: z.array(workerShape) });
  app.get('/workers', { schema: { tags, summary: 'Who is alive', response: { 200: listed } } }, async () => ({
    workers: (await listWorkers(database.db)).map((worker) => ({
      ...worker,
      startedAt: worker.startedAt.toISOString(),
      seenAt: worker.seenAt.toISOString(),
      runs: worker.runs.map(shown),
    })),
  }));
}

function shown(run: QueuedRun) {
  return { ...run, createdAt: run.createdAt.toISOString(), startedAt: run.startedAt?.toISOString() ?? null };
}
