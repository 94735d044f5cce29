import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextTable } from './text-table.ts';
import { hashOfWord } from './word-hash.ts';

describe('a table of texts', () => {
  it('gives every text back as it is, however often it is asked and whatever it says', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '0', '__proto__', 'toString'),
    );
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const table = new TextTable();
        for (const text of [...texts, ...texts]) expect(table.of(text)).toBe(text);
      }),
    );
  });

  it('gives every part of a text, whichever parts were asked for before', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '日', ' '), maxLength: 40 });
    const part = fc.tuple(fc.nat(42), fc.nat(42));
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1 }), fc.array(part, { maxLength: 60 }), (texts, parts) => {
        const table = new TextTable();
        parts.forEach(([start, end], index) => {
          const text = texts[index % texts.length] ?? '';
          const [from, to] = [Math.min(start, text.length), Math.min(end, text.length)];
          expect(table.part(text, from, to)).toBe(text.slice(from, to));
        });
      }),
    );
  });

  it('tells texts apart that hash alike, and those that begin alike', () => {
    const table = new TextTable();
    const alike = ['declinate', 'macallums', 'costarring', 'liquid'];
    expect(new Set(alike.map((text) => hashOfWord(text, 0, text.length))).size).toBe(2);
    for (const text of [...alike, ...alike]) expect(table.of(text)).toBe(text);
    for (const text of alike) expect(table.part(`${text}s`, 0, text.length)).toBe(text);
  });

  it('gives as many texts back as there are, short or long, of whatever letters', () => {
    const table = new TextTable();
    const texts = Array.from({ length: 9_000 }, (_, at) => [
      `${at}`,
      `a name with a number: ${at}`,
      `имя с номером: ${at}`,
    ]).flat();
    const long = ['x'.repeat(1_024), 'x'.repeat(1_025), 'é'.repeat(1_024), 'я'.repeat(2_000)];
    for (const text of [...texts, ...long, ...texts, ...long]) expect(table.of(text)).toBe(text);
    for (const text of [...texts, ...long]) expect(table.part(` ${text} `, 1, 1 + text.length)).toBe(text);
  });
});
