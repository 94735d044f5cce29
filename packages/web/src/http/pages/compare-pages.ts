import { compareReports } from '@csqa/report';
import { z } from 'zod';
import { ComparePage } from '../../pages/compare-page.tsx';
import type { AppParts, WebApp } from '../app-parts.ts';
import { Problem } from '../problem.ts';
import { foundProject, foundReport, foundRun } from './found.ts';
import type { PageDesk } from './page-desk.ts';

const querySchema = z.object({ base: z.string().max(50), head: z.string().max(50) });

/** Any two runs of one project, held against each other. */
export function comparePages(app: WebApp, parts: AppParts, desk: PageDesk): void {
  app.get('/compare', { schema: { querystring: querySchema, hide: true } }, async (request, reply) => {
    const base = await foundRun(parts, request.query.base);
    const head = await foundRun(parts, request.query.head);
    if (base.project_id !== head.project_id) {
      throw new Problem('REQUEST_INVALID', 'the runs are of two projects', {
        hint: 'choose two runs of one project',
      });
    }
    const project = await foundProject(parts, head.project_id);
    const before = await foundReport(parts, base.id);
    const after = await foundReport(parts, head.id);
    const model = { project, base, head, comparison: compareReports(before.report, after.report) };
    return desk.send({ request, reply }, ComparePage, model);
  });
}
