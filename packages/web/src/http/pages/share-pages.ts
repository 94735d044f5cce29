import { z } from 'zod';
import { noteAct } from '../../data/audit.ts';
import { inTransaction } from '../../data/in-transaction.ts';
import { createShareLink, revokeShareLink, usableShareLink } from '../../data/share-links.ts';
import { SHARE_DAYS } from '../../pages/report-page.tsx';
import { DRAWING } from '../api/artifact-routes.ts';
import type { WebApp } from '../app-parts.ts';
import { notFound, Problem } from '../problem.ts';
import { sendArtifact } from '../reports/send-artifact.ts';
import { foundMeasured, foundRun } from './found.ts';
import type { PageDesk, PageParts } from './page-desk.ts';
import { languageOf } from './preferences.ts';
import { readShareToken } from './share-signature.ts';

const DAY_MS = 86_400_000;

const daysSchema = z.object({
  days: z.coerce.number().refine((days) => (SHARE_DAYS as readonly number[]).includes(days)),
});
const runSchema = z.object({ id: z.string() });
const linkSchema = z.object({ id: z.string(), link: z.uuid() });
const tokenSchema = z.object({ token: z.string() });

/** Links to one report that work without signing in: made, ended, followed. */
export function sharePages(app: WebApp, parts: PageParts, desk: PageDesk): void {
  const { db } = parts.database;
  app.post(
    '/runs/:id/share',
    { config: { access: 'submit' }, schema: { params: runSchema, body: daysSchema, hide: true } },
    async (request, reply) => {
      const run = await foundMeasured(parts, request.params.id);
      const now = parts.clock();
      const actor = request.principal?.name ?? '';
      const expiresAt = new Date(now.getTime() + request.body.days * DAY_MS);
      const { id } = await inTransaction(db, async (transaction) => {
        await noteAct(transaction, { actor, action: 'share.create', subject: `run ${run.id}` }, now);
        return createShareLink(transaction, { runId: run.id, createdBy: actor, expiresAt }, now);
      });
      return reply.redirect(desk.link(`/runs/${run.id}/report?shared=${id}`), 303);
    },
  );
  app.post(
    '/runs/:id/share/:link/revoke',
    { config: { access: 'submit' }, schema: { params: linkSchema, hide: true } },
    async (request, reply) => {
      const run = await foundRun(parts, request.params.id);
      const now = parts.clock();
      const actor = request.principal?.name ?? '';
      await inTransaction(db, async (transaction) => {
        if (!(await revokeShareLink(transaction, request.params.link, now))) return;
        await noteAct(transaction, { actor, action: 'share.revoke', subject: `run ${run.id}` }, now);
      });
      return reply.redirect(desk.link(`/runs/${run.id}/report`), 303);
    },
  );
  app.get(
    '/share/:token',
    { config: { access: 'public', rateLimit: DRAWING }, schema: { params: tokenSchema, hide: true } },
    async (request, reply) => {
      const id = readShareToken(parts, request.params.token);
      if (id === undefined) throw notFound('link');
      const link = await usableShareLink(db, id, parts.clock());
      if (link === undefined) {
        throw new Problem('LINK_OVER', 'the link has expired or was revoked', { hint: 'ask for a new one' });
      }
      const run = await foundRun(parts, link.run_id);
      return sendArtifact(reply, 'html', await parts.shelf.render(run, 'html', languageOf(request)));
    },
  );
}
