import fc from 'fast-check';
import ignore from 'ignore';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
import { isIgnored, layerOf, pathMatcher } from './ignore-rules.ts';

/** What both a pattern and a name may have in it. */
const CHARACTERS = [...'a b ab . - ( + | ^ $ { é ! # * \\'.split(' '), ' '];

describe('rules of .gitignore files', () => {
  it('are about what they name, however it is written', () => {
    const isNamed = pathMatcher([
      '*.log',
      '/out',
      '**/gen/**',
      'a\\!b',
      '[Tt]mp',
      'very long name of a folder/',
    ]);
    const named = ['x/y.log', 'out/a', 'x/gen/y', 'x/a!b', 'tmp', 'Tmp/x', 'very long name of a folder/x'];
    const others = ['x/y.logs', 'x/out', 'gen', 'a!c', 'temp', 'very long name of a file'];
    expect(named.filter((path) => isNamed(relativePath(path)))).toEqual(named);
    expect(others.filter((path) => isNamed(relativePath(path)))).toEqual([]);
  });

  it('mean the same where a path is first looked over for what any of them names', () => {
    const piece = fc.constantFrom(
      ...CHARACTERS,
      ...['**', '?', '/', '\t', '\\*', '\\ ', '\\!', '\\#', '\\a', '[ab]', '[!a]', '[', ']', '\ufeff', '\0'],
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    const name = fc
      .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 3 })
      .map((pieces) => pieces.join(''))
      .filter((written) => written !== '.' && written !== '..');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 4 }),
        fc.array(path, { maxLength: 8 }),
        (patterns, paths) => {
          const layers = [layerOf('', patterns)];
          const all = ignore({ ignorecase: false, allowRelativePaths: true }).add(patterns);
          for (const each of paths) {
            expect(isIgnored(layers, each, 'file')).toBe(all.test(each).ignored);
            expect(isIgnored(layers, each, 'directory')).toBe(all.test(`${each}/`).ignored);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
