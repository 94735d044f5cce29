import { BAND_STARTS, BANDS, bandOf as bandOfContract, METRIC_WEIGHTS } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { bandOf } from './aggregate.ts';
import { METRICS } from './registry.ts';

describe('the figures that @csqa/report tells readers', () => {
  it('are the weights of the metrics', () => {
    expect(Object.fromEntries(METRICS.map(({ id, weight }) => [id, weight]))).toEqual(METRIC_WEIGHTS);
    expect(Object.values(METRIC_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('are the bands of the index, on both sides of every limit', () => {
    for (const start of BANDS.map((band) => BAND_STARTS[band])) {
      for (const index of [start - 1e-9, start, start + 1e-9].filter((value) => value >= 0)) {
        expect(bandOf(index)).toBe(bandOfContract(index));
      }
    }
  });
});
