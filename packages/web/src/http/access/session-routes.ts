import { z } from 'zod';
import type { AppParts, WebApp } from '../app-parts.ts';
import { linksUnder, localPath } from '../links.ts';
import { Problem } from '../problem.ts';
import { setSession } from './access-hooks.ts';
import { cookiePath, SESSION_COOKIE } from './session.ts';
import { ownerOfToken } from './sign-in.ts';
import type { WrongTokens } from './wrong-tokens.ts';

const MAX_TOKEN = 500;
const MAX_PATH = 2_000;

const signInSchema = z.object({
  token: z.string().max(MAX_TOKEN),
  next: z.string().max(MAX_PATH).optional(),
});

/** `POST /sign-in` exchanges a token for a cookie and goes on to `next`; `POST /sign-out` gives the cookie back. The page itself is of the pages. */
export function sessionRoutes(app: WebApp, parts: AppParts & { readonly wrongTokens: WrongTokens }): void {
  const link = linksUnder(parts.config.basePath);
  app.post(
    '/sign-in',
    { config: { access: 'public' }, schema: { body: signInSchema, hide: true } },
    async (request, reply) => {
      const { token, next } = request.body;
      await parts.wrongTokens.refuseTooMany(request);
      const owner = await ownerOfToken(parts, token.trim());
      if (owner === undefined) {
        await parts.wrongTokens.note(request);
        throw new Problem('TOKEN_WRONG', 'the token is unknown or was revoked', {
          hint: 'check it, or ask for another one',
        });
      }
      setSession(parts, { request, reply }, owner.session);
      return reply.redirect(link(localPath(next)), 303);
    },
  );
  app.post('/sign-out', { config: { access: 'public' }, schema: { hide: true } }, (_, reply) => {
    reply.clearCookie(SESSION_COOKIE, { path: cookiePath(parts.config) });
    return reply.redirect(link('/sign-in'), 303);
  });
}
