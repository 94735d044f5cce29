import { checkSchema } from '../../data/migrate.ts';
import { explainFailure } from '../../data/wait-for-database.ts';
import { WebError } from '../../failures/web-error.ts';
import type { AppParts, WebApp } from '../app-parts.ts';
import { Problem } from '../problem.ts';

/** `/health` and `/live`: this process answers. `/ready`: it can work, with its database and the schema in it. */
export function healthRoutes(app: WebApp, { database }: AppParts): void {
  const open = { config: { access: 'public', rateLimit: false }, schema: { hide: true } } as const;
  for (const path of ['/health', '/live']) app.get(path, open, () => ({ status: 'ok' }));
  app.get('/ready', open, async () => {
    try {
      await checkSchema(database.db);
    } catch (error) {
      throw unready(error);
    }
    return { status: 'ok' };
  });
}

function unready(error: unknown): Problem {
  const hint = error instanceof WebError ? error.hint : explainFailure(error).hint;
  return new Problem('DATABASE_UNAVAILABLE', 'the database cannot be worked with', { hint, cause: error });
}
