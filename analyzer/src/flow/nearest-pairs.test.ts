import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byNumber } from '../base/ordering.ts';
import { NearestPairs } from './nearest-pairs.ts';

const ascending = byNumber<number>((value) => value);

function keep(limit: number, byEntry: Readonly<Record<string, readonly number[]>>) {
  const pairs = new NearestPairs<number>(limit, ascending);
  for (const [entry, items] of Object.entries(byEntry)) pairs.add(entry, items);
  return pairs.take();
}

describe('pairs of entry points and what they reach', () => {
  it('keeps all of them, as they came, while they fit', () => {
    expect(keep(5, { a: [3, 1, 2], b: [9, 8] })).toEqual({ items: [3, 1, 2, 9, 8], cut: [] });
  });

  it('leaves the nearest to each entry point that has more than its share, and names it', () => {
    expect(keep(5, { a: [30, 10, 20, 40], b: [9] })).toEqual({ items: [30, 10, 20, 40, 9], cut: [] });
    expect(keep(4, { a: [30, 10, 20, 40], b: [9] })).toEqual({ items: [10, 20, 30, 9], cut: ['a'] });
  });

  it('keeps no more than the limit where it is above the number of entry points, and never loses an entry point', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 12, max: 80 }), (lengths, limit) => {
        const pairs = new NearestPairs<readonly [string, number]>(
          limit,
          byNumber(([, value]) => value),
        );
        lengths.forEach((length, entry) => {
          pairs.add(
            `${entry}`,
            Array.from({ length }, (_, value) => [`${entry}`, length - value] as const),
          );
        });
        const { items, cut } = pairs.take();
        const total = lengths.reduce((sum, length) => sum + length, 0);
        expect(items.length).toBeLessThanOrEqual(limit);
        expect(cut.length === 0).toBe(total === items.length);
        expect(new Set(items.map(([entry]) => entry)).size).toBe(lengths.length);
      }),
    );
  });
});
