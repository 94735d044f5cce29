import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WORKFLOW_TOKEN } from '../fakes/github/github-fake.ts';
import { type ResultsFake, startResults } from '../fakes/results/results-fake.ts';
import { checkOutShallow } from '../git/clinic-remote.ts';
import { type OpenedClinic, openClinic } from './opened-clinic.ts';
import { extractReleaseTree } from './release-tree.ts';
import { runStep, type StepResult } from './run-step.ts';

const RIGHTS = ['actions=read', 'contents=read', 'pull_requests=write', 'security_events=write'];
const FORK = 'stranger/pets';
const RUN = 900;

let action: string;
let clinic: OpenedClinic;
let results: ResultsFake;

beforeAll(async () => {
  action = await extractReleaseTree();
});

afterAll(() => rm(action, { recursive: true, force: true }));

beforeEach(async () => {
  clinic = await openClinic(RIGHTS);
  results = await startResults();
  clinic.github.state.pulls.push({
    ...{ number: 7, state: 'open', headSha: clinic.remote.head, headBranch: 'feature' },
    ...{ headRepository: FORK, baseRef: 'main' },
  });
});

afterEach(async () => {
  await results[Symbol.asyncDispose]();
  await clinic[Symbol.asyncDispose]();
});

const repository = { private: false, default_branch: 'main' };

/** The run of the pull request, with a token that only reads; what it leaves is kept as GitHub keeps it. */
async function firstStage(): Promise<StepResult> {
  const workspace = await checkOutShallow(
    clinic.remote.bare,
    'refs/pull/7/merge',
    join(clinic.root, 'workspace'),
  );
  const head = { sha: clinic.remote.head, repo: { full_name: FORK } };
  clinic.github.state.tokens.set('ghs_reader', { login: 'github-actions[bot]', rights: ['contents=read'] });
  const step = await runStep({
    ...{ action, root: await mkdtemp(join(clinic.root, 'runner-')), workspace, event: 'pull_request' },
    payload: { repository, pull_request: { number: 7, head, base: { ref: 'main' } } },
    token: 'ghs_reader',
    env: {
      ...results.environment,
      GITHUB_API_URL: clinic.github.api,
      GITHUB_SERVER_URL: clinic.web,
      GITHUB_SHA: clinic.remote.merge,
    },
  });
  const left = results.artifacts.map(({ id, name, content }) => ({ id, name, content, runId: RUN }));
  clinic.github.state.artifacts.push(...left);
  return step;
}

/** The trusted run that follows it, in an empty workspace. */
async function secondStage(changes: Record<string, unknown> = {}): Promise<StepResult> {
  const workspace = join(clinic.root, 'empty');
  await mkdir(workspace, { recursive: true });
  return runStep({
    ...{ action, root: await mkdtemp(join(clinic.root, 'runner-')), workspace, event: 'workflow_run' },
    with: { mode: 'report', artifact: 'false' },
    payload: {
      repository,
      workflow_run: {
        ...{ id: RUN, head_sha: clinic.remote.head, event: 'pull_request', head_branch: 'feature' },
        head_repository: { full_name: FORK },
        ...changes,
      },
    },
    token: WORKFLOW_TOKEN,
    env: {
      GITHUB_API_URL: clinic.github.api,
      GITHUB_SERVER_URL: 'http://github.localhost:9',
      GITHUB_SHA: clinic.remote.main,
      GITHUB_RUN_ID: '901',
    },
  });
}

describe('a pull request from a fork', () => {
  it('has its verdict at once, and its comment and its SARIF from the trusted stage', async () => {
    const first = await firstStage();
    expect(first.outputs.outcome).toBe('gate-failed');
    const degraded = JSON.parse(first.outputs.degraded ?? '') as { name: string; yaml: string }[];
    expect(degraded.map(({ name, yaml }) => [name, yaml])).toEqual([
      ['sarif-upload', 'mode: report'],
      ['comment', 'mode: report'],
    ]);
    expect(clinic.github.state.comments).toEqual([]);

    const second = await secondStage();
    expect(second.stderr).toBe('');
    expect(second).toMatchObject({
      conclusion: 'success',
      outputs: { outcome: 'gate-failed', degraded: '[]' },
    });
    expect(clinic.github.state.comments).toHaveLength(1);
    expect(clinic.github.state.comments[0]).toMatchObject({ issue: 7 });
    expect(clinic.github.state.comments[0]?.body).toMatch(/CSQA: failed[\s\S]*-\.->\|"access changed"\|/);
    expect(clinic.github.state.uploads).toMatchObject([
      { ref: 'refs/pull/7/head', commit: clinic.remote.head },
    ]);
  });

  it('is judged by the gate of the branch that it is for, in the trusted stage too', async () => {
    await firstStage();
    const { files } = clinic.github.state;
    files.set(`${clinic.remote.head}:.csqa.yml`, 'gate:\n  failOnNew: high\n');
    files.set('main:.csqa.yml', 'gate:\n  maxRisk: 1\n');
    const step = await secondStage();
    expect(step.outputs.outcome).toBe('passed');
    expect(clinic.github.state.comments[0]?.body).toContain('alters its own configuration: `gate`.');
  });

  it('is not commented on after another push, nor for a repository that is not its own', async () => {
    await firstStage();
    const other = await secondStage({ head_sha: 'f'.repeat(40) });
    expect(other).toMatchObject({ conclusion: 'success', outputs: { outcome: 'skipped' } });
    const elsewhere = await secondStage({ head_repository: { full_name: 'other/pets' } });
    expect(elsewhere.outputs.outcome).toBe('skipped');
    expect(clinic.github.state.comments).toEqual([]);
  });

  it('is not commented on by what another commit has left', async () => {
    await firstStage();
    const [pull] = clinic.github.state.pulls;
    clinic.github.state.pulls.splice(0, 1, { ...(pull as typeof pull & object), headSha: 'f'.repeat(40) });
    const step = await secondStage({ head_sha: 'f'.repeat(40) });
    expect(step.outputs.outcome).toBe('error');
    expect(step.log.annotations.at(-1)?.message).toMatch(
      /left was refused \(headSha\): nothing of it is published/,
    );
    expect(clinic.github.state.comments).toEqual([]);
  });

  it('whose run left something else gets nothing published, and the stage says so', async () => {
    const content = Buffer.from('no archive');
    clinic.github.state.artifacts.push({ id: 5, name: 'csqa-bundle-pets', runId: RUN, content });
    const step = await secondStage();
    expect(step.conclusion).toBe('failure');
    expect(step.log.annotations.at(-1)?.message).toMatch(/left no bundle: .* actions: read/);
  });
});
