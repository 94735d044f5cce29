import { execaSync } from 'execa';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRef } from './git-ref.ts';

describe('a ref', () => {
  it('is the default branch, a name or a full commit id', () => {
    expect(readRef(undefined)).toMatchObject({ kind: 'default', name: 'HEAD' });
    expect(readRef('release/2.1')).toMatchObject({ kind: 'name', name: 'release/2.1' });
    expect(readRef('AB'.repeat(20))).toMatchObject({
      kind: 'commit',
      name: 'ab'.repeat(20),
      objectFormat: 'sha1',
    });
    expect(readRef('ab'.repeat(32))).toMatchObject({ kind: 'commit', objectFormat: 'sha256' });
    expect(readRef('abcdef1')).toMatchObject({ kind: 'name' });
  });

  it.each([
    '-x',
    '--upload-pack=x',
    '+main',
    'main:other',
    'a b',
    'a..b',
    'HEAD~1',
    'v1^{}',
    'a*',
    'x.lock',
    '/main',
    'main/',
    '@',
    'a//b',
    '.a',
    'a/.b',
    'a@{1}',
    'a\\b',
  ])('cannot be %s', (written) => {
    expect(() => readRef(written)).toThrow(expect.objectContaining({ code: 'CLONE_REF_NOT_FOUND' }));
  });

  it('that is accepted as a name is one that git accepts, too', () => {
    const name = fc.stringMatching(/^[a-z.@{}~^:?*[\\/ +-]{1,8}$/);
    fc.assert(
      fc.property(name, (written) => {
        let accepted = true;
        try {
          readRef(written);
        } catch {
          accepted = false;
        }
        const { exitCode } = execaSync('git', ['check-ref-format', `refs/heads/${written}`], {
          reject: false,
        });
        if (accepted) expect(exitCode, written).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});
