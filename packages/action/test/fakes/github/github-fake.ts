import fastify, { type FastifyRequest } from 'fastify';
import { artifactRoutes } from './artifact-routes.ts';
import { checkRoutes } from './check-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { gitRoutes } from './git-routes.ts';
import { type AwaitedFault, emptyState, type Fault, type GitHubState } from './github-state.ts';
import { pullRoutes } from './pull-routes.ts';
import { Refusal, sendRefusal } from './refuse.ts';
import { sarifRoutes } from './sarif-routes.ts';

/** A GitHub over HTTP that is as strict as the real one: rights by token, limits, pages, rate limits. */
export interface GitHubFake extends AsyncDisposable {
  /** Address of its REST API. */
  readonly api: string;
  readonly state: GitHubState;
  /** The next so many requests that fit fail. */
  readonly fail: (
    fault: Fault,
    requests: { readonly method: string; readonly path: RegExp; readonly times?: number },
  ) => void;
}

/** The token of a workflow that may do everything that the action asks for. */
export const WORKFLOW_TOKEN = 'ghs_workflow';

const ALL_RIGHTS = ['contents=read', 'pull_requests=write', 'security_events=write', 'checks=write'];
const REQUESTS_AN_HOUR = 1_000;

/** Starts a GitHub with one repository and a token of a workflow; `rights` are what `permissions:` gives to it. */
export async function startGitHub({
  owner = 'clinic',
  name = 'owners',
  rights = ALL_RIGHTS,
}: {
  readonly owner?: string;
  readonly name?: string;
  readonly rights?: readonly string[];
} = {}): Promise<GitHubFake> {
  const state = emptyState(owner, name);
  state.tokens.set(WORKFLOW_TOKEN, { login: 'github-actions[bot]', rights });
  const app = fastify({ logger: false, bodyLimit: 40_000_000 });
  const late = new WeakMap<FastifyRequest, Fault>();
  app.addHook('onRequest', (request, reply, done) => {
    state.requests.push(`${request.method} ${request.url}`);
    const left = Math.max(0, REQUESTS_AN_HOUR - state.requests.length);
    reply.headers({ 'x-ratelimit-limit': REQUESTS_AN_HOUR, 'x-ratelimit-remaining': left });
    const fault = takeFault(state.faults, request);
    if (fault?.kind === 'status' && fault.afterWork === true) late.set(request, fault);
    if (fault?.kind === 'hang-up') {
      reply.hijack();
      request.raw.socket.destroy();
    } else {
      done(fault === null || late.has(request) ? undefined : refusalOf(fault));
    }
  });
  app.addHook('onSend', (request, reply, payload) => {
    const fault = late.get(request);
    if (fault?.kind !== 'status') return Promise.resolve(payload);
    reply.code(fault.status);
    return Promise.resolve(JSON.stringify({ message: fault.message }));
  });
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof Refusal) return sendRefusal(error, reply);
    return reply.code(400).send({ message: String(error) });
  });
  app.setNotFoundHandler((_request, reply) => sendRefusal(new Refusal(404, 'Not Found'), reply));
  for (const routes of [commentRoutes, pullRoutes, sarifRoutes, checkRoutes, artifactRoutes, gitRoutes])
    routes(app, state);
  const api = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    ...{ api, state },
    fail: (fault, { method, path, times = 1 }) => state.faults.push({ method, path, fault, times }),
    [Symbol.asyncDispose]: () => app.close(),
  };
}

function takeFault(faults: AwaitedFault[], request: FastifyRequest): Fault | null {
  const found = faults.find(
    ({ method, path, times }) => times > 0 && method === request.method && path.test(request.url),
  );
  if (found === undefined) return null;
  found.times -= 1;
  return found.fault;
}

function refusalOf(fault: Exclude<Fault, { kind: 'hang-up' }>): Refusal {
  switch (fault.kind) {
    case 'status':
      return new Refusal(fault.status, fault.message);
    case 'primary-limit':
      return new Refusal(403, 'API rate limit exceeded for installation ID 1.', {
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + fault.resetsInSeconds),
        },
      });
    case 'secondary-limit':
      return new Refusal(429, 'You have exceeded a secondary rate limit. Please wait a few minutes.', {
        headers: fault.retryAfterSeconds === null ? {} : { 'retry-after': String(fault.retryAfterSeconds) },
      });
  }
}
