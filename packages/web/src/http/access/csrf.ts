import type { FastifyRequest } from 'fastify';
import { isSameSecret, keyFor, signatureOf } from '../keys.ts';
import { Problem } from '../problem.ts';
import { SESSION_COOKIE } from './session.ts';

/** Field of a form, and header of a script's request, that carry the CSRF token. */
const CSRF_FIELD = '_csrf';
const CSRF_HEADER = 'x-csrf-token';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The CSRF token of a request's session: what a page of another site cannot know. */
export function csrfTokenOf(secret: Buffer, request: FastifyRequest): string {
  const session = request.principal?.via === 'cookie' ? (request.cookies[SESSION_COOKIE] ?? '') : '';
  return signatureOf(keyFor(secret, 'csrf'), session);
}

/**
 * Refuses a change that a browser was made to send by a page of another site. That can be where the browser shows by itself
 * who it is, and where nobody has to; a request that brings its token is its own proof.
 */
export function refuseOtherSites(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method) || bringsToken(request)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw rejected();
    return;
  }
  // Under no-referrer a browser sends `null` for forms of our own pages too; the token of the session decides then.
  const { origin } = request.headers;
  if (origin !== undefined && origin !== 'null' && hostOf(origin) !== request.host) throw rejected();
}

/** Refuses a change by a signed-in browser that lacks the token of its session. */
export function refuseWithoutToken(secret: Buffer, request: FastifyRequest, given?: string): void {
  if (SAFE_METHODS.has(request.method) || request.principal === null) return;
  if (bringsToken(request) || isNoBrowser(request)) return;
  const token = given ?? tokenOf(request);
  if (token === undefined || !isSameSecret(token, csrfTokenOf(secret, request))) throw rejected();
}

function bringsToken({ principal }: FastifyRequest): boolean {
  return principal?.via === 'bearer' || principal?.via === 'path';
}

/** A program on this machine needs no sign-in; a browser tells that it is one with every change. */
function isNoBrowser({ principal, headers }: FastifyRequest): boolean {
  return (
    principal?.via === 'local' && headers.origin === undefined && headers['sec-fetch-site'] === undefined
  );
}

function tokenOf({ headers, body }: FastifyRequest): string | undefined {
  const header = headers[CSRF_HEADER];
  if (typeof header === 'string') return header;
  if (typeof body !== 'object' || body === null || !(CSRF_FIELD in body)) return undefined;
  const field = body[CSRF_FIELD];
  return typeof field === 'string' ? field : undefined;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function rejected(): Problem {
  return new Problem('CSRF_REJECTED', 'the request does not come from a page of this app', {
    hint: 'reload the page and try again; scripts send their token as Authorization: Bearer',
  });
}
