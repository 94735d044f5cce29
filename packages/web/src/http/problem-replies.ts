import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { isOutOfReach } from '../data/wait-for-database.ts';
import { WebError } from '../failures/web-error.ts';
import { isProblemCode, notFound, Problem, type ProblemCode } from './problem.ts';

/** Draws a problem as a page, for people. */
export type ProblemPage = (problem: Problem, request: FastifyRequest) => string;

declare module 'fastify' {
  interface FastifyInstance {
    /** Set by the pages; without it people are told problems as programs are. */
    problemPage: ProblemPage | null;
  }
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'NOT_FOUND',
  408: 'REQUEST_TIMEOUT',
  413: 'BODY_TOO_LARGE',
  415: 'MEDIA_TYPE_UNSUPPORTED',
  429: 'TOO_MANY_REQUESTS',
};

/** Seconds after which there may be room again. */
const FULL_SECONDS = 30;

/** SQLSTATE of texts with U+0000, which PostgreSQL has no place for: as text, and inside of JSON. */
const UNSTORABLE: ReadonlySet<string> = new Set(['22021', '22P05']);

/** Answers whatever goes wrong as application/problem+json (RFC 9457), or as a page where a person asked for one. */
export function addProblemReplies(app: FastifyInstance): void {
  app.decorate('problemPage', null);
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'a request failed');
    return sendProblem(problem, request, reply);
  });
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    sendProblem(notFound('address'), request, reply),
  );
}

/** Whether a person asks, with a browser that goes from page to page. */
export function isByPerson({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html');
}

/** Problems of the API are told as such, to people too. */
function wantsPage(request: FastifyRequest): boolean {
  return isByPerson(request) && !request.url.startsWith('/api/');
}

function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, code, message, hint, retryAfter } = problem;
  reply.code(status).header('cache-control', 'no-store');
  if (retryAfter !== null) reply.header('retry-after', retryAfter);
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="csqa"');
  const draw = request.server.problemPage;
  if (draw !== null && wantsPage(request))
    return reply.type('text/html; charset=utf-8').send(draw(problem, request));
  const body = { type: 'about:blank', title: message, status, code, message, hint };
  return reply.type('application/problem+json').serializer(JSON.stringify).send(body);
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof WebError && isProblemCode(error.code)) return ofWebError(error, error.code);
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error);
  const { statusCode = 500, message } = error as FastifyError;
  if (statusCode >= 400 && statusCode < 500) {
    const hint = 'see the description of the API';
    return new Problem(BY_STATUS[statusCode] ?? 'REQUEST_INVALID', message.slice(0, 200), {
      hint,
      cause: error,
    });
  }
  if (UNSTORABLE.has((error as FastifyError).code)) {
    return new Problem('REQUEST_INVALID', 'a text holds a sign that cannot be stored', {
      ...{ hint: 'leave out the sign U+0000', cause: error },
    });
  }
  if (isOutOfReach(error)) {
    return new Problem('DATABASE_UNAVAILABLE', 'the database does not answer', {
      ...{ hint: 'try again in a moment', retryAfter: 5, cause: error },
    });
  }
  return new Problem('INTERNAL', 'the app met a defect', { hint: 'look into its log', cause: error });
}

function ofWebError({ message, hint }: WebError, code: ProblemCode): Problem {
  const isFull = code.endsWith('_FULL');
  return new Problem(code, message, { hint, ...(isFull ? { retryAfter: FULL_SECONDS } : {}) });
}

/** Which key is wrong and how; never its value, which may be a secret. */
function invalid(error: {
  readonly validation: readonly { instancePath: string; message?: string }[];
}): Problem {
  const issues = error.validation.slice(0, 5).map(({ instancePath, message }) => {
    const key = instancePath.slice(1).replaceAll('/', '.');
    return key === '' ? (message ?? 'invalid') : `${key}: ${message ?? 'invalid'}`;
  });
  return new Problem('REQUEST_INVALID', issues.join('; '), {
    hint: 'see the description of the API',
    cause: error,
  });
}
