import { describe, expect, it } from 'vitest';
import { byNumber, firstIn, firstOnesIn } from './ordering.ts';

const byRank = byNumber<{ readonly rank: number; readonly at: number }>(({ rank }) => rank);
/** 1,000 items in no order, each rank some fifty times. */
const items = Array.from({ length: 1000 }, (_, at) => ({ rank: (at * 7919) % 19, at }));

describe('firstOnesIn', () => {
  it.each([1, 7, 100, 999, 1000, 5000])('has the first %i as a stable sort has them', (most) => {
    expect(firstOnesIn(items, most, byRank)).toEqual([...items].sort(byRank).slice(0, most));
  });

  it('leaves the list as it is', () => {
    const list = [
      { rank: 2, at: 0 },
      { rank: 1, at: 1 },
    ];
    firstOnesIn(list, 1, byRank);
    expect(list.map(({ rank }) => rank)).toEqual([2, 1]);
  });
});

describe('firstIn', () => {
  it('has the earlier of equals', () => {
    expect(firstIn(items, byRank)).toEqual([...items].sort(byRank)[0]);
  });

  it('has nothing of an empty list', () => {
    expect(firstIn([], byRank)).toBeUndefined();
  });
});
