import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from '../../src/pages/run/live-progress.tsx';
import { LOG_LINES, progressOf, type RunProgress, withEvent } from '../../src/pages/run/run-progress.ts';
import { stepsOf } from '../../src/pages/run/steps.ts';

const AT = '2026-11-26T12:00:00.000Z';

function after(bodies: readonly Readonly<Record<string, unknown>>[]) {
  return bodies.reduce(
    (progress, body, index) => withEvent(progress, { seq: index + 1, at: AT, body }),
    progressOf('running'),
  );
}

const stage = (index: number) => ({
  type: 'analyzer',
  event: { type: 'phase', phase: `stage ${index}`, index, total: 8 },
});

describe('the progress of a run', () => {
  it('takes each event once, however often a connection sends it again', () => {
    const body = { type: 'phase', phase: 'checkout' };
    const once = withEvent(progressOf('running'), { seq: 1, at: AT, body });
    expect(withEvent(once, { seq: 1, at: AT, body })).toBe(once);
    expect(once.log).toHaveLength(1);
  });

  it('begins anew when a run is tried again, and keeps what happened', () => {
    const first = [{ type: 'phase', phase: 'checkout' }, { type: 'phase', phase: 'start' }, stage(3)];
    const progress = after([...first, { type: 'phase', phase: 'checkout' }]);
    expect(progress).toMatchObject({ phase: 'checkout', stage: null, metrics: [] });
    expect(progress.log).toHaveLength(4);
    expect(after(first).stage?.index).toBe(3);
  });

  it('comes to the files of a report once one was taken in', () => {
    const phases = (...names: readonly string[]) =>
      after(names.map((phase) => ({ type: 'phase', phase }))).log.map(
        (entry) => 'name' in entry && entry.name,
      );
    expect(phases('start', 'analyse', 'intake', 'render')).toEqual(['start', 'analyse', 'intake', 'render']);
    expect(phases('start', 'analyse', 'render')).toEqual(['start', 'analyse']);
  });

  it('keeps the end of a long log', () => {
    const warnings = Array.from({ length: LOG_LINES + 5 }, (_, index) => ({
      type: 'warning',
      code: 'odd',
      message: String(index),
    }));
    const { log } = after(warnings);
    expect(log).toHaveLength(LOG_LINES);
    expect(log.at(-1)).toMatchObject({ text: String(LOG_LINES + 4) });
  });

  it('survives events of any shape', () => {
    fc.assert(
      fc.property(
        fc.array(fc.object({ key: fc.constantFrom('type', 'phase', 'event', 'step', 'done') })),
        (bodies) => {
          const progress = after(bodies);
          expect(progress.seq).toBe(bodies.length);
          const share = shareOf(progress);
          expect(share === null || (share >= 0 && share <= 1)).toBe(true);
        },
      ),
    );
  });

  it('never goes back while stages follow each other', () => {
    const shares = Array.from({ length: 8 }, (_, index) =>
      shareOf(
        after([
          { type: 'phase', phase: 'analyse' },
          ...Array.from({ length: index + 1 }, (__, inner) => stage(inner)),
        ]),
      ),
    );
    expect(shares).toEqual(shares.toSorted((left, right) => (left ?? 0) - (right ?? 0)));
  });
});

describe('the steps of a run', () => {
  it('have no checkout where there is no repository', () => {
    const steps = stepsOf({ state: 'running', phase: 'analyse' }, false);
    expect(steps.map(({ step, state }) => [step, state])).toEqual([
      ['queue', 'done'],
      ['analyse', 'now'],
      ['report', 'later'],
    ]);
  });

  it('show where a failed run stopped, and are all done after a good one', () => {
    const failed = {
      ...after([
        { type: 'phase', phase: 'checkout' },
        { type: 'phase', phase: 'render' },
      ]),
      state: 'failed',
    };
    expect(stepsOf(failed as RunProgress, true).map(({ state }) => state)).toEqual([
      ...['done', 'stopped', 'later', 'later'],
    ]);
    expect(shareOf(failed as RunProgress)).toBeLessThan(0.1);
    expect(failed.log).toEqual([{ kind: 'phase', name: 'checkout', at: AT }]);
    const done = stepsOf({ state: 'succeeded', phase: null }, true);
    expect(done.every(({ state }) => state === 'done')).toBe(true);
  });
});
