import { LANGUAGES } from '@csqa/report';
import { z } from 'zod';
import { THEMES } from '../../pages/page-context.ts';
import type { WebApp } from '../app-parts.ts';
import { localPath } from '../links.ts';
import { notFound } from '../problem.ts';
import type { PageDesk } from './page-desk.ts';
import { pageFiles } from './page-files.ts';
import { LANGUAGE_COOKIE, THEME_COOKIE } from './preferences.ts';

/** Seconds in a year: as long as a file of an address with its hash may be kept, and a choice of language. */
const YEAR = 31_536_000;

const choiceSchema = z.object({
  language: z.enum(LANGUAGES).optional(),
  theme: z.enum(THEMES).optional(),
  back: z.string().max(2_000).optional(),
});

/** Files that pages load, and the choice of language and colours. A choice changes nothing but what its own browser is shown, so it is a link. */
export function frameRoutes(app: WebApp, desk: PageDesk): void {
  app.get<{ Params: { hash: string; name: string } }>(
    '/assets/:hash/:name',
    { config: { access: 'public', rateLimit: false }, schema: { hide: true } },
    ({ params }, reply) => {
      const file = pageFiles().get(params.name);
      if (file === undefined || file.hash !== params.hash) throw notFound('file');
      return reply
        .header('cache-control', `public, max-age=${YEAR}, immutable`)
        .type(file.type)
        .send(file.bytes);
    },
  );
  app.get(
    '/preferences',
    { config: { access: 'public' }, schema: { querystring: choiceSchema, hide: true } },
    (request, reply) => {
      const { language, theme, back } = request.query;
      const cookie = {
        path: desk.link('/'),
        sameSite: 'lax',
        secure: request.protocol === 'https',
        maxAge: YEAR,
      } as const;
      if (language !== undefined) reply.setCookie(LANGUAGE_COOKIE, language, cookie);
      if (theme !== undefined) reply.setCookie(THEME_COOKIE, theme, cookie);
      return reply.redirect(desk.link(localPath(back)), 303);
    },
  );
}
