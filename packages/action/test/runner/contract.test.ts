import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readReport } from '@csqa/report';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { git } from '../../../orchestrator/test/repositories.ts';
import { type ClinicRemote, checkOutShallow, makeClinicRemote } from '../git/clinic-remote.ts';
import { guardedClinic, withoutGuard } from './guarded-clinic.ts';
import { extractReleaseTree } from './release-tree.ts';
import { runStep, type Step, type StepResult } from './run-step.ts';

let action: string;
let root: string;

beforeAll(async () => {
  action = await extractReleaseTree();
});

afterAll(() => rm(action, { recursive: true, force: true }));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'csqa-step-'));
});

afterEach(() => rm(root, { recursive: true, force: true }));

const repository = { private: false, default_branch: 'main' };

function pullRequestOf({ head }: ClinicRemote, from = 'clinic/pets') {
  return {
    repository,
    pull_request: { number: 7, head: { sha: head, repo: { full_name: from } }, base: { ref: 'main' } },
  };
}

/** Nothing is published to a server: that is told elsewhere. */
const alone = { comment: 'never', 'sarif-upload': 'never', artifact: 'false' };

/** Runs the action on a depth-1 checkout of a ref. */
async function runOn(remote: ClinicRemote, ref: string, step: Partial<Step>): Promise<StepResult> {
  const workspace = await checkOutShallow(remote.bare, ref, join(root, 'workspace'));
  const sha = await git(workspace, 'rev-parse', 'HEAD');
  return runStep({
    ...{ action, root, workspace, event: 'push', payload: { repository } },
    ...step,
    with: { ...alone, ...step.with },
    env: { GITHUB_SERVER_URL: pathToFileURL(root).href, GITHUB_SHA: sha, ...step.env },
  });
}

function onPullRequest(remote: ClinicRemote, step: Partial<Step> = {}): Promise<StepResult> {
  return runOn(remote, 'refs/pull/7/merge', {
    event: 'pull_request',
    payload: pullRequestOf(remote),
    ...step,
  });
}

const unguarded = (): Promise<ClinicRemote> =>
  makeClinicRemote(root, { main: guardedClinic(), branch: withoutGuard() });
const harmless = (): Promise<ClinicRemote> =>
  makeClinicRemote(root, {
    main: guardedClinic(),
    branch: { 'src/main/java/org/clinic/Vet.java': 'class Vet {}\n' },
  });

describe('a pull request', () => {
  it('that takes a guard away fails the job, and says what is new, where, and against which commit', async () => {
    const remote = await unguarded();
    const step = await onPullRequest(remote);
    expect(step.stderr).toBe('');
    expect(step.conclusion).toBe('failure');
    expect(step.outputs).toMatchObject({
      outcome: 'gate-failed',
      'baseline-sha': remote.main,
      'diff-status': 'available',
      'worst-new-severity': 'critical',
    });
    expect(step.log.annotations.at(-1)?.message).toMatch(
      /^The CSQA gate failed: 2 new or worse findings of severity critical/,
    );
    expect(step.log.annotations[0]).toMatchObject({
      command: 'error',
      properties: { file: 'src/main/java/org/clinic/OwnerController.java', line: '17' },
    });
    const report = readReport(await readFile(step.outputs['json-file'] ?? ''));
    expect(report).toMatchObject({ ok: true, value: { meta: { revision: remote.merge } } });
    expect(step.summary).toContain('CSQA-B2-privileged-near-public');
  });

  it('that changes nothing that matters passes, though the repository has findings', async () => {
    const step = await onPullRequest(await harmless());
    expect(step.conclusion).toBe('success');
    expect(step.outputs).toMatchObject({ outcome: 'passed', 'new-count': '0', 'diff-status': 'available' });
    expect(Number(step.outputs['total-count'])).toBeGreaterThan(0);
    expect(step.log.annotations).toEqual([]);
  });

  it('that loosens its own gate is judged by that of the base, and what it suppresses is named', async () => {
    const path = 'src/main/java/org/clinic/OwnerController.java';
    const branch = { ...withoutGuard(), '.csqa.yml': 'gate:\n  maxRisk: 1\n' };
    const loosened = await onPullRequest(await makeClinicRemote(root, { main: guardedClinic(), branch }));
    expect(loosened.outputs.outcome).toBe('gate-failed');
    expect(loosened.summary).toContain('> ⚠️ This change alters its own configuration: `gate`.');

    await rm(root, { recursive: true });
    const quiet = (withoutGuard()[path] ?? '').replace(
      '  @DeleteMapping',
      '  // csqa-ignore CSQA-B2-privileged-near-public until=2999-01-01 reason="asked for"\n  @DeleteMapping',
    );
    const remote = await makeClinicRemote(root, { main: guardedClinic(), branch: { [path]: quiet } });
    const suppressing = await onPullRequest(remote);
    expect(suppressing.summary).toMatch(
      /### Suppressed by this change \(1\)\n\n.*: asked for \(until 2999-01-01\)/,
    );
    expect(suppressing.summary).not.toContain('alters its own configuration');
  });

  it('from a fork has the same verdict without any right to write', async () => {
    const remote = await unguarded();
    const payload = pullRequestOf(remote, 'stranger/pets');
    const step = await onPullRequest(remote, { payload });
    expect(step.outputs).toMatchObject({ outcome: 'gate-failed', 'diff-status': 'available' });
  });

  it('by Dependabot has one, too', async () => {
    const step = await onPullRequest(await harmless(), { env: { GITHUB_ACTOR: 'dependabot[bot]' } });
    expect(step.outputs).toMatchObject({ outcome: 'passed', 'diff-status': 'available' });
  });

  it('whose base cannot be had is red, and one sentence says what mends it', async () => {
    const remote = await unguarded();
    const step = await onPullRequest(remote, { env: { GITHUB_SERVER_URL: 'file:///nowhere' } });
    expect(step.conclusion).toBe('failure');
    expect(step.outputs).toMatchObject({ outcome: 'error', 'diff-status': 'unavailable', 'new-count': '' });
    expect(step.log.annotations.at(-1)?.message).toMatch(
      /^CSQA could not judge: .* The base commit could not be fetched: .*permissions: contents: read/,
    );
  });

  it('leaves the checkout as it was', async () => {
    const remote = await harmless();
    await onPullRequest(remote);
    const workspace = join(root, 'workspace');
    expect(await git(workspace, 'status', '--porcelain', '--ignored')).toBe('');
    expect(await git(workspace, 'rev-list', '--all')).toBe(remote.merge);
  });
});

describe('other events', () => {
  it('merge_group is compared with the base of its group', async () => {
    const remote = await unguarded();
    const payload = { repository, merge_group: { base_sha: remote.main, head_sha: remote.merge } };
    const step = await runOn(remote, 'refs/pull/7/merge', { event: 'merge_group', payload });
    expect(step.outputs).toMatchObject({ outcome: 'gate-failed', 'baseline-sha': remote.main });
  });

  it('a push is compared with the commit before', async () => {
    const remote = await unguarded();
    const payload = { repository, before: remote.fork };
    const step = await runOn(remote, 'refs/heads/main', { payload });
    expect(step.outputs).toMatchObject({ outcome: 'passed', 'baseline-sha': remote.fork });
  });

  it('the first push of a repository has everything as new, for nothing was there', async () => {
    const remote = await makeClinicRemote(root, { main: { ...guardedClinic(), ...withoutGuard() } });
    await git(remote.bare, 'update-ref', 'refs/heads/first', remote.fork);
    const payload = { repository, before: '0'.repeat(40) };
    const step = await runOn(remote, 'refs/heads/first', { payload, env: { GITHUB_REF: 'refs/heads/main' } });
    expect(step.outputs).toMatchObject({ outcome: 'gate-failed', 'diff-status': 'unavailable' });
  });

  it('a schedule judges by absolute limits alone', async () => {
    const remote = await unguarded();
    const step = await runOn(remote, 'refs/pull/7/head', { event: 'schedule' });
    expect(step.outputs).toMatchObject({ outcome: 'passed', 'diff-status': 'unavailable' });
    const strict = await runStep({
      ...{ action, root, workspace: join(root, 'workspace'), event: 'schedule', payload: { repository } },
      with: { ...alone, 'fail-on': 'critical' },
      env: { GITHUB_SERVER_URL: pathToFileURL(root).href, GITHUB_SHA: remote.head },
    });
    expect(strict.outputs.outcome).toBe('gate-failed');
  });

  it('pull_request_target is refused with the reason and the way out', async () => {
    const remote = await unguarded();
    const payload = pullRequestOf(remote, 'stranger/pets');
    const step = await runOn(remote, 'refs/heads/main', { event: 'pull_request_target', payload });
    expect(step.outputs.outcome).toBe('error');
    expect(step.log.annotations.at(-1)?.message).toMatch(
      /^CSQA could not run: pull_request_target .* on: pull_request/,
    );
  });
});

describe('a repository of several projects', () => {
  it('is judged project by project in one job, each below its own directory', async () => {
    const main = { ...guardedClinic('services/billing/'), ...guardedClinic('services/owners/') };
    const remote = await makeClinicRemote(root, { main, branch: withoutGuard('services/owners/') });
    const step = await onPullRequest(remote, { with: { path: 'services/billing\nservices/owners' } });
    const projects = JSON.parse(step.outputs.projects ?? '') as { project: string; outcome: string }[];
    expect(projects.map(({ project, outcome }) => [project, outcome])).toEqual([
      ['services-billing', 'passed'],
      ['services-owners', 'gate-failed'],
    ]);
    expect(step.outputs.outcome).toBe('gate-failed');
    expect(step.log.annotations[0]?.properties.file).toBe(
      'services/owners/src/main/java/org/clinic/OwnerController.java',
    );
    expect(step.log.annotations.at(-1)?.message).toMatch(/services-owners: 2 new or worse findings/);
  });

  it('may gain one: what the change adds is new as a whole', async () => {
    const branch = { ...guardedClinic('services/owners/'), ...withoutGuard('services/owners/') };
    const remote = await makeClinicRemote(root, { main: guardedClinic('services/billing/'), branch });
    const step = await onPullRequest(remote, { with: { path: 'services/owners' } });
    expect(step.outputs).toMatchObject({ outcome: 'gate-failed', 'diff-status': 'unavailable' });
    expect(step.log.annotations.at(-1)?.message).toMatch(/^The CSQA gate failed: 2 new or worse findings/);
  });
});

describe('what cannot be run', () => {
  it.each([
    ['a wrong input', { 'fail-on': 'new-hihg' }, /fail-on: expected none, .* did you mean new-high\?/],
    [
      'a directory that is not there',
      { path: 'services/nothing' },
      /there is no directory "services\/nothing"/,
    ],
    ['a configuration that is not there', { config: 'ci/csqa.yml' }, /there is no file "ci\/csqa.yml"/],
  ])('is told in one sentence: %s', async (_, inputs, sentence) => {
    const step = await onPullRequest(await harmless(), { with: inputs });
    expect(step.conclusion).toBe('failure');
    expect(step.outputs.outcome).toBe('error');
    expect(step.log.annotations.at(-1)?.message).toMatch(sentence);
    expect(step.log.annotations.at(-1)?.message).toMatch(/^CSQA could not run: /);
  });

  it('is a directory that is a link out of the checkout', async () => {
    const remote = await harmless();
    const workspace = await checkOutShallow(remote.bare, 'refs/pull/7/merge', join(root, 'workspace'));
    await symlink('/etc', join(workspace, 'out'));
    const step = await runStep({
      ...{ action, root, workspace, event: 'pull_request', payload: pullRequestOf(remote) },
      with: { path: 'out' },
      env: { GITHUB_SHA: remote.merge },
    });
    expect(step.log.annotations.at(-1)?.message).toMatch(/is a link that leaves the checkout/);
  });

  it('is a tree without a source file, even where nothing else is asked', async () => {
    const remote = await makeClinicRemote(root, {
      main: { 'README.md': 'x\n' },
      branch: { 'notes.txt': 'y\n' },
    });
    const step = await onPullRequest(remote, { with: { 'fail-on': 'none' } });
    expect(step.conclusion).toBe('failure');
    expect(step.outputs.outcome).toBe('error');
  });

  it('fails no job where the workflow only wants to be warned, and stays an error', async () => {
    const remote = await harmless();
    const step = await onPullRequest(remote, {
      with: { 'on-error': 'warn', engine: 'docker', image: 'csqa-none:missing', pull: 'never' },
    });
    expect(step.conclusion).toBe('success');
    expect(step.outputs.outcome).toBe('error');
    expect(step.log.annotations.at(-1)).toMatchObject({ command: 'warning' });
  });

  it('speaks Russian where it is asked to', async () => {
    const step = await onPullRequest(await unguarded(), { with: { language: 'ru' } });
    expect(step.log.annotations.at(-1)?.message).toMatch(/^Проверка CSQA не пройдена: /);
  });
});

describe('a hostile repository', () => {
  it('gives the runner no command, whatever its files are called and say', async () => {
    const path = 'src/main/java/org/clinic/OwnerController.java';
    const original = withoutGuard()[path] ?? '';
    const hostile = original
      .replaceAll('OwnerController', 'Owner_Controller')
      .replace('/owners/{id}', '/x\\n::set-env name=NODE_OPTIONS::--require=x\\n{id}');
    const files = { ...guardedClinic(), [path]: 'class Nothing {}\n' };
    const bad = 'src/main/java/org/::error::x%0A::add-mask::a/Bad.java';
    const remote = await makeClinicRemote(root, { main: files, branch: { [bad]: hostile } });
    const step = await onPullRequest(remote);
    expect(step.outputs.outcome).toBe('gate-failed');
    const commands = new Set(step.log.commands.map(({ command }) => command));
    expect([...commands].toSorted()).toEqual(['error', 'notice', 'stop-commands']);
    expect(
      step.log.annotations.every(({ properties }) =>
        Object.keys(properties).every((key) => ['title', 'file', 'line'].includes(key)),
      ),
    ).toBe(true);
  });
});

describe('what a run leaves', () => {
  it('is removed when the job ends, but for the reports', async () => {
    const remote = await harmless();
    const step = await onPullRequest(remote);
    expect(step.state).toEqual({ 'csqa-started': 'yes' });
    await writeFile(join(root, 'temp', 'other'), 'of another step');
    const post = await runStep(
      {
        ...{ action, root, workspace: join(root, 'workspace'), event: 'pull_request', state: step.state },
        payload: pullRequestOf(remote),
      },
      'post',
    );
    expect(post).toMatchObject({ exitCode: 0, outputs: {} });
    await expect(readFile(join(root, 'temp/csqa-reports/pets/report.json'), 'utf8')).resolves.toContain(
      '"contract"',
    );
    await expect(readFile(join(root, 'temp/other'), 'utf8')).resolves.toBe('of another step');
    await expect(readFile(join(root, 'temp/csqa-base.git/HEAD'))).rejects.toThrow(/ENOENT/);
  });
});
