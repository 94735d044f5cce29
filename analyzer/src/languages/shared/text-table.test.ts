import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextTable } from './text-table.ts';

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
});
