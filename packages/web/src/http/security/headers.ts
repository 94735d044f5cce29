import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What pages may load: files of ours and nothing else, no script or style of which stands in the page itself. */
const DIRECTIVES = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  frameSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

/** A year, as the list of sites that are known for TLS asks for. Browsers heed it over TLS only. */
const HSTS_SECONDS = 31_536_000;

/** Headers that every answer has. */
export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: DIRECTIVES },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: HSTS_SECONDS, includeSubDomains: false },
    xFrameOptions: { action: 'deny' },
  });
  // Everything is behind a token, so no cache between here and the browser may keep it.
  app.addHook('onRequest', (_, reply, done) => {
    reply.header('cache-control', 'private, no-store');
    done();
  });
}
