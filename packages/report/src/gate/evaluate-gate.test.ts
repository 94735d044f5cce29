import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import type { Report } from '../schema/report.ts';
import { evaluateGate, severitiesFrom } from './evaluate-gate.ts';
import type { GateConditions } from './gate-conditions.ts';
import { gateReasonText } from './gate-reason.ts';

function codes(report: Report, conditions: GateConditions): string[] {
  return evaluateGate(report, conditions).reasons.map((reason) => reason.code);
}

function nothingAnalysed(): Report {
  const { files, aggregate } = sampleReport();
  return sampleReport({
    files: { ...files, analysed: 0 },
    aggregate: { ...aggregate, index: null, band: null },
    findings: [],
  });
}

describe('the gate', () => {
  it('passes a report when nothing is asked', () => {
    expect(evaluateGate(sampleReport(), {})).toEqual({ verdict: 'passed', reasons: [] });
  });

  it('fails on a finding of a severity asked for, and passes on one that is not', () => {
    expect(codes(sampleReport(), { failOn: ['critical'] })).toEqual(['findings']);
    expect(codes(sampleReport(), { failOn: ['high', 'medium'] })).toEqual([]);
  });

  it('does not count what is suppressed', () => {
    const report = sampleReport({ findings: [] });
    expect(report.suppressed).not.toHaveLength(0);
    expect(codes(report, { failOn: severitiesFrom('info') })).toEqual([]);
  });

  it('names how many findings there are and where the first is', () => {
    const findings = [sampleFinding(), sampleFinding({ line: 99 })];
    const { reasons } = evaluateGate(sampleReport({ findings }), { failOn: ['critical'] });
    expect(reasons.map((reason) => gateReasonText(reason, 'en'))).toEqual([
      '2 findings of severity critical; the first is at src/main/java/org/clinic/OwnerController.java:41',
    ]);
    expect(reasons.map((reason) => gateReasonText(reason, 'ru'))).toEqual([
      '2 находки (серьёзность: критическая); первая — src/main/java/org/clinic/OwnerController.java:41',
    ]);
  });

  it.each([
    [0.33, ['index']],
    [0.34, []],
    [1, []],
  ])('holds an index of 0.34 against the limit %d', (maxRisk, expected) => {
    expect(codes(sampleReport(), { maxRisk })).toEqual(expected);
  });

  it('holds single metrics against their limits, and lets pass what is not applicable', () => {
    expect(codes(sampleReport(), { maxMetric: { F2: 0.69, B4: 0 } })).toEqual(['metric']);
    expect(codes(sampleReport(), { maxMetric: { F2: 0.7 } })).toEqual([]);
  });

  it('fails on a metric that was not measured, if that is asked', () => {
    expect(codes(sampleReport(), { failOnUnmeasured: true })).toEqual(['unmeasured']);
    expect(codes(sampleReport(), { requireMeasured: ['B4', 'A1'] })).toEqual(['unmeasured']);
    expect(codes(sampleReport(), { requireMeasured: ['A1'] })).toEqual([]);
    expect(codes(sampleReport({ metrics: [] }), { requireMeasured: ['A1'] })).toEqual(['unmeasured']);
  });

  it('fails on too few resolved calls', () => {
    expect(codes(sampleReport(), { minCoverage: 0.95 })).toEqual(['coverage']);
    expect(codes(sampleReport(), { minCoverage: 0.93 })).toEqual([]);
  });

  it('is never green on a report on no file, whatever the conditions', () => {
    expect(codes(nothingAnalysed(), {})).toEqual(['nothing-analysed']);
    expect(codes(nothingAnalysed(), { maxRisk: 1 })).toEqual(['nothing-analysed', 'no-index']);
    expect(codes(nothingAnalysed(), { failOn: ['critical'], maxRisk: 1, allowEmpty: true })).toEqual([]);
  });

  it('gives every reason, not the first alone', () => {
    const conditions = { failOn: severitiesFrom('low'), maxRisk: 0.1, maxMetric: { F1: 0 } } as const;
    expect(codes(sampleReport(), conditions)).toEqual(['findings', 'index', 'metric']);
  });

  it.each([[{ maxRisk: 34 }], [{ maxRisk: Number.NaN }], [{ maxMetric: { A1: -1 } }], [{ minCoverage: 2 }]])(
    'refuses a limit outside 0 to 1: %j',
    (conditions) => {
      expect(() => evaluateGate(sampleReport(), conditions)).toThrow(RangeError);
    },
  );

  it.each([
    ['critical', ['critical']],
    ['medium', ['critical', 'high', 'medium']],
    ['info', ['critical', 'high', 'medium', 'low', 'info']],
  ] as const)('reads "%s and worse" as %j', (severity, expected) => {
    expect(severitiesFrom(severity)).toEqual(expected);
  });

  it('has a sentence in both languages for every kind of reason, on one line', () => {
    const first = sampleFinding({ file: 'a\nb\u202e.java' });
    const reasons = [
      { code: 'nothing-analysed' },
      { code: 'no-index' },
      { code: 'findings', severity: 'high', count: 1, first },
      { code: 'index', actual: 0.123_456, limit: 0.1 },
      { code: 'metric', metric: 'A1', actual: 0.5, limit: 0.1 },
      { code: 'unmeasured', metric: 'A1', reason: 'No\nentry point.' },
      { code: 'coverage', actual: 0.5, limit: 0.9 },
    ] as const;
    for (const reason of reasons) {
      for (const language of ['en', 'ru'] as const) {
        expect(gateReasonText(reason, language)).toMatch(/^[^\n\u202e]{10,}$/);
      }
    }
  });
});
