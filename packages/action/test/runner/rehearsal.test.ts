import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { commitFiles, git } from '../../../orchestrator/test/repositories.ts';
import { startBrowser } from '../../../report/test/page/start-browser.ts';
import { WORKFLOW_TOKEN } from '../fakes/github/github-fake.ts';
import { type ResultsFake, startResults } from '../fakes/results/results-fake.ts';
import { checkOutShallow } from '../git/clinic-remote.ts';
import { openComment, picture } from '../mermaid/comment-page.ts';
import { guardedClinic } from './guarded-clinic.ts';
import { type OpenedClinic, openClinic } from './opened-clinic.ts';
import { extractReleaseTree } from './release-tree.ts';
import { runStep, type Step, type StepResult } from './run-step.ts';

const CONTROLLER = 'src/main/java/org/clinic/OwnerController.java';

const browser: Browser | null = await startBrowser();

let action: string;
let clinic: OpenedClinic;
/** Of the last run: every run has services of its own. */
let results: ResultsFake;

beforeAll(async () => {
  action = await extractReleaseTree();
});

afterAll(async () => {
  await browser?.close();
  await rm(action, { recursive: true, force: true });
});

beforeEach(async () => {
  clinic = await openClinic();
});

afterEach(() => clinic[Symbol.asyncDispose]());

/** The step of one run of the workflow for the pull request as it stands. */
async function runOfPullRequest(run: number, changes: Partial<Step> = {}): Promise<StepResult> {
  const [head, sha] = await Promise.all(
    ['refs/pull/7/head', 'refs/pull/7/merge'].map((ref) => git(clinic.remote.bare, 'rev-parse', ref)),
  );
  const pull = { number: 7, head: { sha: head, repo: { full_name: 'clinic/pets' } }, base: { ref: 'main' } };
  clinic.github.state.pulls.splice(0, 1, {
    ...{ number: 7, state: 'open', headSha: head ?? '', headBranch: 'feature' },
    ...{ headRepository: 'clinic/pets', baseRef: 'main' },
  });
  const workspace = await checkOutShallow(
    clinic.remote.bare,
    'refs/pull/7/merge',
    join(clinic.root, `workspace-${run}`),
  );
  results = await startResults();
  onTestFinished(results[Symbol.asyncDispose]);
  return runStep({
    ...{ action, root: await mkdtemp(join(clinic.root, 'runner-')), workspace, event: 'pull_request' },
    payload: { repository: { private: false, default_branch: 'main' }, pull_request: pull },
    token: WORKFLOW_TOKEN,
    secrets: [WORKFLOW_TOKEN],
    ...changes,
    env: {
      ...results.environment,
      GITHUB_API_URL: clinic.github.api,
      GITHUB_SERVER_URL: clinic.web,
      GITHUB_SHA: sha ?? '',
      GITHUB_RUN_ID: String(900 + run),
      ...changes.env,
    },
  });
}

/** Pushes a commit to the branch of the pull request, and merges it for the test as GitHub does. */
async function push(files: Readonly<Record<string, string>>): Promise<void> {
  const work = join(clinic.root, 'work');
  await git(work, 'switch', '--quiet', 'feature');
  const head = await commitFiles(work, files);
  await git(work, 'switch', '--quiet', '--detach', 'main');
  await git(work, 'merge', '--quiet', '--no-ff', '--message', 'Merge 7 into main', 'feature');
  const merge = await git(work, 'rev-parse', 'HEAD');
  for (const [name, sha] of Object.entries({ head, merge }))
    await git(work, 'push', '--quiet', '--force', clinic.remote.bare, `${sha}:refs/pull/7/${name}`);
}

/** Looks at a comment as a browser shows it, where there is one, and keeps a picture of it for people. */
async function look(markdown: string, name: string, atPage: (page: Page) => Promise<void>): Promise<void> {
  if (browser === null) return;
  const page = await openComment(browser, markdown);
  // What Markdown did not take for its own would be there as it is written.
  expect(await page.locator('body').textContent()).not.toMatch(/^#{2,3} |^\|[ -]|```/m);
  await atPage(page);
  expect((await picture(page, name)).length).toBeGreaterThan(10_000);
  await page.close();
}

const comments = (): string[] => clinic.github.state.comments.map(({ body }) => body);

describe('a pull request that takes a guard away', () => {
  it('is told so in one comment, which turns green when the guard is back', async () => {
    const red = await runOfPullRequest(1);
    expect(red.stderr).toBe('');
    expect(red.outputs).toMatchObject({ outcome: 'gate-failed', degraded: '[]' });
    expect(comments()).toHaveLength(1);
    const said = comments()[0] ?? '';
    expect(said).toContain('## ❌ CSQA: failed');
    expect(said).toContain(`/blob/${clinic.github.state.pulls[0]?.headSha}/${CONTROLLER}#L17>)`);
    expect(said).toContain('Path: `OwnerController.remove` → `OwnerService.remove`');
    expect(said).toContain("access changed: `authorized → public: @PreAuthorize(hasRole('VET'))`");
    expect(said).toContain('-.->|"access changed"|');
    expect(red.outputs['comment-url']).toMatch(/#issuecomment-\d+$/);
    await look(said, 'red', async (page) => {
      expect(await page.locator('h2').first().textContent()).toContain('CSQA: failed');
      expect(await page.locator('table').count()).toBeGreaterThan(0);
      const [road] = await page.locator('svg').allTextContents();
      for (const words of ['OwnerController.remove', 'OwnerService.remove', 'access changed'])
        expect(road).toContain(words);
    });

    await push({ [CONTROLLER]: guardedClinic()[CONTROLLER] ?? '' });
    const green = await runOfPullRequest(2);
    expect(green.outputs).toMatchObject({ outcome: 'passed', 'comment-url': red.outputs['comment-url'] });
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('## ✅ CSQA: passed');
    expect(comments()[0]).not.toContain('### New');
    await look(comments()[0] ?? '', 'green', async (page) => {
      expect(await page.locator('h2').first().textContent()).toContain('CSQA: passed');
      expect(await page.locator('svg').count()).toBe(0);
    });
  });

  it('is in code scanning and in the artifacts, and the summary links to them', async () => {
    const step = await runOfPullRequest(1);
    expect(clinic.github.state.uploads).toMatchObject([
      { ref: 'refs/pull/7/merge', commit: clinic.remote.merge, errors: [] },
    ]);
    expect(step.outputs['sarif-id']).toBe(clinic.github.state.uploads[0]?.id);
    expect(results.artifacts).toMatchObject([{ name: 'csqa-pets' }]);
    expect(step.outputs['artifact-url']).toContain(`/actions/runs/901/artifacts/${results.artifacts[0]?.id}`);
    expect(step.summary).toContain(`(<${step.outputs['artifact-url']}>)`);
    expect(step.log.text).not.toContain(WORKFLOW_TOKEN);
    const told = step.log.commands.filter(({ command }) => command !== 'add-mask');
    expect(JSON.stringify(told)).not.toContain(WORKFLOW_TOKEN);
  });

  it('has the same verdict where nothing may be published, and says which lines would enable it', async () => {
    clinic.github.state.tokens.set(WORKFLOW_TOKEN, {
      login: 'github-actions[bot]',
      rights: ['contents=read'],
    });
    const step = await runOfPullRequest(1);
    expect(step.outputs.outcome).toBe('gate-failed');
    const degraded = JSON.parse(step.outputs.degraded ?? '[]') as object[];
    expect(degraded).toHaveLength(2);
    for (const line of ['security-events: write', 'pull-requests: write']) {
      expect(JSON.stringify(degraded)).toContain(line);
      expect(step.summary).toContain(line);
    }
    expect(comments()).toEqual([]);
  });

  it('keeps the word of the newer run where the older one ends last', async () => {
    await runOfPullRequest(5);
    const newer = comments();
    const late = await runOfPullRequest(4, { env: { GITHUB_RUN_ID: '904', GITHUB_RUN_ATTEMPT: '3' } });
    expect(late.outputs).toMatchObject({ outcome: 'gate-failed', degraded: '[]' });
    expect(comments()).toEqual(newer);
  });
});
