import { LANGUAGES } from '@csqa/report';
import { z } from 'zod';
import { listShareLinks } from '../../data/share-links.ts';
import { ReportPage } from '../../pages/report-page.tsx';
import { DRAWING } from '../api/artifact-routes.ts';
import type { WebApp } from '../app-parts.ts';
import { sendArtifact } from '../reports/send-artifact.ts';
import { foundMeasured, foundProject, foundRun } from './found.ts';
import type { PageDesk, PageParts } from './page-desk.ts';
import { languageOf } from './preferences.ts';
import { downloadsOf } from './report-files.ts';
import { fullShareLink } from './share-signature.ts';

const paramsSchema = z.object({ id: z.string() });
const languageSchema = z.object({ lang: z.enum(LANGUAGES).optional() });
const createdSchema = z.object({ shared: z.uuid().optional() });

/** The report of a run: the page around it, and the document in its frame. */
export function reportPages(app: WebApp, parts: PageParts, desk: PageDesk): void {
  app.get(
    '/runs/:id/report',
    { schema: { params: paramsSchema, querystring: createdSchema, hide: true } },
    async (request, reply) => {
      const run = await foundMeasured(parts, request.params.id);
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
    {
      config: { rateLimit: DRAWING },
      schema: { params: paramsSchema, querystring: languageSchema, hide: true },
    },
    async (request, reply) => {
      const run = await foundRun(parts, request.params.id);
      const lang = request.query.lang ?? languageOf(request);
      return sendArtifact(reply, 'html', await parts.shelf.render(run, 'html', lang));
    },
  );
}
