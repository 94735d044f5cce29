import { expect, it } from 'vitest';
import { thisMachine, threadCount } from './thread-count.ts';

const ROOM = 64e9;

it('threads are as many as are wanted, and no more than there are processors', () => {
  expect([1, 2, 4, 9].map((wanted) => threadCount(wanted, { cores: 4, memory: ROOM }))).toEqual([1, 2, 4, 4]);
});

it('threads that nobody counted are as many as there are processors, up to eight', () => {
  expect([1, 2, 8, 64].map((cores) => threadCount('auto', { cores, memory: ROOM }))).toEqual([1, 2, 8, 8]);
});

it('threads leave half of the memory to the first', () => {
  const within = (memory: number) => threadCount('auto', { cores: 8, memory });
  expect([0, 200e6, 300e6, 900e6, 4e9].map(within)).toEqual([1, 1, 2, 4, 8]);
});

it('this machine has a processor and memory', () => {
  const { cores, memory } = thisMachine();
  expect(cores).toBeGreaterThanOrEqual(1);
  expect(memory).toBeGreaterThan(1e6);
});
