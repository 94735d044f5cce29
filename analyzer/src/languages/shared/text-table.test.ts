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
});
