import { BANDS } from '@csqa/report';
import { z } from 'zod';
import { type PortfolioOrder, portfolio } from '../../data/portfolio.ts';
import { gitAddressOf } from '../../data/projects.ts';
import { trendOf } from '../../data/reports.ts';
import { listRuns } from '../../data/runs.ts';
import { PORTFOLIO_SORTS, PortfolioPage, type PortfolioSort } from '../../pages/portfolio-page.tsx';
import { ProjectPage } from '../../pages/project-page.tsx';
import type { AppParts, WebApp } from '../app-parts.ts';
import { foundProject } from './found.ts';
import type { PageDesk } from './page-desk.ts';
import { cursorOf, readCursor } from './run-cursor.ts';
import { originOf } from './share-signature.ts';

const PAGE_SIZE = 50;
const MOST_PAGES = 100_000;
/** Runs on the curves of a project, and in one page of its list. */
const TREND_RUNS = 60;
const LISTED_RUNS = 25;

const ORDERS: Readonly<
  Record<PortfolioSort, { readonly order: PortfolioOrder; readonly descending: boolean }>
> = {
  risk: { order: 'index', descending: true },
  recent: { order: 'lastRun', descending: true },
  name: { order: 'name', descending: false },
};

/** What stands in the address of the table; what makes no sense reads as not asked, for people edit addresses. */
const portfolioSchema = z.object({
  q: z.string().max(200).catch(''),
  band: z.enum(['', ...BANDS]).catch(''),
  sort: z.enum(PORTFOLIO_SORTS).catch('risk'),
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1),
});

const paramsSchema = z.object({ id: z.string() });
const listSchema = z.object({ after: z.string().max(100).optional() });

/** The table of all projects, and the page of each. */
export function projectPages(app: WebApp, parts: AppParts, desk: PageDesk): void {
  const { db } = parts.database;
  app.get('/projects', { schema: { querystring: portfolioSchema, hide: true } }, async (request, reply) => {
    const { q, band, sort, page: number } = request.query;
    const { rows, total } = await portfolio(db, {
      ...ORDERS[sort],
      ...{ text: q, limit: PAGE_SIZE, offset: (number - 1) * PAGE_SIZE },
      ...(band === '' ? {} : { band }),
    });
    const model = { rows, total, asked: { text: q, band, sort, page: number }, pageSize: PAGE_SIZE };
    return desk.send({ request, reply }, PortfolioPage, model);
  });
  app.get(
    '/projects/:id',
    { schema: { params: paramsSchema, querystring: listSchema, hide: true } },
    async (request, reply) => {
      const project = await foundProject(parts, request.params.id);
      const after = readCursor(request.query.after);
      const listed = await listRuns(db, {
        ...{ projectId: project.id, limit: LISTED_RUNS + 1 },
        ...(after === undefined ? {} : { after }),
      });
      const runs = listed.slice(0, LISTED_RUNS);
      const last = listed.length > LISTED_RUNS ? runs.at(-1) : undefined;
      const origin = originOf(request);
      const model = {
        ...{ project, band: project.band, runs, isRepository: gitAddressOf(project) !== undefined },
        trend: await trendOf(db, project.id, TREND_RUNS),
        older: last === undefined ? null : `/projects/${project.id}?after=${cursorOf(last)}#runs`,
        badgePath: desk.link(`/badges/${project.id}.svg`),
        badgeUrl: `${origin}${desk.link(`/badges/${project.id}.svg`)}`,
        projectUrl: `${origin}${desk.link(`/projects/${project.id}`)}`,
      };
      return desk.send({ request, reply }, ProjectPage, model);
    },
  );
}
