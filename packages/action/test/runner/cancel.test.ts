import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WORKFLOW_TOKEN } from '../fakes/github/github-fake.ts';
import { type ResultsFake, startResults } from '../fakes/results/results-fake.ts';
import { checkOutShallow } from '../git/clinic-remote.ts';
import { guardedClinic, withoutGuard } from './guarded-clinic.ts';
import { type OpenedClinic, openClinic } from './opened-clinic.ts';
import { extractReleaseTree } from './release-tree.ts';
import { runStep, type Step, type StepResult } from './run-step.ts';

let action: string;
let clinic: OpenedClinic;
let results: ResultsFake;
let root: string;
let workspace: string;

beforeAll(async () => {
  action = await extractReleaseTree();
});

afterAll(() => rm(action, { recursive: true, force: true }));

beforeEach(async () => {
  // So many files that the analyzer is still reading them when it is looked for.
  const others = Array.from({ length: 300 }, (_, at) => [
    `src/main/java/org/clinic/Note${at}.java`,
    `package org.clinic;\n\nclass Note${at} {\n  String text() {\n    return "${at}";\n  }\n}\n`,
  ]);
  const main = { ...guardedClinic(), ...(Object.fromEntries(others) as Record<string, string>) };
  clinic = await openClinic(undefined, { main, branch: withoutGuard() });
  results = await startResults();
  root = await mkdtemp(join(clinic.root, 'runner-'));
  workspace = await checkOutShallow(clinic.remote.bare, 'refs/pull/7/merge', join(root, 'workspace'));
});

afterEach(async () => {
  await results[Symbol.asyncDispose]();
  await clinic[Symbol.asyncDispose]();
});

/** The step of the pull request, with a git server that behaves as named. */
function stepWith(server: 'plain' | 'silent', cancelled?: AbortSignal): Step {
  const head = { sha: clinic.remote.head, repo: { full_name: 'clinic/pets' } };
  return {
    ...{ action, root, workspace, event: 'pull_request', token: WORKFLOW_TOKEN },
    payload: {
      repository: { private: false, default_branch: 'main' },
      pull_request: { number: 7, head, base: { ref: 'main' } },
    },
    // A failure of the tool may be a warning; a run without a verdict is never green.
    with: { 'on-error': 'warn' },
    env: {
      ...results.environment,
      GITHUB_API_URL: clinic.github.api,
      GITHUB_SERVER_URL: clinic.web.replace(/plain$/, server),
      GITHUB_SHA: clinic.remote.merge,
    },
    ...(cancelled === undefined ? {} : { cancelled }),
  };
}

/** Ids of running processes whose command line has the word. */
async function processesWith(word: string): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return ids.flatMap((id, at) => (lines[at]?.includes(word) === true ? [Number(id)] : []));
}

async function firstWith(word: string): Promise<number> {
  for (;;) {
    const [found] = await processesWith(word);
    if (found !== undefined) return found;
    await pause(5);
  }
}

/** Whether the run has written down that the process is its own: what dies before that leaves it to its deadline. */
async function isNoted(pid: number): Promise<boolean> {
  const jobs = join(root, 'temp', 'csqa-jobs');
  const names = await readdir(jobs, { recursive: true }).catch(() => []);
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFile(join(jobs, name), 'utf8').catch(() => '')),
  );
  return texts.some((text) => text.includes(`"pid":${pid},`));
}

const analyzer = (): string => join(action, 'dist/analyzer/dist/main.js');

function expectNoVerdict(step: StepResult): void {
  expect(step).toMatchObject({ exitCode: 1, outputs: { outcome: 'cancelled', risk: '', 'new-count': '' } });
  expect(step.summary).toBe(
    '## ⏹️ CSQA: cancelled\n\nCSQA was cancelled before it was done: there is no verdict. Run the job again for one.\n',
  );
  expect(step.log.annotations).toMatchObject([
    { command: 'error', message: expect.stringMatching(/^CSQA was cancelled before it was done/) },
  ]);
  expect([clinic.github.state.comments, clinic.github.state.uploads, results.artifacts]).toEqual([
    [],
    [],
    [],
  ]);
}

/** The post step ends well and leaves no directory that the run has worked in. */
async function expectSwept(state: StepResult['state']): Promise<void> {
  const post = await runStep({ ...stepWith('plain'), state }, 'post');
  expect(post).toMatchObject({ exitCode: 0, outputs: {}, stderr: '' });
  const left = await readdir(join(root, 'temp'));
  expect(left.filter((name) => /^csqa-(?:base|jobs|head-report)/.test(name))).toEqual([]);
}

describe.skipIf(process.platform !== 'linux')('a job that is cancelled', () => {
  it('while git waits for a server ends git and its helper, and has no verdict', async () => {
    const cancelled = new AbortController();
    const running = runStep(stepWith('silent', cancelled.signal));
    await expect.poll(() => clinic.server.requests.some((path) => path.startsWith('/silent/'))).toBe(true);
    const helper = `:${clinic.server.port}/silent`;
    expect(await processesWith(helper)).not.toEqual([]);
    cancelled.abort();
    const step = await running;
    expectNoVerdict(step);
    await expect.poll(() => processesWith(helper)).toEqual([]);
    await expectSwept(step.state);
  });

  it('while the analyzer heeds nobody ends it before the runner would kill the step', async () => {
    const cancelled = new AbortController();
    const running = runStep(stepWith('plain', cancelled.signal));
    process.kill(await firstWith(analyzer()), 'SIGSTOP');
    cancelled.abort();
    const step = await running;
    expectNoVerdict(step);
    await expect.poll(() => processesWith(analyzer())).toEqual([]);
    await expectSwept(step.state);
  });

  it('and killed at once leaves an analyzer, which the post step ends', async () => {
    const killed = new AbortController();
    const running = runStep(stepWith('plain', killed.signal));
    const pid = await firstWith(analyzer());
    process.kill(pid, 'SIGSTOP');
    await expect.poll(() => isNoted(pid)).toBe(true);
    killed.abort('SIGKILL');
    const step = await running;
    expect(step).toMatchObject({ exitCode: null, conclusion: 'failure', outputs: {} });
    expect(await processesWith(analyzer())).not.toEqual([]);
    await expectSwept(step.state);
    await expect.poll(() => processesWith(analyzer())).toEqual([]);
  });
});
