import { describe, expect, it } from 'vitest';
import { fitted, fittedIndices } from './lists.ts';

const LENGTHS = [0, 1, 2, 3, 4, 5, 40];

describe('a fitted list', () => {
  it.each(LENGTHS)('says the same as one of %i items, and does not change with it', (length) => {
    const items = Array.from({ length }, (_, at) => (at % 2 === 0 ? `item ${at}` : undefined));
    const list = fitted(items);
    expect(list).toEqual([...items]);
    items.push('one more');
    expect(list).toHaveLength(length);
  });
});

describe('a fitted list of indices', () => {
  it.each(LENGTHS)('says the same as one of %i indices, and does not change with it', (length) => {
    for (const first of [0, 1_023, 1_024, -1]) {
      const indices = Array.from({ length }, (_, at) => first + at);
      const list = fittedIndices(indices);
      expect(list).toEqual([...indices]);
      indices.push(7);
      expect(list).toHaveLength(length);
    }
  });

  it('is the same list for the same single index', () => {
    expect(fittedIndices([5])).toBe(fittedIndices([5]));
    expect(fittedIndices([5])).not.toBe(fittedIndices([6]));
  });
});
