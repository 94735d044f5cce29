import { describe, expect, it } from 'vitest';
import { asksAnything, gateOfConfig } from './gate-of-config.ts';

describe('the gate of a configuration', () => {
  it('reads every condition, a severity with all that are worse', () => {
    const gate = {
      ...{ failOn: 'high', failOnNew: 'medium', maxRisk: 0.3, maxRiskIncrease: 0, minCoverage: 0.9 },
      ...{
        maxMetric: { B1: 0.5 },
        maxMetricIncrease: { C1: 0 },
        maxGroup: { B: 0.6 },
        maxGroupIncrease: { A: 0.1 },
      },
      ...{ requireMeasured: ['A1'], onMissingBaseline: 'full' },
    };
    expect(gateOfConfig({ gate })).toEqual({
      ...gate,
      failOn: ['critical', 'high'],
      failOnNew: ['critical', 'high', 'medium'],
    });
  });

  it('asks nothing that is not there, and nothing by null and none', () => {
    expect(gateOfConfig({})).toEqual({});
    expect(
      gateOfConfig({ gate: { failOn: 'none', failOnNew: 'none', maxRisk: null, maxRiskIncrease: null } }),
    ).toEqual({});
  });

  it.each([
    [{ failOn: 3, maxRisk: 0.3 }, { maxRisk: 0.3 }],
    [{ maxRisk: 7, failOn: 'low' }, { failOn: ['critical', 'high', 'medium', 'low'] }],
    [{ maxMetric: { B9: 0.1 } }, {}],
    [{ onMissingBaseline: 'green' }, {}],
    ['high', {}],
  ])('reads what it does not know as not asked: %j', (gate, expected) => {
    expect(gateOfConfig({ gate })).toEqual(expected);
  });

  it.each([
    [{}, false],
    [{ onMissingBaseline: 'fail' }, false],
    [{ maxMetric: {}, failOn: [], failOnUnmeasured: false }, false],
    [{ maxRisk: 0 }, true],
    [{ failOnNew: ['critical'] }, true],
    [{ maxGroup: { A: 1 } }, true],
  ] as const)('tells whether %j asks anything', (conditions, expected) => {
    expect(asksAnything(conditions)).toBe(expected);
  });
});
