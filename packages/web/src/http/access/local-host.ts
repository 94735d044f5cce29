import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';

const LOCAL_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Without a token whoever reaches this machine's loopback is trusted, and a browser can be brought there under any name
 * whose address its owner changes to 127.0.0.1. Such a request still says the foreign name.
 */
export function refuseForeignHost(request: FastifyRequest): void {
  if (LOCAL_NAMES.has(request.hostname)) return;
  throw new Problem('HOST_REJECTED', 'without a token this app answers to localhost only', {
    hint: 'open http://localhost, or set CSA_WEB_TOKEN to serve other names',
  });
}
