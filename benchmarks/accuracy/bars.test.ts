import { expect, it } from 'vitest';
import { shortfalls } from './bars.ts';

it('names each figure that is below its least or above its most, and what is no number', () => {
  const figures = [
    { what: 'recall of a', value: 0.95, least: 0.95 },
    { what: 'recall of b', value: 0.9499, least: 0.95 },
    { what: 'cost', value: 2.5, most: 2.5 },
    { what: 'cost again', value: 2.51, most: 2.5 },
    { what: 'precision of nothing', value: 0 / 0, least: 0.98 },
    { what: 'without a bar', value: 7 },
  ];
  expect(shortfalls(figures)).toEqual([
    'recall of b: expected 0.95 at the least, got 0.9499',
    'cost again: expected 2.5 at the most, got 2.5100',
    'precision of nothing: expected 0.98 at the least, got nothing',
  ]);
});
