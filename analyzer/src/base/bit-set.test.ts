import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from './bit-set.ts';

describe('a set of bits', () => {
  it('holds what a set of numbers holds, and tells what is new alike', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(199)), (numbers) => {
        const [bits, known] = [new BitSet(200), new Set<number>()];
        for (const number of numbers) {
          expect(bits.add(number)).toBe(!known.has(number));
          known.add(number);
        }
        for (let number = 0; number < 200; number++) expect(bits.has(number)).toBe(known.has(number));
      }),
    );
  });
});
