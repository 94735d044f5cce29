import { listRuns } from '../../data/runs.ts';
import { StartPage } from '../../pages/start-page.tsx';
import type { AppParts, WebApp } from '../app-parts.ts';
import type { PageDesk } from './page-desk.ts';

/** Runs of late on the start page. */
const RECENT = 10;

/** Where an analysis begins. */
export function startPages(app: WebApp, parts: AppParts, desk: PageDesk): void {
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const recent = await listRuns(parts.database.db, { limit: RECENT });
    const model = { recent, maxUploadBytes: 1, refused: null };
    return desk.send({ request, reply }, StartPage, model);
  });
}
