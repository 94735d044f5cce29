import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FakeToken, GitHubState } from './github-state.ts';

/** An answer that is no success, as GitHub gives it. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly object[];

  constructor(
    status: number,
    message: string,
    more: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly errors?: readonly object[];
    } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = more.headers ?? {};
    this.errors = more.errors ?? [];
  }
}

/** Answers a refusal. */
export function sendRefusal(refusal: Refusal, reply: FastifyReply): FastifyReply {
  const { status, message, headers, errors } = refusal;
  return reply
    .code(status)
    .headers(headers)
    .send({
      message,
      ...(errors.length === 0 ? {} : { errors }),
      documentation_url: 'https://docs.github.com/rest',
    });
}

/** 422 of one field. */
export function invalid(resource: string, field: string, message: string): Refusal {
  return new Refusal(422, 'Validation Failed', {
    errors: [{ resource, field, code: 'unprocessable', message }],
  });
}

/** Who asks. Refuses a request without a token, with one that is not known, and for a repository that there is not. */
export function askerOf(state: GitHubState, request: FastifyRequest): FakeToken {
  const [, given] = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (given === undefined) throw new Refusal(401, 'Requires authentication');
  const token = state.tokens.get(given);
  if (token === undefined) throw new Refusal(401, 'Bad credentials');
  const { owner, repo } = request.params as { owner: string; repo: string };
  if (owner !== state.repository.owner || repo !== state.repository.name) throw new Refusal(404, 'Not Found');
  return token;
}

/** Refuses whoever has none of the rights; alternatives are listed as GitHub lists them. */
export function require(token: FakeToken, alternatives: readonly string[]): void {
  const reads = (right: string): string => right.replace(/=write$/, '=read');
  const has = (right: string): boolean =>
    token.rights.includes(right) || token.rights.map(reads).includes(right);
  if (alternatives.some(has)) return;
  throw new Refusal(403, 'Resource not accessible by integration', {
    headers: { 'x-accepted-github-permissions': alternatives.join('; ') },
  });
}
