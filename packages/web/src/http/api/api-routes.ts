import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { AppParts, WebApp } from '../app-parts.ts';
import { badgeRoutes } from '../badges/badge-routes.ts';
import { eventRoutes } from '../events/event-routes.ts';
import { githubRoutes } from '../hooks/github-routes.ts';
import { queueRoutes } from '../operations/queue-routes.ts';
import type { ReportShelf } from '../reports/render-report.ts';
import { artifactRoutes } from './artifact-routes.ts';
import { describeApi, docsRoutes } from './docs-routes.ts';
import { ingestRoutes } from './ingest-routes.ts';
import { projectRoutes } from './project-routes.ts';
import { runRoutes } from './run-routes.ts';
import { shareRoutes } from './share-routes.ts';
import { tokenRoutes } from './token-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

/** The API with its description, and what belongs to it but has addresses of its own: badges, and the webhook of GitHub. */
export async function apiRoutes(app: WebApp, parts: AppParts, shelf: ReportShelf): Promise<void> {
  const prefix = '/api/v1';
  await describeApi(app, parts);
  await app.register(
    group((inside) => {
      runRoutes(inside, parts);
      uploadRoutes(inside, parts);
      eventRoutes(inside, parts);
      artifactRoutes(inside, parts, shelf);
      projectRoutes(inside, parts);
      shareRoutes(inside, parts);
      queueRoutes(inside, parts);
      tokenRoutes(inside, parts);
    }),
    { prefix },
  );
  // These two read their bodies as bytes, so they are apart from the others.
  await app.register(
    group((inside) => ingestRoutes(inside, parts)),
    { prefix },
  );
  await app.register(group((inside) => githubRoutes(inside, parts)));
  badgeRoutes(app, parts, shelf);
  await docsRoutes(app, parts);
}

function group(routes: (inside: WebApp) => void) {
  return (inside: FastifyInstance, _: unknown, done: () => void): void => {
    routes(inside.withTypeProvider<ZodTypeProvider>());
    done();
  };
}
