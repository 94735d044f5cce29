import { describe, expect, it } from 'vitest';
import { type ActionMeasurement, actionPage, barTable, judgeBars } from './action-page.ts';

const within: ActionMeasurement = {
  bytes: { main: 2_250_000, all: 6_000_000, packed: 3_000_000 },
  ms: { clone: 9_000, shallowClone: 400, cold: 5_000, warm: 2_000, next: 1_999 },
};

function missed(measured: ActionMeasurement): readonly string[] {
  return judgeBars(measured).flatMap(({ what, isMet }) => (isMet === false ? [what] : []));
}

describe('the bars of the action', () => {
  it('are met where every figure is at most what it may be', () => {
    expect(missed(within)).toEqual([]);
  });

  it.each([
    ['all that a runner checks out', { bytes: { ...within.bytes, all: 6_000_001 } }],
    ['a push without a cache', { ms: { ...within.ms, cold: 5_001 } }],
    ['the same push once more', { ms: { ...within.ms, warm: 2_001 } }],
    ['the next push, after one that filled the cache', { ms: { ...within.ms, next: 2_001 } }],
  ])('are missed by %s alone', (what, change) => {
    expect(missed({ ...within, ...change })).toEqual([what]);
  });

  it('do not hold for git, which is there to compare with', () => {
    expect(missed({ ...within, ms: { ...within.ms, clone: 60_000, shallowClone: 60_000 } })).toEqual([]);
  });

  it('stand in the page, with where and when', () => {
    const page = actionPage(judgeBars(within), {
      ...{ name: 'shop', revision: 'abc (2026-01-01)', rounds: 3, date: '2026-11-27' },
      ...{ node: '24.0.0', cores: 2, memoryBytes: 8 * 2 ** 30 },
    });
    expect(page).toContain('2026-11-27: shop at abc (2026-01-01), Node 24.0.0, 2 cores, 8 GB');
    expect(page).toContain('| a push without a cache | 5.00 s | 5.00 s | met |');
    expect(barTable(judgeBars({ ...within, ms: { ...within.ms, cold: 7_000 } }))).toContain(
      '| a push without a cache | 7.00 s | 5.00 s | **missed** |',
    );
  });
});
