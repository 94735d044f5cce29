import { type GitHub, openGitHub, type Patience } from '../src/github/open-github.ts';
import type { RunContext } from '../src/run-types.ts';
import { sampleContext } from './comment-sample.ts';
import { type GitHubFake, WORKFLOW_TOKEN } from './fakes/github/github-fake.ts';
import type { FakePull } from './fakes/github/github-state.ts';

/** Patience whose clock moves only while it sleeps, and which remembers for how long. */
export interface QuickPatience extends Patience {
  readonly slept: number[];
}

/** Waits for nothing. */
export function quickPatience(): QuickPatience {
  const slept: number[] = [];
  const start = Date.now();
  return {
    slept,
    now: () => start + slept.reduce((sum, one) => sum + one, 0),
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
    retryMs: 1,
    mostLimitMs: 60_000,
  };
}

/** A run for pull request 7 that talks to the fake. */
export function contextFor(fake: GitHubFake, changes: Partial<RunContext> = {}): RunContext {
  return sampleContext({
    token: WORKFLOW_TOKEN,
    servers: { web: 'https://github.com', api: fake.api, isEnterprise: false },
    ...changes,
  });
}

/** The fake as the action opens it. */
export function open(fake: GitHubFake, patience: Patience = quickPatience()): GitHub {
  return openGitHub(contextFor(fake), patience);
}

/** A pull request from a branch of the same repository. */
export const PULL: FakePull = {
  ...{ number: 7, state: 'open', headSha: 'a'.repeat(40), headBranch: 'change' },
  ...{ headRepository: 'clinic/owners', baseRef: 'main' },
};
