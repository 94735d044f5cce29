import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import wrapAnsi from 'wrap-ansi';
import { columnsOf, isPlain } from './columns.ts';
import { wrap } from './layout.ts';

const plainCharacters = Array.from({ length: 0x2600 }, (_, code) => String.fromCharCode(code)).filter(
  isPlain,
);
const plainTexts = fc
  .array(fc.oneof(fc.constantFrom(' ', 'a'), fc.constantFrom(...plainCharacters)), { maxLength: 60 })
  .map((characters) => characters.join(''));

describe('the columns of a text', () => {
  it.each(['Überblick — ёжик', '→ 3 · 0.5 …', '███░░'])('are its characters in %s', (text) => {
    expect(isPlain(text)).toBe(true);
    expect(columnsOf(text)).toBe(text.length);
  });

  it.each([
    ['漢字', 4],
    ['e\u0301', 1],
    ['и\u0306', 1],
    ['\u001b[1ma\u001b[22m', 1],
    ['👩‍👩‍👧', 2],
    ['a\u200bb', 2],
  ])('are not in %o', (text, columns) => {
    expect(isPlain(text)).toBe(false);
    expect(columnsOf(text)).toBe(columns);
  });

  it('are those that the library counts, character by character and together', () => {
    expect(plainCharacters.filter((character) => stringWidth(character) !== 1)).toEqual([]);
    fc.assert(fc.property(plainTexts, (text) => columnsOf(text) === stringWidth(text)));
  });

  it('break a text where the library breaks it', () => {
    fc.assert(
      fc.property(plainTexts, fc.integer({ min: -1, max: 30 }), (text, columns) => {
        expect(wrap(text, columns)).toEqual(wrapAnsi(text, Math.max(1, columns)).split('\n'));
      }),
    );
  });
});
