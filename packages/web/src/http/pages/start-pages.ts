import { CsqaError } from '@csqa/orchestrator';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { listRuns, type Run } from '../../data/runs.ts';
import { WebError } from '../../failures/web-error.ts';
import { type StartModel, StartPage } from '../../pages/start-page.tsx';
import type { FailureToTell } from '../../pages/texts/en.ts';
import { receiveArchive, uploadRoute } from '../api/upload-routes.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { Problem } from '../problem.ts';
import { submitAgain, submitGit } from '../runs/submissions.ts';
import { foundProject, foundRun } from './found.ts';
import type { Exchange, PageDesk } from './page-desk.ts';

/** Runs of late on the start page. */
const RECENT = 10;

const formSchema = z.object({
  url: z.string().trim().max(2_048),
  ref: z.string().trim().max(250).default(''),
  mode: z.enum(['fast', 'full']).default('fast'),
});
const paramsSchema = z.object({ id: z.string() });
const access = 'submit';

/** Where an analysis begins: with an address, an archive, or what was analysed before. */
export function startPages(app: WebApp, parts: AppParts, desk: PageDesk): void {
  const show = async (exchange: Exchange, refused: StartModel['refused']) => {
    const recent = await listRuns(parts.database.db, { limit: RECENT });
    return desk.send(exchange, StartPage, {
      recent,
      maxUploadBytes: parts.jobs.uploadBytes,
      refused,
    });
  };
  app.get('/', { schema: { hide: true } }, (request, reply) => show({ request, reply }, null));
  app.post(
    '/runs',
    { config: { access }, schema: { body: formSchema, hide: true } },
    async (request, reply) => {
      const { url, ref, mode } = request.body;
      try {
        const asked = { mode, requestedBy: request.principal?.name ?? '' };
        return toRun(desk, reply, await submitGit(parts, { url, ref: ref === '' ? null : ref }, asked));
      } catch (error) {
        const reason = reasonOf(error);
        if (reason === null) throw error;
        return show({ request, reply: reply.code(422) }, { form: 'git', url, ref, reason });
      }
    },
  );
  app.post('/uploads', { ...uploadRoute(parts), schema: { hide: true } }, async (request, reply) => {
    try {
      return toRun(desk, reply, await receiveArchive(parts, request));
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === null) throw error;
      return show({ request, reply: reply.code(422) }, { form: 'archive', url: '', ref: '', reason });
    }
  });
  againPages(app, parts, desk);
}

/** The same once more: a run with its ref and mode, or a project as it is now. */
function againPages(app: WebApp, parts: AppParts, desk: PageDesk): void {
  app.post(
    '/runs/:id/again',
    { config: { access }, schema: { params: paramsSchema, hide: true } },
    async (request, reply) => {
      const { source, mode, project_id } = await foundRun(parts, request.params.id);
      const project = await foundProject(parts, project_id);
      const ref = source.kind === 'git' ? source.ref : null;
      const run = await submitAgain(parts, project, {
        ref,
        mode,
        requestedBy: request.principal?.name ?? '',
      });
      return toRun(desk, reply, run);
    },
  );
  app.post(
    '/projects/:id/runs',
    { config: { access }, schema: { params: paramsSchema, hide: true } },
    async (request, reply) => {
      const project = await foundProject(parts, request.params.id);
      const asked = { ref: null, mode: 'fast', requestedBy: request.principal?.name ?? '' } as const;
      return toRun(desk, reply, await submitAgain(parts, project, asked));
    },
  );
}

function toRun(desk: PageDesk, reply: FastifyReply, { id }: Run): FastifyReply {
  return reply.redirect(desk.link(`/runs/${id}`), 303);
}

/** Why what was asked for is refused, where a person can do something about it; null for anything else. */
function reasonOf(error: unknown): FailureToTell | null {
  if (error instanceof WebError) {
    return error.code === 'QUEUE_FULL' || error.code === 'REQUESTER_QUEUE_FULL' ? error : null;
  }
  if (!(error instanceof Problem) || error.status >= 500) return null;
  // What the orchestrator refuses it says better than we: by a code of its own, and in two languages.
  const { cause } = error;
  if (!(cause instanceof CsqaError)) return error;
  const { code, message, hint, localized } = cause;
  return { code, message, hint, ru: localized.ru };
}
