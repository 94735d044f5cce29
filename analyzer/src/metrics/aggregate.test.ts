import { METRIC_IDS as CONTRACT_IDS, RULE_IDS } from '@csqa/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entry, viewOf } from '../../test/view-of.ts';
import { RULES } from '../findings/rules.ts';
import { aggregate, bandOf, type MeasuredMetric } from './aggregate.ts';
import { METRIC_IDS } from './metric.ts';
import { METRICS } from './registry.ts';
import { bothModels, measured, notApplicable } from './scale.ts';

function withValues(values: readonly (number | null)[]): MeasuredMetric[] {
  return METRICS.map((definition, index) => {
    const value = values[index] ?? null;
    const result =
      value === null
        ? notApplicable({ en: 'nothing to measure', ru: 'измерять нечего' })
        : measured({ value: bothModels(value), raw: value, contributors: [], distribution: [] });
    return { definition, result };
  });
}

describe('the registry of metrics', () => {
  it('holds the fifteen metrics of the contract in their order', () => {
    expect(METRICS.map((metric) => metric.id)).toEqual([...METRIC_IDS]);
    expect([...METRIC_IDS]).toEqual([...CONTRACT_IDS]);
  });

  it('has weights that total 1', () => {
    expect(METRICS.reduce((sum, metric) => sum + metric.weight, 0)).toBeCloseTo(1, 12);
  });

  it('knows the same rules as the contract', () => {
    expect([...RULES.keys()].map((id) => `CSQA-${id}`).sort()).toEqual([...RULE_IDS].sort());
  });
});

describe('aggregate', () => {
  const trust = { ...viewOf(), readShare: 1, sourceFiles: 1 };

  it.each([
    [0, 'low'],
    [0.1499, 'low'],
    [0.15, 'moderate'],
    [0.2999, 'moderate'],
    [0.3, 'high'],
    [0.4999, 'high'],
    [0.5, 'critical'],
    [1, 'critical'],
  ])('puts an index of %d in the band %s', (index, band) => {
    expect(bandOf(index)).toBe(band);
  });

  it('shares the weights out over what was measured', () => {
    const onlyA1AndF2 = METRIC_IDS.map((id) => (id === 'A1' ? 0.5 : id === 'F2' ? 1 : null));
    const { index, groups } = aggregate(withValues(onlyA1AndF2), trust).scores['csqa-2'];
    expect(index).toBeCloseTo((0.08 * 0.5 + 0.05 * 1) / 0.13, 12);
    expect(groups).toEqual({ A: 0.5, B: null, C: null, D: null, E: null, F: 1 });
  });

  it('leaves a metric out of the index of the model that had nothing to measure', () => {
    const values = withValues(METRIC_IDS.map((id) => (id === 'A1' ? 0.5 : id === 'F2' ? 0 : null)));
    const absent = values.map((item) =>
      item.definition.id === 'F2' && item.result.kind === 'measured'
        ? { ...item, result: { ...item.result, absentIn: 'csqa-1' as const } }
        : item,
    );
    const { scores } = aggregate(absent, trust);
    expect(scores['csqa-1'].index).toBe(0.5);
    expect(scores['csqa-2'].index).toBeCloseTo((0.08 * 0.5) / 0.13, 12);
  });

  it('has no index and no confidence where no source file was read, whatever settings and languages measure', () => {
    const values = withValues(METRIC_IDS.map((id) => (id === 'C3' || id === 'D1' ? 0 : null)));
    expect(aggregate(values, { ...trust, sourceFiles: 0 })).toMatchObject({
      scores: { 'csqa-1': { index: null, band: null }, 'csqa-2': { index: null, band: null } },
      confidence: 0,
    });
    expect(aggregate(values, trust).scores['csqa-2']).toMatchObject({ index: 0, band: 'low' });
  });

  it('has no index where nothing was measured', () => {
    expect(aggregate(withValues([]), trust).scores['csqa-2']).toMatchObject({ index: null, band: null });
  });

  it('stays between the least and the greatest measured value', () => {
    const value = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 15, maxLength: 15 }), (values) => {
        const present = values.filter((item) => item !== null);
        const { index } = aggregate(withValues(values), trust).scores['csqa-2'];
        if (present.length === 0) return index === null;
        return index !== null && index >= Math.min(...present) - 1e-9 && index <= Math.max(...present) + 1e-9;
      }),
    );
  });

  it('lowers the confidence with unresolved calls, undecided access and code that is not read', () => {
    const view = viewOf({
      entryPoints: [entry('a'), entry('b', { access: { verdict: 'unknown', mechanism: 'x', evidence: [] } })],
      coverage: { callSites: 10, exact: 5, narrowed: 1, external: 2, unresolved: 2, unresolvedByReason: {} },
    });
    expect(aggregate(withValues([]), { ...view, readShare: 1, sourceFiles: 1 }).confidence).toBeCloseTo(
      0.8 * 0.5,
      12,
    );
    expect(aggregate(withValues([]), { ...view, readShare: 0.25, sourceFiles: 1 }).confidence).toBeCloseTo(
      0.1,
      12,
    );
  });

  it('takes weights from the configuration instead of its own', () => {
    const values = METRIC_IDS.map((id) => (id === 'A1' ? 1 : id === 'B1' ? 0 : null));
    const heavy = aggregate(withValues(values), trust, new Map([['A1', 0.9]]));
    expect(heavy.scores['csqa-1'].index).toBeCloseTo(0.9 / 1.0, 12);
  });
});
