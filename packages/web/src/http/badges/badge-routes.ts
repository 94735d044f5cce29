import { z } from 'zod';
import { findProject } from '../../data/projects.ts';
import { findRun } from '../../data/runs.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { notFound } from '../problem.ts';
import type { ReportShelf } from '../reports/render-report.ts';

const FILES = { svg: 'badge', json: 'shields' } as const;
const TYPES = { svg: 'image/svg+xml', json: 'application/json' } as const;
/** Seconds that a badge may be shown after a newer run. */
const FRESH_SECONDS = 300;

const params = z.object({
  name: z
    .string()
    .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(?:svg|json)$/u)
    .transform((name) => {
      const [id = '', kind] = name.split('.');
      return { id, kind: kind === 'svg' ? ('svg' as const) : ('json' as const) };
    }),
});

/**
 * `/badges/{project}.svg` and `.json`, the endpoint of shields.io: the index of the newest run. For READMEs, so without a
 * token; the id of a project has 122 random bits, and whoever has it learns the index and nothing else.
 */
export function badgeRoutes(app: WebApp, parts: AppParts, shelf: ReportShelf): void {
  const { db } = parts.database;
  app.get(
    '/badges/:name',
    { config: { access: 'public' }, schema: { hide: true, params } },
    async (request, reply) => {
      const { id, kind } = request.params.name;
      const project = await findProject(db, id);
      const run = project?.measured_run_id == null ? undefined : await findRun(db, project.measured_run_id);
      if (run === undefined) throw notFound('badge');
      const content = await shelf.render(run, FILES[kind], 'en');
      return reply
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', `public, max-age=${FRESH_SECONDS}`)
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .type(TYPES[kind])
        .serializer(String)
        .send(content);
    },
  );
}
