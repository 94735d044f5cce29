import { describe, expect, it } from 'vitest';
import { inventoryOf } from '../../test/view-of.ts';
import type { LanguageUse } from '../inventory/inventory.ts';
import { kindOfLanguage, platformOf } from '../inventory/languages.ts';
import { diagnoseUnreadCode, readShare } from './unread-code.ts';

type Use = readonly [LanguageUse['language'], number, LanguageUse['role']?];

function treeOf(...uses: readonly Use[]) {
  return inventoryOf({
    languages: uses.map(([language, lines, role = 'production']) => ({
      language,
      kind: kindOfLanguage(language),
      platform: platformOf(language),
      role,
      files: 2,
      lines,
      bytes: lines * 30,
    })),
  });
}

const told = (...uses: readonly Use[]) =>
  diagnoseUnreadCode(treeOf(...uses)).map(({ message }) => message.en);

describe('code in a language that is not read', () => {
  it('lowers the share of code that was read, and is named', () => {
    expect(readShare(treeOf(['java', 300], ['kotlin', 100]))).toBeCloseTo(0.75, 12);
    expect(told(['java', 300], ['kotlin', 100])).toEqual([
      'Kotlin is not read: 2 files of production code (100 lines)',
    ]);
  });

  it('is all of the program where nothing could be read', () => {
    expect(readShare(treeOf(['kotlin', 100]))).toBe(0);
    expect(readShare(treeOf(['python', 100], ['typescript', 5]))).toBe(0);
    expect(told(['python', 100])).toEqual(['Python is not read: 2 files of production code (100 lines)']);
  });

  it.each<[string, readonly Use[]]>([
    ['there is none', []],
    ['it runs somewhere else', [['typescript', 5_000]]],
    ['it is a test', [['groovy', 5_000, 'test']]],
    ['it builds the program', [['kotlin', 50, 'build']]],
    ['it is no program', [['sql', 900]]],
  ])('says nothing where %s', (_, uses) => {
    const tree: readonly Use[] = [['java', 300], ...uses];
    expect(readShare(treeOf(...tree))).toBe(1);
    expect(told(...tree)).toEqual([]);
  });

  it('is not missed in a tree without code', () => {
    expect(readShare(treeOf())).toBe(1);
  });
});
