import { describe, expect, it } from 'vitest';
import { inventoryOf } from '../../test/view-of.ts';
import { relativePath } from '../base/ids.ts';
import type { FactProblem } from '../facts/file-facts.ts';
import type { LanguageUse } from '../inventory/inventory.ts';
import { kindOfLanguage, platformOf } from '../inventory/languages.ts';
import type { ReadSource } from './extract-facts.ts';
import { diagnoseUnreadCode, readShare, wasParsed } from './unread-code.ts';

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

describe('files that the parser gave up on', () => {
  const file = (
    role: ReadSource['role'],
    total: number,
    codes: readonly FactProblem['code'][],
  ): ReadSource => ({
    role,
    facts: {
      ...{ path: relativePath('A.java'), language: 'java', suppressions: [] },
      lines: { total, code: total },
      problems: codes.map((code) => ({ code, line: 1, message: { en: '', ru: '' } })),
    },
  });
  const [whole, broken, lost] = [
    file('production', 200, []),
    file('production', 100, ['syntax-error', 'too-deep']),
    file('generated', 100, ['not-parsed']),
  ];

  it('were not read: files with mistakes were', () => {
    expect([whole, broken, lost].map(({ facts }) => wasParsed(facts))).toEqual([true, true, false]);
    expect(readShare(treeOf(['java', 400]), [whole, broken, lost])).toBeCloseTo(0.75, 12);
    expect(readShare(treeOf(['java', 400], ['kotlin', 100]), [whole, broken, lost])).toBeCloseTo(0.6, 12);
    expect(readShare(treeOf(['java', 100]), [lost])).toBe(0);
  });

  it('are not missed in the program where they are tests', () => {
    expect(readShare(treeOf(['java', 300]), [whole, broken, file('test', 500, ['not-parsed'])])).toBe(1);
  });
});
