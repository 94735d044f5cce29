import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventQueue } from './event-queue.ts';
import type { AnalysisProgress, RunFinished } from './events.ts';

const finished = { type: 'outcome', outcome: { status: 'cancelled' } } as unknown as RunFinished;

function progress(phase: string, done: number): AnalysisProgress {
  const event = {
    v: 1,
    seq: done,
    ts: '2026-01-01T00:00:00Z',
    type: 'progress',
    phase,
    done,
    total: 9,
    unit: 'files',
  } as const;
  return { type: 'analyzer', event };
}

function warning(code: string): AnalysisProgress {
  return { type: 'warning', code, message: '' };
}

it('progress gives way to the next of its phase, and to nothing else', async () => {
  const queue = eventQueue();
  for (const event of [
    progress('facts', 1),
    progress('facts', 2),
    warning('odd'),
    progress('facts', 3),
    progress('link', 1),
  ]) {
    queue.push(event);
  }
  expect(await queue.take()).toEqual({
    events: [progress('facts', 2), warning('odd'), progress('facts', 3), progress('link', 1)],
    last: false,
  });
});

it('a reader that is slow is told how much it missed, and still gets the outcome', async () => {
  const queue = eventQueue(2);
  for (const code of ['a', 'b', 'c', 'd']) queue.push(warning(code));
  queue.finish(finished);
  expect(await queue.take()).toEqual({
    events: [{ type: 'dropped', count: 2 }, warning('c'), warning('d'), finished],
    last: true,
  });
});

it('a reader that waits is woken', async () => {
  const queue = eventQueue();
  const taken = queue.take();
  queue.push(warning('late'));
  expect((await taken).events).toEqual([warning('late')]);
});

it('an error reaches the reader', async () => {
  const queue = eventQueue();
  queue.fail(new Error('no such request'));
  await expect(queue.take()).rejects.toThrow('no such request');
});

it('never holds more than allowed, and what is read plus what is dropped is what was pushed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 10 }),
      async (pushed, room) => {
        const queue = eventQueue(room);
        for (let i = 0; i < pushed; i += 1) queue.push(warning(String(i)));
        queue.finish(finished);
        const { events } = await queue.take();
        const read = events.filter(({ type }) => type === 'warning').length;
        const dropped = events.flatMap((event) => (event.type === 'dropped' ? [event.count] : [])).at(0) ?? 0;
        expect(read).toBeLessThanOrEqual(room);
        expect(read + dropped).toBe(pushed);
      },
    ),
  );
});
