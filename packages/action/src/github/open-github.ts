import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import type { RunContext } from '../run-types.ts';

/** GitHub's REST API, as one run may use it. */
export type GitHub = ReturnType<typeof openGitHub>;

/** How long a run waits for GitHub, and by which clock. */
export interface Patience {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Unit of the growing pauses after failures on GitHub's side: 1, 4 and 9 of it. */
  readonly retryMs: number;
  /** Longest wait for a rate limit to end; beyond it the request fails. */
  readonly mostLimitMs: number;
}

/** What a job waits: a failing server costs 14 s, a rate limit at most a minute. */
export const PATIENT: Patience = {
  now: Date.now,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  retryMs: 1_000,
  mostLimitMs: 60_000,
};

/** Pauses that a rate limit may ask for before a request fails. */
const MOST_LIMITS = 2;
/** What GitHub asks to wait where a secondary limit names no time. */
const SECONDARY_MS = 60_000;
/** A limit that ends in a second has ended only after it. */
const AFTER_RESET_MS = 1_000;

/**
 * Opens GitHub for a run. Failures of GitHub's own (5xx, a broken connection) are repeated up to three times, except for
 * requests that say `retries: 0` because doing them twice is worse than not at all; rate limits are waited for while that takes no
 * more than a minute; everything else fails at once. Throws where there is no token.
 */
export function openGitHub(
  { token, servers }: Pick<RunContext, 'token' | 'servers'>,
  patience: Patience = PATIENT,
) {
  const octokit = getOctokit(
    token,
    {
      baseUrl: servers.api,
      userAgent: 'csqa-action',
      retry: {
        doNotRetry: [400, 401, 403, 404, 409, 410, 413, 422, 429, 451],
        retryAfterBaseValue: patience.retryMs,
      },
    },
    retry,
  );
  octokit.hook.wrap('request', async (request, options) => {
    for (let limits = 0; ; limits += 1) {
      try {
        return await request(options);
      } catch (error) {
        const wait = limits < MOST_LIMITS ? limitWait(error, patience) : null;
        if (wait === null || wait > patience.mostLimitMs) throw error;
        await patience.sleep(wait);
      }
    }
  });
  return octokit;
}

/** What a failed request of Octokit holds. */
export interface RequestFailure {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

/** A failure that GitHub answered with, or a connection that broke (status 500 without headers); null for any other error. */
export function requestFailure(error: unknown): RequestFailure | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  const response =
    'response' in error ? (error.response as { headers?: RequestFailure['headers'] }) : undefined;
  return { status: error.status, message: error.message, headers: response?.headers ?? {} };
}

/** Milliseconds after which a rate limit ends; null for what is no rate limit. */
export function limitWait(error: unknown, { now }: Pick<Patience, 'now'>): number | null {
  const failure = requestFailure(error);
  if (failure === null || (failure.status !== 403 && failure.status !== 429)) return null;
  const { headers, message, status } = failure;
  const after = Number(headers['retry-after']);
  if (after > 0) return after * 1_000;
  if (headers['x-ratelimit-remaining'] === '0') {
    const reset = Number(headers['x-ratelimit-reset']) * 1_000;
    return Number.isFinite(reset) ? Math.max(0, reset - now()) + AFTER_RESET_MS : SECONDARY_MS;
  }
  return status === 429 || /\bsecondary rate limit\b/i.test(message) ? SECONDARY_MS : null;
}
