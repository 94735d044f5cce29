import type { AppParts, WebApp } from '../app-parts.ts';
import { eventRoutes } from '../events/event-routes.ts';
import { ReportShelf } from '../reports/render-report.ts';
import { artifactRoutes } from './artifact-routes.ts';
import { runRoutes } from './run-routes.ts';

/** Everything under `/api/v1`. */
export function apiRoutes(app: WebApp, parts: AppParts): void {
  const shelf = new ReportShelf(parts);
  runRoutes(app, parts);
  eventRoutes(app, parts);
  artifactRoutes(app, parts, shelf);
}
