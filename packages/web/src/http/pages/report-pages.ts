import { LANGUAGES, WRITERS } from '@csqa/report';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { listShareLinks } from '../../data/share-links.ts';
import { ReportPage } from '../../pages/report-page.tsx';
import type { AppParts, WebApp } from '../app-parts.ts';
import { foundProject, foundReport, foundRun } from './found.ts';
import { type PageDesk, sendHtml } from './page-desk.ts';
import { languageOf } from './preferences.ts';
import { downloadsOf } from './report-files.ts';
import { fullShareLink } from './share-signature.ts';

const paramsSchema = z.object({ id: z.string() });
const languageSchema = z.object({ lang: z.enum(LANGUAGES).optional() });
const createdSchema = z.object({ shared: z.uuid().optional() });

/** The report of a run: the page around it, and the document in its frame. */
export function reportPages(app: WebApp, parts: AppParts, desk: PageDesk): void {
  app.get(
    '/runs/:id/report',
    { schema: { params: paramsSchema, querystring: createdSchema, hide: true } },
    async (request, reply) => {
      const run = await foundRun(parts, request.params.id);
      await foundReport(parts, run.id);
      const shares = await listShareLinks(parts.database.db, run.id);
      const created = shares.find(
        ({ id, created_by }) => id === request.query.shared && created_by === request.principal?.name,
      );
      const model = {
        run,
        project: await foundProject(parts, run.project_id),
        downloads: downloadsOf(run.id, desk.link, languageOf(request)),
        shares,
        created: created === undefined ? null : fullShareLink(parts, request, created.id),
      };
      return desk.send({ request, reply }, ReportPage, model);
    },
  );
  app.get(
    '/runs/:id/report.html',
    { schema: { params: paramsSchema, querystring: languageSchema, hide: true } },
    async (request, reply) => {
      const { id } = await foundRun(parts, request.params.id);
      return sendReport(reply, await reportHtml(parts, id, request.query.lang ?? languageOf(request)));
    },
  );
}

/** The interactive report of a run as a document of its own. */
export async function reportHtml(
  parts: AppParts,
  runId: string,
  lang: (typeof LANGUAGES)[number],
): Promise<string> {
  const { report, record } = await foundReport(parts, runId);
  return WRITERS.html.render(report, { lang, run: record });
}

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u;

/**
 * Answers with a report. It is written from what a stranger's repository says, so it gets no origin: it cannot act for whoever
 * reads it, even if something in it were not text. It may run its own script, which its policy names by hash.
 */
export function sendReport(reply: FastifyReply, html: string): FastifyReply {
  const own = POLICY.exec(html)?.[1];
  if (own === undefined) throw new Error('expected the report to name its policy');
  const policy = `${own}; frame-ancestors 'self'; sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads`;
  return sendHtml(
    reply.header('content-security-policy', policy).header('x-frame-options', 'SAMEORIGIN'),
    html,
  );
}
