import { describe, expect, it } from 'vitest';
import type { BaselinePlan } from '../event/baseline-plan.ts';
import type { BaseRepository } from './base-repository.ts';
import { findBase } from './find-base.ts';

/** A checkout of the first commit, with a server that gives no other. */
const firstCommit: BaseRepository = {
  head: { sha: 'a'.repeat(40), parents: [] },
  obtain: async (wanted) => ({ sha: null, said: `fatal: couldn't find remote ref ${wanted}` }),
  treeOf: async () => null,
  textOf: async () => null,
  isClean: async () => true,
  checkOut: async () => ({ ok: false, said: '' }),
};

async function reasonOf(...steps: BaselinePlan['steps']): Promise<string> {
  const found = await findBase(
    { slug: 'shop', path: '' },
    { steps, isJudged: true },
    {
      context: { language: 'en', workspace: import.meta.dirname, event: 'push' },
      repository: firstCommit,
      trees: { analysed: () => Promise.reject(new Error('nothing to analyse')), lastOf: async () => null },
      mergeBase: async () => null,
    },
  );
  return found.status === 'absent' ? `${found.reason}: ${found.text}` : found.status;
}

describe('the state to compare a first commit with', () => {
  it('is known to be nothing where the event alone says what it is', async () => {
    expect(await reasonOf({ by: 'last-of-branch', ref: 'refs/heads/main' })).toMatch(/^nothing-there: /);
  });

  it('is missing where somebody names a ref or a report that is not there', async () => {
    expect(await reasonOf({ by: 'ref', ref: 'mian' })).toMatch(
      /^commit-unreachable: .*couldn't find remote ref mian/,
    );
    expect(await reasonOf({ by: 'file', path: 'base/report.json' })).toMatch(
      /^file-unreadable: .*it is not there/,
    );
  });
});
