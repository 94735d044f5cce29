import { describe, expect, it } from 'vitest';
import { repeat } from './repeat.ts';

describe('work that is done again and again', () => {
  it('is never done twice at a time, and tells of a failure once until it succeeds again', async () => {
    let at = 0;
    let most = 0;
    let count = 0;
    const told: string[] = [];
    const failing = new Set([2, 3, 5]);
    const done = Promise.withResolvers<void>();
    const repetition = repeat(
      async () => {
        most = Math.max(most, ++at);
        await new Promise((resolve) => setTimeout(resolve, 2));
        at--;
        if (++count === 7) done.resolve();
        if (failing.has(count)) throw new Error(String(count));
      },
      { pauseMs: 1, onError: (error) => told.push((error as Error).message) },
    );
    await done.promise;
    await repetition.stop();
    const ended = count;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect({ most, told, more: count - ended }).toEqual({ most: 1, told: ['2', '5'], more: 0 });
  });
});
