import type { EventPayload } from '../src/event/event-payload.ts';
import { type RunnerFacts, runContextOf } from '../src/event/run-context.ts';
import type { RunContext } from '../src/run-types.ts';

export const HEAD = 'a'.repeat(40);
export const BASE = 'b'.repeat(40);
const MERGE = 'c'.repeat(40);
export const ZERO = '0'.repeat(40);

/** Variables of a run on a hosted runner. */
export const runnerVariables = {
  GITHUB_REPOSITORY: 'clinic/pets',
  GITHUB_SHA: MERGE,
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_ACTOR: 'ada',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_RUN_ID: '900',
  GITHUB_RUN_NUMBER: '31',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_WORKFLOW: 'CI',
  GITHUB_JOB: 'csqa',
  GITHUB_WORKSPACE: '/home/runner/work/pets/pets',
  RUNNER_TEMP: '/home/runner/work/_temp',
};

/** The payload of a pull request from the repository itself, or from the one that is named. */
export function pullRequestPayload(from: string | null = 'clinic/pets'): EventPayload {
  return {
    repository: { private: false, default_branch: 'main' },
    pull_request: {
      number: 7,
      head: { sha: HEAD, repo: from === null ? null : { full_name: from } },
      base: { ref: 'main' },
    },
  };
}

/** What is known of a run of that event. */
export function contextOf(
  eventName: string,
  payload: EventPayload,
  variables: Readonly<Record<string, string>> = {},
): RunContext {
  const facts: RunnerFacts = {
    environment: { ...runnerVariables, GITHUB_EVENT_NAME: eventName, ...variables },
    payload,
    inputs: { language: 'en', token: 'token' },
  };
  return runContextOf(facts);
}
