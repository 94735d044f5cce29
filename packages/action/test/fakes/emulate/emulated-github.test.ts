import { describe, expect, it, onTestFinished } from 'vitest';
import { type CommentState, markerLines } from '../../../src/comment/comment-state.ts';
import { type GitHub, openGitHub } from '../../../src/github/open-github.ts';
import { mergeBaseOf, pullRequestOf } from '../../../src/github/read-repository.ts';
import { publishComment, WORKFLOW_AUTHOR } from '../../../src/publishers/publish-comment.ts';
import { sampleContext } from '../../comment-sample.ts';
import { quickPatience } from '../../github-sample.ts';
import { WORKFLOW_TOKEN } from '../github/github-fake.ts';
import { type EmulatedGitHub, startEmulatedGitHub } from './emulated-github.ts';

/** The emulated GitHub with a run for its pull request. */
async function run() {
  const github = await startEmulatedGitHub();
  onTestFinished(() => github[Symbol.asyncDispose]());
  const context = sampleContext({
    token: WORKFLOW_TOKEN,
    servers: { web: github.api, api: github.api, isEnterprise: false },
    pullRequest: { ...github.pull, headRepository: 'clinic/owners', baseRef: 'main' },
  });
  return { github, context, octokit: openGitHub(context, quickPatience()) };
}

function comment(id: number, changes: Partial<CommentState> = {}) {
  const state = { project: 'owners', head: 'a'.repeat(40), run: id, attempt: 1, ...changes };
  return { state, body: `${markerLines(state)}\n\nof run ${id}` };
}

/** What was said in the name of workflows. */
async function bodies(octokit: GitHub, { pull }: EmulatedGitHub): Promise<(string | undefined)[]> {
  const issue = { owner: 'clinic', repo: 'owners', issue_number: pull.number, per_page: 100 };
  const all = await octokit.paginate(octokit.rest.issues.listComments, issue);
  return all.filter(({ user }) => user?.login === WORKFLOW_AUTHOR).map(({ body }) => body);
}

describe('a GitHub that others wrote', () => {
  it('holds one comment of ours after several runs, the newest, beside those of people', async () => {
    const { github, context, octokit } = await run();
    const thread = `/repos/clinic/owners/issues/${github.pull.number}/comments`;
    for (let index = 0; index < 105; index += 1) await github.ask('POST', thread, { body: `chat ${index}` });
    await github.ask('POST', thread, { body: comment(900).body });
    for (const id of [1, 3, 2]) await publishComment(octokit, context, comment(id));
    expect(await bodies(octokit, github)).toEqual([comment(3).body]);
  });

  it('loses duplicates of ours', async () => {
    const { github, context, octokit } = await run();
    const issue = { owner: 'clinic', repo: 'owners', issue_number: github.pull.number };
    for (const id of [2, 1]) await octokit.rest.issues.createComment({ ...issue, body: comment(id).body });
    await publishComment(octokit, context, comment(5));
    expect(await bodies(octokit, github)).toEqual([comment(5).body]);
  });

  it('knows the pull request of a head, and the commit that it shares with its target', async () => {
    const { github, context, octokit } = await run();
    const { headSha, number } = github.pull;
    const head = { sha: headSha, repository: 'clinic/owners', branch: 'change' };
    expect(await pullRequestOf(octokit, context.repository, head)).toMatchObject({ number, headSha });
    expect(await mergeBaseOf(octokit, context.repository, ['main', headSha])).toBe(github.shared);
    expect(await mergeBaseOf(octokit, context.repository, ['main', 'f'.repeat(40)])).toBeNull();
  });
});
