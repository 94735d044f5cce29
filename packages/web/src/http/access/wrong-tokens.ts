import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';

/** Wrong tokens that an address may send in a minute. */
const MAX_WRONG = 10;
const WINDOW_MS = 60_000;

/** Counts wrong tokens by address, and closes the door for a while to whoever guesses. */
export interface WrongTokens {
  /** Throws TOO_MANY_REQUESTS where the address has sent too many, whatever it sends now. */
  refuseTooMany(request: FastifyRequest): Promise<void>;
  /** Notes one more. */
  note(request: FastifyRequest): Promise<void>;
}

/** The counter of an app; the plugin of rate limits must have been registered. */
export function countWrongTokens(app: FastifyInstance): WrongTokens {
  const count = app.createRateLimit({
    max: MAX_WRONG - 1,
    timeWindow: WINDOW_MS,
    keyGenerator: ({ ip }) => `wrong ${ip}`,
  });
  return {
    async refuseTooMany(request) {
      const seen = await count(request, { increment: false });
      if (seen.isAllowed || !seen.isExceeded) return;
      throw new Problem('TOO_MANY_REQUESTS', 'too many wrong tokens came from your address', {
        hint: 'wait a minute, and check the token',
        retryAfter: seen.ttlInSeconds,
      });
    },
    async note(request) {
      await count(request);
    },
  };
}
