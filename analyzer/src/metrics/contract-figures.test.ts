import {
  BAND_STARTS,
  BANDS,
  bandOf as bandOfContract,
  LANGUAGES,
  METRIC_WEIGHTS,
  textsOf,
} from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { bandOf } from './aggregate.ts';
import { METRICS } from './registry.ts';

describe('the figures that @csqa/report tells readers', () => {
  it('are the weights of the metrics', () => {
    expect(Object.fromEntries(METRICS.map(({ id, weight }) => [id, weight]))).toEqual(METRIC_WEIGHTS);
    expect(Object.values(METRIC_WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('are the formulas of the metrics, and there is one in every language', () => {
    expect(Object.fromEntries(METRICS.map(({ id, formula }) => [id, formula]))).toEqual(
      textsOf('en').formulas,
    );
    for (const language of LANGUAGES) {
      for (const { id } of METRICS) expect(textsOf(language).formulas[id], `${language} ${id}`).toMatch(/=/);
    }
  });

  it('are the bands of the index, on both sides of every limit', () => {
    for (const start of BANDS.map((band) => BAND_STARTS[band])) {
      for (const index of [start - 1e-9, start, start + 1e-9].filter((value) => value >= 0)) {
        expect(bandOf(index)).toBe(bandOfContract(index));
      }
    }
  });
});
