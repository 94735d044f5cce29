import type { FastifyRequest } from 'fastify';
import { ErrorPage } from '../../pages/error-page.tsx';
import { renderPage } from '../../pages/render-page.ts';
import { SignInPage } from '../../pages/sign-in-page.tsx';
import { localPath } from '../links.ts';
import type { Problem } from '../problem.ts';
import type { PageDesk } from './page-desk.ts';

/** Draws what went wrong for people; a wrong token on the page where it was given. */
export function drawProblem(desk: PageDesk, problem: Problem, request: FastifyRequest): string {
  const page = desk.contextOf(request);
  if (problem.code === 'TOKEN_WRONG' && request.routeOptions.url === '/sign-in') {
    return renderPage(SignInPage, { page, model: { next: nextOf(request.body), isWrong: true } });
  }
  const { status, code } = problem;
  return renderPage(ErrorPage, { page, model: { status, code, requestId: request.id } });
}

function nextOf(body: unknown): string {
  const next = typeof body === 'object' && body !== null && 'next' in body ? body.next : undefined;
  return localPath(typeof next === 'string' ? next : undefined);
}
