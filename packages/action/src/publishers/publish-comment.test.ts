import { describe, expect, it, onTestFinished } from 'vitest';
import { type GitHubFake, startGitHub, WORKFLOW_TOKEN } from '../../test/fakes/github/github-fake.ts';
import { nextId } from '../../test/fakes/github/github-state.ts';
import { contextFor, open, PULL, quickPatience } from '../../test/github-sample.ts';
import { type CommentState, markerLines } from '../comment/comment-state.ts';
import { type CommentToPublish, publishComment, WORKFLOW_AUTHOR } from './publish-comment.ts';

async function github(options: Parameters<typeof startGitHub>[0] = {}): Promise<GitHubFake> {
  const fake = await startGitHub(options);
  onTestFinished(() => fake[Symbol.asyncDispose]());
  fake.state.pulls.push(PULL);
  return fake;
}

function comment(run: number, text = `of run ${run}`, changes: Partial<CommentState> = {}): CommentToPublish {
  const state = { project: 'owners', head: 'a'.repeat(40), run, attempt: 1, ...changes };
  return { state, body: `${markerLines(state)}\n\n${text}\n` };
}

/** A comment that is there already. */
function left(
  fake: GitHubFake,
  { body }: { readonly body: string },
  login: string = WORKFLOW_AUTHOR,
): number {
  const id = nextId(fake.state);
  fake.state.comments.push({ id, issue: 7, login, body, isLocked: false });
  return id;
}

const bodies = (fake: GitHubFake): string[] => fake.state.comments.map(({ body }) => body);

describe('the one comment of a project', () => {
  it('is made once, and updated by later runs', async () => {
    const fake = await github();
    const first = await publishComment(open(fake), contextFor(fake), comment(1));
    expect(first).toMatchObject({ status: 'published', url: expect.stringContaining('#issuecomment-') });
    const second = await publishComment(open(fake), contextFor(fake), comment(2));
    expect(second).toEqual(first);
    expect(bodies(fake)).toEqual([comment(2).body]);
  });

  it('is found behind hundreds of others', async () => {
    const fake = await github();
    for (let index = 0; index < 250; index += 1) left(fake, { body: `chat ${index}` }, 'octocat');
    left(fake, comment(1));
    await publishComment(open(fake), contextFor(fake), comment(2));
    expect(bodies(fake).filter((body) => body.startsWith('<!-- csqa'))).toEqual([comment(2).body]);
    expect(fake.state.requests.filter((request) => request.startsWith('GET'))).toHaveLength(3);
  });

  it('is never taken from another author, nor from a comment that quotes the marker', async () => {
    const fake = await github();
    left(fake, { body: comment(900).body }, 'mallory');
    left(fake, { body: `> ${comment(900).body}` });
    await publishComment(open(fake), contextFor(fake), comment(1));
    expect(bodies(fake)).toHaveLength(3);
    expect(bodies(fake)[2]).toBe(comment(1).body);
  });

  it('is one for each project', async () => {
    const fake = await github();
    await publishComment(open(fake), contextFor(fake), comment(1));
    await publishComment(open(fake), contextFor(fake), comment(1, 'other', { project: 'billing' }));
    expect(bodies(fake)).toHaveLength(2);
  });

  it('keeps what a newer run said, also against a later attempt of the older run', async () => {
    const fake = await github();
    left(fake, comment(5));
    const outcome = await publishComment(open(fake), contextFor(fake), comment(4, 'late', { attempt: 3 }));
    expect(outcome).toEqual({
      name: 'comment',
      status: 'skipped',
      reason: 'A newer run has commented already.',
    });
    expect(bodies(fake)).toEqual([comment(5).body]);
  });

  it('heals duplicates: the newest is updated and the others are deleted', async () => {
    const fake = await github();
    for (const run of [2, 3, 1]) left(fake, comment(run));
    await publishComment(open(fake), contextFor(fake), comment(4));
    expect(bodies(fake)).toEqual([comment(4).body]);
  });

  it('is made anew where the old one may not be changed any more', async () => {
    const fake = await github();
    left(fake, comment(1));
    for (const one of fake.state.comments) one.isLocked = true;
    expect(await publishComment(open(fake), contextFor(fake), comment(2))).toMatchObject({
      status: 'published',
    });
    expect(bodies(fake)).toEqual([comment(1).body, comment(2).body]);
  });

  it('leaves one comment where two runs make theirs at once', async () => {
    const fake = await github();
    const runs = [11, 12].map((run) => publishComment(open(fake), contextFor(fake), comment(run)));
    await Promise.all(runs);
    expect(bodies(fake)).toEqual([comment(12).body]);
  });

  it('does not pile up with the token of an app whose name nobody told us', async () => {
    const fake = await github();
    fake.state.tokens.set(WORKFLOW_TOKEN, { login: 'our-app[bot]', rights: ['pull_requests=write'] });
    for (const run of [1, 2, 3]) await publishComment(open(fake), contextFor(fake), comment(run));
    expect(bodies(fake)).toEqual([comment(3).body]);
  });
});

describe('a comment that meets trouble', () => {
  it('says which right is lacking, and the line that gives it', async () => {
    const fake = await github({ rights: ['contents=read', 'pull_requests=read'] });
    expect(await publishComment(open(fake), contextFor(fake), comment(1))).toEqual({
      name: 'comment',
      status: 'degraded',
      reason:
        'The comment could not be written: the token of this run lacks a right; add the line under "permissions:" of the workflow.',
      yamlLine: 'pull-requests: write',
    });
  });

  it('is not even tried in a run that may only read', async () => {
    const fake = await github();
    const outcome = await publishComment(open(fake), contextFor(fake, { readOnly: 'fork' }), comment(1));
    expect(outcome).toMatchObject({ status: 'degraded', yamlLine: 'mode: report' });
    expect(fake.state.requests).toEqual([]);
  });

  it('is not made where it may only be updated, and is brought up to date where it is there', async () => {
    const fake = await github();
    const quiet = { ...comment(1), mayCreate: false };
    expect(await publishComment(open(fake), contextFor(fake), quiet)).toMatchObject({
      status: 'skipped',
      reason: 'Nothing changed that is worth a comment.',
    });
    await publishComment(open(fake), contextFor(fake), comment(2));
    await publishComment(open(fake), contextFor(fake), { ...comment(3), mayCreate: false });
    expect(bodies(fake)).toEqual([comment(3).body]);
  });

  it('is skipped where there is no pull request', async () => {
    const fake = await github();
    const context = contextFor(fake, { pullRequest: null, language: 'ru' });
    expect(await publishComment(open(fake), context, comment(1))).toMatchObject({
      status: 'skipped',
      reason: 'Запроса на слияние нет.',
    });
  });

  it('waits out a secondary rate limit and a primary one that ends soon', async () => {
    const fake = await github();
    const patience = quickPatience();
    fake.fail({ kind: 'secondary-limit', retryAfterSeconds: 7 }, { method: 'GET', path: /comments/ });
    fake.fail({ kind: 'primary-limit', resetsInSeconds: 20 }, { method: 'POST', path: /comments/ });
    const outcome = await publishComment(open(fake, patience), contextFor(fake), comment(1));
    expect(outcome).toMatchObject({ status: 'published' });
    expect(patience.slept[0]).toBe(7_000);
    expect(patience.slept[1]).toBeGreaterThan(1_000);
    expect(patience.slept[1]).toBeLessThan(23_000);
  });

  it('does not wait an hour for a rate limit', async () => {
    const fake = await github();
    const patience = quickPatience();
    fake.fail({ kind: 'primary-limit', resetsInSeconds: 3_000 }, { method: 'GET', path: /comments/ });
    const outcome = await publishComment(open(fake, patience), contextFor(fake), comment(1));
    expect(outcome).toMatchObject({
      status: 'degraded',
      yamlLine: null,
      reason: expect.stringContaining('rate limit'),
    });
    expect(patience.slept).toEqual([]);
  });

  it('repeats what failed on the side of GitHub, and gives up at last', async () => {
    const fake = await github();
    fake.fail(
      { kind: 'status', status: 502, message: 'Bad Gateway' },
      { method: 'GET', path: /comments/, times: 2 },
    );
    expect(await publishComment(open(fake), contextFor(fake), comment(1))).toMatchObject({
      status: 'published',
    });
    fake.fail(
      { kind: 'status', status: 503, message: 'down' },
      { method: 'GET', path: /comments/, times: 99 },
    );
    expect(await publishComment(open(fake), contextFor(fake), comment(2))).toMatchObject({
      status: 'degraded',
      reason: 'The comment could not be written: GitHub failed with 503 several times; run the job again.',
    });
  });

  it('is not made twice where GitHub made it and then failed to say so', async () => {
    const fake = await github();
    const fault = { kind: 'status', status: 502, message: 'Bad Gateway', afterWork: true } as const;
    fake.fail(fault, { method: 'POST', path: /comments/ });
    expect(await publishComment(open(fake), contextFor(fake), comment(1))).toMatchObject({
      status: 'published',
    });
    expect(bodies(fake)).toEqual([comment(1).body]);
  });

  it('is told of when the connection breaks for good', async () => {
    const fake = await github();
    fake.fail({ kind: 'hang-up' }, { method: 'GET', path: /comments/, times: 99 });
    expect(await publishComment(open(fake), contextFor(fake), comment(1))).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('the server cannot be reached'),
    });
  });

  it('is refused by GitHub above 65,536 characters, which is told and not thrown', async () => {
    const fake = await github();
    expect(await publishComment(open(fake), contextFor(fake), comment(1, 'x'.repeat(65_536)))).toMatchObject({
      status: 'degraded',
      reason: expect.stringContaining('GitHub refused it with 422'),
    });
  });
});
