import type { WebApp } from '../app-parts.ts';
import { comparePages } from './compare-pages.ts';
import { frameRoutes } from './frame-routes.ts';
import { operationsPages } from './operations-pages.ts';
import { PageDesk, type PageParts } from './page-desk.ts';
import { drawProblem } from './page-problems.ts';
import { projectPages } from './project-pages.ts';
import { reportPages } from './report-pages.ts';
import { runPages } from './run-pages.ts';
import { sessionPages } from './session-pages.ts';
import { settingsPages } from './settings-pages.ts';
import { sharePages } from './share-pages.ts';
import { startPages } from './start-pages.ts';

/** Every page of the app, and the page that says what went wrong. */
export function pageRoutes(app: WebApp, parts: PageParts): void {
  const desk = new PageDesk(parts);
  app.problemPage = (problem, request) => drawProblem(desk, problem, request);
  frameRoutes(app, desk);
  sessionPages(app, desk);
  startPages(app, parts, desk);
  runPages(app, parts, desk);
  reportPages(app, parts, desk);
  sharePages(app, parts, desk);
  projectPages(app, parts, desk);
  settingsPages(app, parts, desk);
  comparePages(app, parts, desk);
  operationsPages(app, parts, desk);
}
