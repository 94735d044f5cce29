import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppParts } from '../app-parts.ts';
import { type Link, localPath } from '../links.ts';
import { notFound, Problem } from '../problem.ts';
import { isByPerson } from '../problem-replies.ts';
import { csrfTokenOf, refuseOtherSites, refuseWithoutToken } from './csrf.ts';
import { refuseForeignHost } from './local-host.ts';
import { type Access, allows, type Principal } from './principal.ts';
import {
  cookiePath,
  newSession,
  SESSION_COOKIE,
  SESSION_SECONDS,
  type Session,
  sessionKey,
} from './session.ts';
import { type GivenToken, givenToken, LOCAL, ownerOfCookie, ownerOfToken, principalOf } from './sign-in.ts';
import type { WrongTokens } from './wrong-tokens.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may ask; `read` where a route does not say. */
    access?: Access;
    /** The route checks the CSRF token by itself, because it reads its body as a stream. */
    checksCsrf?: true;
  }
  interface FastifyRequest {
    /** Whoever asks; null where nobody was shown, which is so on public routes alone. */
    principal: Principal | null;
    /** For the field `_csrf` of forms and the header `x-csrf-token` of scripts. */
    readonly csrfToken: string;
  }
}

/** What the hooks need beside the parts. */
export interface AccessSettings {
  readonly link: Link;
  readonly wrongTokens: WrongTokens;
}

/**
 * Shows who asks, refuses who may not, and exchanges a token in the path of a page for a cookie. Every route passes here,
 * those that do not exist too.
 */
export function addAccessHooks(app: FastifyInstance, parts: AppParts, settings: AccessSettings): void {
  app.decorateRequest('principal', null);
  app.decorateRequest('csrfToken', {
    getter(this: FastifyRequest) {
      return csrfTokenOf(parts.secret, this);
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    if (parts.config.token === null) refuseForeignHost(request);
    const given = givenToken(request);
    const session = await identify(parts, request, { given, wrongTokens: settings.wrongTokens });
    if (session !== undefined && isPageByToken(request, given)) {
      setSession(parts, { request, reply }, session);
      return reply.redirect(settings.link(localPath(request.url)), 303);
    }
    refuseOtherSites(request);
    return admit({ request, reply }, given, settings.link);
  });
  app.addHook('preValidation', (request, _, done) => {
    if (request.routeOptions.config.checksCsrf !== true) refuseWithoutToken(parts.secret, request);
    done();
  });
}

/** Puts whoever asks on the request; gives whom a session would be of. */
async function identify(
  parts: AppParts,
  request: FastifyRequest,
  { given, wrongTokens }: { readonly given: GivenToken | undefined; readonly wrongTokens: WrongTokens },
): Promise<Session['of'] | undefined> {
  if (given !== undefined) await wrongTokens.refuseTooMany(request);
  const owner =
    given === undefined ? await ownerOfCookie(parts, request) : await ownerOfToken(parts, given.text);
  if (owner !== undefined) {
    request.principal = principalOf(owner, given?.via ?? 'cookie');
    return owner.session;
  }
  if (given === undefined && parts.config.token === null) request.principal = LOCAL;
  // Whoever is not signed in and asks for a place that is not there may be trying tokens as first segment of the path.
  else if (given !== undefined || request.is404) await wrongTokens.note(request);
  return undefined;
}

/** A request with its reply. */
interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Signs a browser in. The cookie goes over TLS only where the request came over it. */
export function setSession(parts: AppParts, { request, reply }: Exchange, of: Session['of']): void {
  reply.setCookie(
    SESSION_COOKIE,
    newSession(sessionKey(parts.secret, parts.config.token), of, parts.clock()),
    {
      path: cookiePath(parts.config),
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
      maxAge: SESSION_SECONDS,
    },
  );
}

function isPageByToken(request: FastifyRequest, given: GivenToken | undefined): boolean {
  return given?.via === 'path' && request.method === 'GET' && !request.is404 && isByPerson(request);
}

/** Lets a request through, or says what it lacks; a person who is not signed in is led to where that is done. */
function admit({ request, reply }: Exchange, given: GivenToken | undefined, link: Link): unknown {
  const { principal } = request;
  const wanted = request.is404 ? 'read' : (request.routeOptions.config.access ?? 'read');
  if (wanted === 'public') return undefined;
  if (principal !== null) {
    if (allows(principal.scope, wanted)) return undefined;
    throw new Problem(
      'SCOPE_TOO_SMALL',
      `this needs a token of scope ${wanted}, and yours is ${principal.scope}`,
      {
        hint: 'ask an administrator for another token',
      },
    );
  }
  if (given !== undefined) {
    throw new Problem('TOKEN_WRONG', 'the token is unknown or was revoked', {
      hint: 'check it, or ask for another one',
    });
  }
  if (request.method === 'GET' && isByPerson(request)) {
    if (request.is404) throw notFound('page');
    return reply.redirect(link(`/sign-in?next=${encodeURIComponent(localPath(request.url))}`), 303);
  }
  throw new Problem('TOKEN_MISSING', 'this needs a token', {
    hint: 'send it as Authorization: Bearer, or as the first segment of the path',
  });
}
