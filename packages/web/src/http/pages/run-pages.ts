import { z } from 'zod';
import { eventsAfter } from '../../data/run-events.ts';
import { countAhead, reportBefore } from '../../data/run-neighbours.ts';
import { ENDED } from '../../data/run-states.ts';
import { type Run, requestCancel } from '../../data/runs.ts';
import { progressOf, withEvent } from '../../pages/run/run-progress.ts';
import { RunPage } from '../../pages/run-page.tsx';
import type { AppParts, WebApp } from '../app-parts.ts';
import { foundProject, foundRun } from './found.ts';
import type { PageDesk } from './page-desk.ts';

const paramsSchema = z.object({ id: z.string() });

/** Events read in one go, and at most for one page: beyond it the log of a page has lost its beginning anyway. */
const EVENTS = 1_000;
const MOST_EVENTS = 20_000;

/** The page of a run, and what is done to one: cancel, run again. */
export function runPages(app: WebApp, parts: AppParts, desk: PageDesk): void {
  app.get('/runs/:id', { schema: { params: paramsSchema, hide: true } }, async (request, reply) => {
    const run = await foundRun(parts, request.params.id);
    const { db } = parts.database;
    const model = {
      run,
      project: await foundProject(parts, run.project_id),
      progress: await progressOfRun(parts, run),
      ahead: run.state === 'queued' ? await countAhead(db, run) : null,
      before: ENDED.includes(run.state) ? await reportBefore(db, run) : null,
    };
    return desk.send({ request, reply }, RunPage, model);
  });
  app.post(
    '/runs/:id/cancel',
    { config: { access: 'submit' }, schema: { params: paramsSchema, hide: true } },
    async (request, reply) => {
      const { id } = await foundRun(parts, request.params.id);
      await requestCancel(parts.database.db, id, parts.clock());
      return reply.redirect(desk.link(`/runs/${id}`), 303);
    },
  );
}

async function progressOfRun({ database }: AppParts, run: Run) {
  let progress = progressOf(run.state);
  for (let read = 0; read < MOST_EVENTS; read += EVENTS) {
    const events = await eventsAfter(database.db, { runId: run.id, seq: progress.seq, limit: EVENTS });
    for (const { seq, at, body } of events)
      progress = withEvent(progress, { seq, at: at.toISOString(), body });
    if (events.length < EVENTS) break;
  }
  return progress;
}
