import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type GitHubFake, startGitHub, WORKFLOW_TOKEN } from '../fakes/github/github-fake.ts';
import { checkOutArchive } from '../git/archive-checkout.ts';
import { type ClinicRemote, checkOutShallow, makeClinicRemote } from '../git/clinic-remote.ts';
import { guardedClinic, withoutGuard } from './guarded-clinic.ts';
import { extractReleaseTree } from './release-tree.ts';
import { runStep, type StepResult } from './run-step.ts';

let root: string;
let action: string;
let github: GitHubFake;
let remote: ClinicRemote;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'csqa-no-git-'));
  action = await extractReleaseTree();
  github = await startGitHub({ name: 'pets', rights: ['contents=read'] });
  remote = await makeClinicRemote(root, { main: guardedClinic(), branch: withoutGuard() });
  github.state.history = remote.bare;
});

afterEach(async () => {
  await github[Symbol.asyncDispose]();
  for (const directory of [root, action]) await rm(directory, { recursive: true, force: true });
});

/** A pull request whose files are in the workspace. */
function runIn(workspace: string, env: Readonly<Record<string, string>>): Promise<StepResult> {
  return runStep({
    ...{ action, root: join(workspace, '..'), workspace, event: 'pull_request', token: WORKFLOW_TOKEN },
    payload: {
      repository: { private: false, default_branch: 'main' },
      pull_request: {
        ...{ number: 7, base: { ref: 'main' } },
        head: { sha: remote.head, repo: { full_name: 'clinic/pets' } },
      },
    },
    with: { comment: 'never', 'sarif-upload': 'never', artifact: 'false' },
    env: { GITHUB_SHA: remote.merge, ...env },
    secrets: [WORKFLOW_TOKEN],
  });
}

/** A job in a container whose image has no git: actions/checkout has unpacked the archive of a ref. */
async function runInContainer(ref: string): Promise<StepResult> {
  const workspace = await checkOutArchive(remote.bare, ref, join(root, 'container', 'work'));
  const empty = join(root, 'bin');
  await mkdir(empty);
  return runIn(workspace, { GITHUB_API_URL: github.api, PATH: empty });
}

it('has the outcome that it has with git, figure for figure, against the same commit', async () => {
  const workspace = await checkOutShallow(remote.bare, 'refs/pull/7/merge', join(root, 'host', 'work'));
  const withGit = await runIn(workspace, { GITHUB_SERVER_URL: pathToFileURL(root).href });
  const withoutGit = await runInContainer('refs/pull/7/merge');
  expect(withoutGit.stderr).toBe('');
  expect(withoutGit.outputs).toMatchObject({
    ...{ outcome: 'gate-failed', 'baseline-sha': remote.main, 'diff-status': 'available' },
    'worst-new-severity': 'critical',
  });
  const [told, expected] = [withoutGit, withGit].map(({ outputs }) =>
    Object.entries(outputs).filter(([, value]) => !value.includes(root)),
  );
  expect(told).toEqual(expected);
  expect(withoutGit.log.annotations).toEqual(withGit.log.annotations);
  const report = JSON.parse(await readFile(withoutGit.outputs['json-file'] ?? '', 'utf8'));
  expect(report.meta.revision).toBe(remote.merge);
});

it('is red and says so where the head is checked out, which has no first parent to compare with', async () => {
  const step = await runInContainer('refs/pull/7/head');
  expect(step.conclusion).toBe('failure');
  expect(step.outputs).toMatchObject({ outcome: 'error', 'diff-status': 'unavailable' });
  expect(step.log.annotations.at(-1)?.message).toMatch(/git to the image of a container job/);
});
