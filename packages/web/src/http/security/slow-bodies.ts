import type { FastifyInstance } from 'fastify';
import { Problem } from '../problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Seconds in which the whole body must have come; 15 where a route does not say. */
    bodySeconds?: number;
  }
}

const BODY_SECONDS = 15;

/** Ends requests whose body trickles in, which would hold a connection each for as long as somebody likes. */
export function limitSlowBodies(app: FastifyInstance): void {
  app.addHook('onRequest', ({ raw, routeOptions, headers }, _, done) => {
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (hasBody && !raw.complete) {
      const seconds = routeOptions.config.bodySeconds ?? BODY_SECONDS;
      const slow = new Problem('REQUEST_TIMEOUT', `the body did not arrive within ${seconds} s`, {
        hint: 'send it faster, or less of it',
      });
      const timer = setTimeout(() => raw.destroy(slow), seconds * 1000);
      raw.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer));
    }
    done();
  });
}
