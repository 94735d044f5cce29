import { describe, expect, it, onTestFinished } from 'vitest';
import { type GitHubFake, startGitHub } from '../../test/fakes/github/github-fake.ts';
import { contextFor, open, PULL } from '../../test/github-sample.ts';
import { mergeBaseOf, pullRequestOf } from './read-repository.ts';

async function github(): Promise<GitHubFake> {
  const fake = await startGitHub();
  onTestFinished(() => fake[Symbol.asyncDispose]());
  return fake;
}

describe('the last shared commit', () => {
  it('is what GitHub says, and null where it cannot tell', async () => {
    const fake = await github();
    fake.state.mergeBases.set('main...abc', 'f'.repeat(40));
    const { repository } = contextFor(fake);
    expect(await mergeBaseOf(open(fake), repository, ['main', 'abc'])).toBe('f'.repeat(40));
    expect(await mergeBaseOf(open(fake), repository, ['main', 'other'])).toBeNull();
  });
});

describe('the pull request of a run for a fork', () => {
  const FORK = { ...PULL, number: 9, headRepository: 'Mallory/owners', headBranch: 'patch' };
  const HEAD = { sha: PULL.headSha, repository: 'mallory/owners', branch: 'patch' };

  it('is the open one with that head of that repository, whose letters may be large', async () => {
    const fake = await github();
    fake.state.pulls.push({ ...FORK, headRepository: 'mallory/owners' });
    expect(await pullRequestOf(open(fake), contextFor(fake).repository, HEAD)).toEqual({
      ...{ number: 9, headSha: PULL.headSha, headRepository: 'mallory/owners', baseRef: 'main' },
    });
  });

  it.each([
    ['another commit was pushed', { headSha: 'e'.repeat(40) }],
    ['it is closed', { state: 'closed' as const }],
    ['the branch is of another repository', { headRepository: 'mallory/other' }],
    ['the fork is gone', { headRepository: null }],
  ])('is none where %s', async (_why, change) => {
    const fake = await github();
    fake.state.pulls.push({ ...FORK, headRepository: 'mallory/owners', ...change });
    expect(await pullRequestOf(open(fake), contextFor(fake).repository, HEAD)).toBeNull();
  });
});
