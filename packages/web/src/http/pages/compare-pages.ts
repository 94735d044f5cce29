import { z } from 'zod';
import { ComparePage } from '../../pages/compare-page.tsx';
import { DRAWING } from '../api/artifact-routes.ts';
import type { WebApp } from '../app-parts.ts';
import { foundMeasured, foundProject } from './found.ts';
import type { PageDesk, PageParts } from './page-desk.ts';

const querySchema = z.object({ base: z.string().max(50), head: z.string().max(50) });

/** Any two runs of one project, held against each other. */
export function comparePages(app: WebApp, parts: PageParts, desk: PageDesk): void {
  app.get(
    '/compare',
    { config: { rateLimit: DRAWING }, schema: { querystring: querySchema, hide: true } },
    async (request, reply) => {
      const base = await foundMeasured(parts, request.query.base);
      const head = await foundMeasured(parts, request.query.head);
      const comparison = await parts.shelf.compare(base, head);
      const model = { project: await foundProject(parts, head.project_id), base, head, comparison };
      return desk.send({ request, reply }, ComparePage, model);
    },
  );
}
