import { z } from 'zod';
import { SignInPage } from '../../pages/sign-in-page.tsx';
import type { WebApp } from '../app-parts.ts';
import { localPath } from '../links.ts';
import type { PageDesk } from './page-desk.ts';

const querySchema = z.object({ next: z.string().max(2_000).optional() });

/** The page on which a token is given; what is given goes to `POST /sign-in`. */
export function sessionPages(app: WebApp, desk: PageDesk): void {
  app.get(
    '/sign-in',
    { config: { access: 'public' }, schema: { querystring: querySchema, hide: true } },
    (request, reply) => {
      const model = { next: localPath(request.query.next), isWrong: false };
      return desk.send({ request, reply }, SignInPage, model);
    },
  );
}
