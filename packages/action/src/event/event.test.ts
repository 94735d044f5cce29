import { describe, expect, it } from 'vitest';
import {
  BASE,
  contextOf,
  HEAD,
  pullRequestPayload,
  runnerVariables,
  ZERO,
} from '../../test/event-samples.ts';
import { baselinePlan } from './baseline-plan.ts';
import { readPayload } from './event-payload.ts';
import { assertServed } from './refusal.ts';
import { runContextOf } from './run-context.ts';

const onMain = { GITHUB_REF: 'refs/heads/main' };
const onFeature = { GITHUB_REF: 'refs/heads/feature' };
const repository = { private: true, default_branch: 'main' };

describe('what a run is known to be', () => {
  it('is a pull request of the repository itself, whose token may write', () => {
    expect(contextOf('pull_request', pullRequestPayload())).toMatchObject({
      event: 'pull_request',
      repository: { owner: 'clinic', name: 'pets' },
      pullRequest: { number: 7, headSha: HEAD, baseRef: 'main' },
      readOnly: null,
      isPrivate: false,
      servers: { isEnterprise: false },
    });
  });

  it('is a fork where the head is in another repository, or in none any more', () => {
    expect(contextOf('pull_request', pullRequestPayload('stranger/pets')).readOnly).toBe('fork');
    expect(contextOf('pull_request', pullRequestPayload(null)).readOnly).toBe('fork');
  });

  it('is no fork where the names differ in case only', () => {
    expect(contextOf('pull_request', pullRequestPayload('Clinic/Pets')).readOnly).toBeNull();
  });

  it('is read only where Dependabot acts, and not where somebody dispatches a run in its name', () => {
    const dependabot = { GITHUB_ACTOR: 'dependabot[bot]' };
    expect(contextOf('pull_request', pullRequestPayload(), dependabot).readOnly).toBe('dependabot');
    expect(contextOf('push', { repository }, dependabot).readOnly).toBe('dependabot');
    expect(contextOf('schedule', { repository }, dependabot).readOnly).toBeNull();
  });

  it.each([
    ['https://github.com', false],
    ['https://acme.ghe.com', false],
    ['http://github.localhost:4000', false],
    ['https://github.acme.example', true],
    ['https://notghe.com', true],
  ])('tells Enterprise Server by the host: %s', (url, isEnterprise) => {
    const { servers } = contextOf('push', {}, { GITHUB_SERVER_URL: url });
    expect(servers.isEnterprise).toBe(isEnterprise);
  });

  it('is no run of a workflow where a variable is missing or is no commit', () => {
    const facts = { payload: {}, inputs: { language: 'en', token: '' } as const };
    const environment = { ...runnerVariables, GITHUB_EVENT_NAME: 'push' };
    expect(() => runContextOf({ ...facts, environment: { ...environment, RUNNER_TEMP: '' } })).toThrow(
      /RUNNER_TEMP is not what a runner sets/,
    );
    expect(() =>
      runContextOf({ ...facts, environment: { ...environment, GITHUB_SHA: '--upload-pack=x' } }),
    ).toThrow(/GITHUB_SHA is not/);
  });
});

describe('the payload of an event', () => {
  it('is read without what the action has no use for', () => {
    const text = JSON.stringify({ ...pullRequestPayload(), sender: { login: 'ada' }, action: 'opened' });
    expect(readPayload(text)).toEqual(pullRequestPayload());
  });

  it('is refused where a commit is none, for it would reach a command line', () => {
    expect(readPayload(JSON.stringify({ before: '--upload-pack=touch' }))).toBeNull();
    expect(readPayload('not JSON')).toBeNull();
  });
});

describe('what is compared with', () => {
  it('is the first parent of the merge commit of a pull request, then the merge base', () => {
    const plan = baselinePlan(contextOf('pull_request', pullRequestPayload()), pullRequestPayload(), 'auto');
    expect(plan).toEqual({
      steps: [
        { by: 'first-parent', headSha: HEAD, baseRef: 'main' },
        { by: 'merge-base', with: 'main' },
      ],
      isJudged: true,
    });
  });

  it('is the base of a merge group', () => {
    const payload = { merge_group: { base_sha: BASE, head_sha: HEAD } };
    const plan = baselinePlan(contextOf('merge_group', payload), payload, 'auto');
    expect(plan).toEqual({ steps: [{ by: 'commit', sha: BASE }], isJudged: true });
  });

  it.each([
    ['a push', { payload: { before: BASE }, variables: onMain, steps: ['commit', 'last-of-branch'] }],
    [
      'a new branch',
      { payload: { before: ZERO }, variables: onFeature, steps: ['last-of-branch', 'merge-base'] },
    ],
    [
      'a forced push',
      {
        payload: { before: BASE, forced: true },
        variables: onFeature,
        steps: ['last-of-branch', 'merge-base'],
      },
    ],
    ['the very first push', { payload: { before: ZERO }, variables: onMain, steps: ['last-of-branch'] }],
  ])('of %s never is a commit that does not lead here', (_, { payload, variables, steps }) => {
    const whole = { ...payload, repository };
    const plan = baselinePlan(contextOf('push', whole, variables), whole, 'auto');
    expect(plan.steps.map(({ by }) => by)).toEqual(steps);
    expect(plan.isJudged).toBe(true);
  });

  it.each(['schedule', 'workflow_dispatch', 'release', 'issue_comment'])(
    'of %s is the last state of the branch, for the trend alone',
    (event) => {
      const plan = baselinePlan(contextOf(event, { repository }, onMain), { repository }, 'auto');
      expect(plan).toEqual({ steps: [{ by: 'last-of-branch', ref: 'refs/heads/main' }], isJudged: false });
    },
  );

  it.each([
    ['none', []],
    ['v1.2', [{ by: 'ref', ref: 'v1.2' }]],
    [BASE, [{ by: 'commit', sha: BASE }]],
    ['reports/main.json', [{ by: 'file', path: 'reports/main.json' }]],
  ])('is what the workflow asks for: %s', (asked, steps) => {
    const context = contextOf('pull_request', pullRequestPayload());
    expect(baselinePlan(context, pullRequestPayload(), asked).steps).toEqual(steps);
  });
});

describe('events that are refused', () => {
  it('are pull_request_target with the reason and the way out, but not its report stage', () => {
    const context = contextOf('pull_request_target', pullRequestPayload('stranger/pets'));
    expect(() => assertServed(context, 'analyze')).toThrow(/rights and secrets .* use on: pull_request/);
    expect(() => assertServed(context, 'report')).not.toThrow();
  });

  it('are all but workflow_run for the report stage', () => {
    expect(() => assertServed(contextOf('push', {}), 'report')).toThrow(/starts on workflow_run/);
    expect(() => assertServed(contextOf('workflow_run', {}), 'report')).not.toThrow();
    expect(() => assertServed(contextOf('push', {}), 'analyze')).not.toThrow();
  });
});
