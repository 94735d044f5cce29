import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import { type FastifyInstance, fastify } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { addAccessHooks } from './access/access-hooks.ts';
import { pathRewriter } from './access/path-token.ts';
import { sessionRoutes } from './access/session-routes.ts';
import { countWrongTokens } from './access/wrong-tokens.ts';
import { apiRoutes } from './api/api-routes.ts';
import { takeUploads } from './api/upload-routes.ts';
import type { AppParts } from './app-parts.ts';
import { healthRoutes } from './health/health-routes.ts';
import { linksUnder } from './links.ts';
import { metricsRoutes } from './operations/metrics-routes.ts';
import { Problem } from './problem.ts';
import { addProblemReplies } from './problem-replies.ts';
import { ReportShelf } from './reports/render-report.ts';
import { addSecurityHeaders } from './security/headers.ts';
import { scrubbed } from './security/scrub-log.ts';
import { limitSlowBodies } from './security/slow-bodies.ts';

/** Bytes of a body, unless a route takes more. */
const BODY_BYTES = 64 * 1024;
/** Milliseconds for a whole request, an upload over a slow line included; other bodies have less (security/slow-bodies.ts). */
const REQUEST_MS = 10 * 60_000;
/** Milliseconds for the headers alone, and between two requests of one connection. */
const HEADERS_MS = 10_000;
const KEEP_ALIVE_MS = 10_000;
/** The key of a project may be a long address, with every sign encoded. */
const MAX_PARAMETER = 1_500;

/** The app over its parts, not yet listening. Routes not named here are those of the pages and of the API. */
export async function createApp(parts: AppParts): Promise<FastifyInstance> {
  const app = newServer(parts).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  const link = linksUnder(parts.config.basePath);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: BODY_BYTES });
  await takeUploads(app, parts);
  await app.register(rateLimit, rateLimits(parts));
  await addSecurityHeaders(app);
  limitSlowBodies(app);
  const wrongTokens = countWrongTokens(app);
  addAccessHooks(app, parts, { link, wrongTokens });
  addProblemReplies(app);
  metricsRoutes(app, parts);
  healthRoutes(app, parts);
  sessionRoutes(app, { ...parts, wrongTokens });
  const shelf = new ReportShelf(parts);
  await apiRoutes(app, parts, shelf);
  // Components are TSX, which Node alone cannot read: the other commands run from source without them.
  const { pageRoutes } = await import('./pages/page-routes.ts');
  pageRoutes(app, { ...parts, shelf });
  return app;
}

function newServer({ config, log }: AppParts): FastifyInstance {
  const app = fastify({
    rewriteUrl: pathRewriter(config),
    trustProxy: config.trustProxy,
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_MS },
    routerOptions: { maxParamLength: MAX_PARAMETER },
    requestIdHeader: false,
    logger: {
      level: config.logLevel,
      stream: scrubbed(log, config.token),
      serializers: {
        // The address as it was routed: base path and token are off it, and what follows `?` may hold anything.
        req: ({ method, url, ip }) => ({ method, url: (url ?? '').split('?')[0] ?? '', ip }),
      },
    },
  });
  return app as unknown as FastifyInstance;
}

/** So many requests a minute by token; by address where nobody was shown. */
function rateLimits({ config }: AppParts) {
  return {
    max: config.limits.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: ({ principal, ip }: { principal: { id: string } | null; ip: string }) =>
      principal?.id ?? ip,
    errorResponseBuilder: (_: unknown, { ttl }: { readonly ttl: number }) =>
      new Problem('TOO_MANY_REQUESTS', 'too many requests', {
        hint: 'wait, and ask less often',
        retryAfter: Math.ceil(ttl / 1000),
      }),
  };
}
