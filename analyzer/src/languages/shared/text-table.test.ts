import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextTable } from './text-table.ts';
import { hashOfWord } from './word-hash.ts';

/** Two texts that lead from the same hash to the same hash, one upon the other: twice as many texts with each step. */
function alikeTexts(steps: number): readonly string[] {
  let texts = [''];
  for (let step = 0; step < steps; step++) {
    const [before = ''] = texts;
    const met = new Map<number, string>();
    let pair: readonly string[] | null = null;
    for (let at = 0; pair === null; at++) {
      // Texts of all sorts: those that differ in few bits hash apart.
      const next = (Math.imul(at, 0x9e3779b1) >>> 0).toString(36).padStart(7, '0');
      const hash = hashOfWord(before + next, 0, before.length + next.length);
      const other = met.get(hash);
      if (other !== undefined) pair = [other, next];
      met.set(hash, next);
    }
    const found = pair;
    texts = texts.flatMap((text) => found.map((next) => text + next));
  }
  return texts;
}

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
    const alike = ['bomasoa', 'lasanera', 'kasodou', 'nakamato'];
    expect(new Set(alike.map((text) => hashOfWord(text, 0, text.length))).size).toBe(2);
    for (const text of [...alike, ...alike]) expect(table.of(text)).toBe(text);
    for (const text of alike) expect(table.part(`${text}s`, 0, text.length)).toBe(text);
  });

  it('gives any number of texts back that hash alike, as somebody may have chosen them', () => {
    const table = new TextTable();
    const alike = alikeTexts(11);
    expect(new Set(alike.map((text) => hashOfWord(text, 0, text.length))).size).toBe(1);
    expect(new Set(alike).size).toBe(2_048);
    const others = Array.from({ length: 5_000 }, (_, at) => `other${at}`);
    for (const text of [...alike, ...others, ...alike]) expect(table.of(text)).toBe(text);
    for (const text of alike) expect(table.part(`(${text})`, 1, 1 + text.length)).toBe(text);
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
