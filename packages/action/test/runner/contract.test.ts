import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readReport } from '@csqa/report';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ClinicRemote, checkOutShallow, makeClinicRemote } from '../git/clinic-remote.ts';
import { guardedClinic, withoutGuard } from './guarded-clinic.ts';
import { extractReleaseTree } from './release-tree.ts';
import { runStep, type Step, type StepResult } from './run-step.ts';

let action: string;
let root: string;
let remote: ClinicRemote;

beforeAll(async () => {
  action = await extractReleaseTree();
});

afterAll(() => rm(action, { recursive: true, force: true }));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'csqa-step-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

function pullRequestOf({ head }: ClinicRemote, from = 'clinic/pets') {
  return {
    repository: { private: false, default_branch: 'main' },
    pull_request: { number: 7, head: { sha: head, repo: { full_name: from } }, base: { ref: 'main' } },
  };
}

async function runOnPullRequest(changes: Partial<Step> = {}): Promise<StepResult> {
  const workspace = await checkOutShallow(remote.bare, 'refs/pull/7/merge', join(root, 'workspace'));
  return runStep({
    ...{ action, root, workspace, event: 'pull_request', payload: pullRequestOf(remote) },
    ...changes,
    env: {
      GITHUB_SERVER_URL: pathToFileURL(root).href,
      GITHUB_SHA: remote.merge,
      ...changes.env,
    },
  });
}

describe('a pull request', () => {
  it('that takes a guard away fails the job, and says what is new, where, and against which commit', async () => {
    remote = await makeClinicRemote(root, { main: guardedClinic(), branch: withoutGuard() });
    const step = await runOnPullRequest();
    expect(step.stderr).toBe('');
    expect(step.conclusion).toBe('failure');
    expect(step.outputs).toMatchObject({
      outcome: 'gate-failed',
      'baseline-sha': remote.main,
      'diff-status': 'available',
      degraded: '[]',
    });
    expect(step.log.annotations.at(-1)?.message).toMatch(
      /^The CSQA gate failed: 2 new findings of severity critical/,
    );
    expect(step.log.annotations[0]).toMatchObject({
      command: 'error',
      properties: { file: 'src/main/java/org/clinic/OwnerController.java', line: '17' },
    });
    const report = readReport(await readFile(step.outputs['json-file'] ?? ''));
    expect(report).toMatchObject({ ok: true, value: { meta: { revision: remote.merge } } });
  });
});
