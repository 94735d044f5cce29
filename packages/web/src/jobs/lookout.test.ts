import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../test/samples.ts';
import { createLookout } from './lookout.ts';

describe('who may call others silent', () => {
  it('is who has looked for as long as the silence must last', () => {
    const lookout = createLookout({ forMs: 15_000, gapMs: 10_000 });
    expect([0, 5, 10, 15, 20].map((second) => lookout.hasSeen(at(second)))).toEqual([
      ...[false, false, false],
      ...[true, true],
    ]);
  });

  it('is nobody who could not look for a while, until that is made up for', () => {
    const lookout = createLookout({ forMs: 15_000, gapMs: 10_000 });
    for (const second of [0, 5, 10, 15]) lookout.hasSeen(at(second));
    expect([60, 65, 70, 75].map((second) => lookout.hasSeen(at(second)))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('has looked without a gap for the whole of that time, whatever the moments', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(pauses, (seconds) => {
        const lookout = createLookout({ forMs: 15_000, gapMs: 10_000 });
        let now = 0;
        let whole = 0;
        return seconds.every((pause, index) => {
          now += pause;
          whole = index === 0 || pause > 10 ? 0 : whole + pause;
          return lookout.hasSeen(at(now)) === whole >= 15;
        });
      }),
    );
  });
});
