import { z } from 'zod';
import { noteAct } from '../../data/audit.ts';
import { inTransaction } from '../../data/in-transaction.ts';
import { createShareLink, listShareLinks, revokeShareLink, type ShareLink } from '../../data/share-links.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { fullShareLink } from '../pages/share-signature.ts';
import { notFound } from '../problem.ts';
import { storedDocument } from '../reports/load-combined.ts';
import { knownRun } from './run-routes.ts';
import { idParams } from './run-shape.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;

const linkShape = z
  .object({
    id: z.uuid(),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ShareLink' });

const createdShape = linkShape.extend({
  url: z.string().describe('Works without a token, until it expires or is revoked.'),
});
const newLinkSchema = z.strictObject({ days: z.int().min(1).max(MOST_DAYS).default(7) });

const tags = ['reports'];

/** `/runs/:id/share-links` and `/share-links/:id`: links to one report for people without a token. */
export function shareRoutes(app: WebApp, parts: AppParts): void {
  const { db } = parts.database;
  const listed = z.object({ links: z.array(linkShape) });
  app.get(
    '/runs/:id/share-links',
    { schema: { tags, summary: 'Links to the report', params: idParams, response: { 200: listed } } },
    async ({ params }) => {
      const run = await knownRun(parts, params.id);
      return { links: (await listShareLinks(db, run.id)).map(shownLink) };
    },
  );
  app.post(
    '/runs/:id/share-links',
    {
      config: { access: 'submit' },
      schema: {
        tags,
        summary: 'Make a link',
        params: idParams,
        body: newLinkSchema,
        response: { 201: createdShape },
      },
    },
    async (request, reply) => {
      const run = await knownRun(parts, request.params.id);
      await storedDocument(parts, run);
      const [now, createdBy] = [parts.clock(), request.principal?.name ?? ''];
      const expiresAt = new Date(now.getTime() + request.body.days * DAY_MS);
      const link = await inTransaction(db, async (transaction) => {
        await noteAct(
          transaction,
          { actor: createdBy, action: 'share.create', subject: `run ${run.id}` },
          now,
        );
        return createShareLink(transaction, { runId: run.id, createdBy, expiresAt }, now);
      });
      return reply.code(201).send({ ...shownLink(link), url: fullShareLink(parts, request, link.id) });
    },
  );
  app.delete(
    '/share-links/:id',
    {
      config: { access: 'submit' },
      schema: { tags, summary: 'End a link at once', params: idParams, response: { 204: z.null() } },
    },
    async ({ params, principal }, reply) => {
      const act = { actor: principal?.name ?? '', action: 'share.revoke', subject: `link ${params.id}` };
      const isEnded = await inTransaction(db, async (transaction) => {
        if (!(await revokeShareLink(transaction, params.id, parts.clock()))) return false;
        await noteAct(transaction, act, parts.clock());
        return true;
      });
      if (!isEnded) throw notFound('link');
      return reply.code(204).send(null);
    },
  );
}

function shownLink({
  id,
  created_by,
  created_at,
  expires_at,
  revoked_at,
}: ShareLink): z.output<typeof linkShape> {
  return {
    ...{
      id,
      createdBy: created_by,
      createdAt: created_at.toISOString(),
      expiresAt: expires_at.toISOString(),
    },
    revokedAt: revoked_at?.toISOString() ?? null,
  };
}
