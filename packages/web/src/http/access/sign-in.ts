import type { FastifyRequest } from 'fastify';
import { type ApiToken, findToken, useToken } from '../../data/tokens.ts';
import type { AppParts } from '../app-parts.ts';
import { isSameSecret } from '../keys.ts';
import { pathTokenOf } from './path-token.ts';
import type { Principal } from './principal.ts';
import { readSession, SESSION_COOKIE, type Session, sessionKey } from './session.ts';

/** Begins the id of a principal who has a named token. */
const NAMED = 'token:';

const BEARER = /^Bearer +(\S+)$/iu;

/** A token that came with a request, and where it stood. */
export interface GivenToken {
  readonly text: string;
  readonly via: 'path' | 'bearer';
}

/** The token of a request; the path is for people, so a header goes before it. */
export function givenToken(request: FastifyRequest): GivenToken | undefined {
  const bearer = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { text: bearer, via: 'bearer' };
  const text = pathTokenOf(request.raw);
  return text === undefined ? undefined : { text, via: 'path' };
}

/** Whom a session or token is of. */
export type Owner = Omit<Principal, 'via'> & { readonly session: Session['of'] };

const OPERATOR: Owner = { id: 'operator', name: 'operator', scope: 'admin', session: 'operator' };

/** Whom a token is of; undefined for one that is unknown or revoked. */
export async function ownerOfToken(parts: AppParts, text: string): Promise<Owner | undefined> {
  const { token } = parts.config;
  if (token !== null && isSameSecret(text, token)) return OPERATOR;
  const named = await useToken(parts.database.db, text, parts.clock());
  return named === undefined ? undefined : ownerNamed(named);
}

/** Whom the cookie of a request is of; undefined without one that holds. */
export async function ownerOfCookie(parts: AppParts, request: FastifyRequest): Promise<Owner | undefined> {
  const cookie = request.cookies[SESSION_COOKIE];
  if (cookie === undefined) return undefined;
  const session = readSession(sessionKey(parts.secret, parts.config.token), cookie, parts.clock());
  if (session === undefined) return undefined;
  if (session.of === 'operator') return parts.config.token === null ? undefined : OPERATOR;
  const named = await findToken(parts.database.db, session.of);
  return named === undefined ? undefined : ownerNamed(named);
}

/** Whether whoever once came in would still be let in: a named token may have been revoked since. */
export async function stillHolds({ database }: AppParts, principal: Principal | null): Promise<boolean> {
  const id = principal?.id.startsWith(NAMED) ? principal.id.slice(NAMED.length) : null;
  return id === null || (await findToken(database.db, id)) !== undefined;
}

/** Whoever sits at this machine, where the app has no token and listens on loopback only. */
export const LOCAL: Principal = { id: 'local', name: 'local', scope: 'admin', via: 'local' };

/** The owner as the one who asks. */
export function principalOf({ id, name, scope }: Owner, via: Principal['via']): Principal {
  return { id, name, scope, via };
}

function ownerNamed({ id, name, scope }: ApiToken): Owner {
  return { id: `${NAMED}${id}`, name: `token ${name}`, scope, session: id };
}
