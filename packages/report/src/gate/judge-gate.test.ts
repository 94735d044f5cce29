import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import { ROAD_FINDING, SERVICE, treeReport } from '../../test/two-trees.ts';
import { compareReports } from '../compare/compare-reports.ts';
import type { Comparison } from '../schema/comparison.ts';
import type { Report } from '../schema/report.ts';
import { reportAsOf } from '../suppressions/report-as-of.ts';
import { judgeGate, severitiesFrom } from './evaluate-gate.ts';
import type { GateConditions } from './gate-conditions.ts';
import { gateReasonText } from './gate-reason.ts';

const head = treeReport({ findings: [ROAD_FINDING], contents: { [SERVICE]: 's2' } });
const added = compareReports(treeReport(), head);

function judged(conditions: GateConditions, comparison: Comparison | null = added, report: Report = head) {
  const { verdict, conditions: results } = judgeGate({ report, comparison, conditions });
  const asked = results.filter(({ subject }) => subject.kind !== 'files-analysed');
  return [verdict, ...asked.map((one) => `${one.subject.kind} ${one.verdict} ${one.actual}`)];
}

/** The sample with another index, groups and B1. */
function scored(index: number, b1 = index): Report {
  const report = sampleReport({ sources: [] });
  const groups = report.aggregate.groups.map((group) =>
    group.id === 'B' ? { ...group, value: index } : group,
  );
  const models = { ...report.aggregate.models, 'csqa-2': { index, band: 'high' as const, groups } };
  return {
    ...report,
    aggregate: { ...report.aggregate, index, groups, models },
    metrics: report.metrics.map((metric) =>
      metric.id === 'B1' && metric.status === 'measured'
        ? { ...metric, value: b1, values: { 'csqa-1': b1, 'csqa-2': b1 } }
        : metric,
    ),
  };
}

describe('a gate on new findings', () => {
  it('fails for one that is new and passes for one that was there', () => {
    expect(judged({ failOnNew: ['critical'] })).toEqual(['failed', 'new-findings fail 1']);
    const same = compareReports(head, head);
    expect(judged({ failOnNew: ['critical'] }, same)).toEqual(['passed', 'new-findings pass 0']);
    expect(judged({ failOnNew: ['high'] })).toEqual(['passed', 'new-findings pass 0']);
  });

  it('names the first and how many are in untouched code', () => {
    const { reasons } = judgeGate({
      report: head,
      comparison: added,
      conditions: { failOnNew: ['critical'] },
    });
    expect(reasons.map((reason) => gateReasonText(reason, 'en'))).toEqual([
      '1 new or worse finding of severity critical; the first is at src/OwnerController.java:10 (1 in untouched code)',
    ]);
    expect(reasons.map((reason) => gateReasonText(reason, 'ru'))).toEqual([
      '1 новая или ухудшившаяся находка (серьёзность: критическая); первая — src/OwnerController.java:10 (в нетронутом коде: 1)',
    ]);
  });

  it('fails for an old one that weighs more, and not for one that weighs less', () => {
    const mild = treeReport({ findings: [{ ...ROAD_FINDING, severity: 'medium' }] });
    expect(judged({ failOnNew: ['critical'] }, compareReports(mild, head))).toContain('new-findings fail 1');
    expect(judged({ failOnNew: severitiesFrom('info') }, compareReports(head, mild), mild)[0]).toBe('passed');
  });

  it('fails where a suppression is taken away, and passes where one is added', () => {
    const suppression = { source: 'config', reason: 'x', until: null, file: '.csqa.yml', line: 1 } as const;
    const closed = { ...treeReport(), suppressed: [{ ...ROAD_FINDING, suppression }] };
    expect(judged({ failOnNew: ['critical'] }, compareReports(closed, head))[0]).toBe('failed');
    expect(judged({ failOnNew: ['critical'] }, compareReports(head, closed), closed)[0]).toBe('passed');
  });
});

describe('a gate on what is suppressed', () => {
  const suppression = {
    source: 'config',
    reason: 'x',
    until: '2026-12-31',
    file: '.csqa.yml',
    line: 1,
  } as const;
  const report = { ...treeReport(), suppressed: [{ ...ROAD_FINDING, suppression }] };

  it('fails from the day after the last', () => {
    const on = (day: string) => judged({ failOn: ['critical'] }, null, reportAsOf(report, day))[0];
    expect([on('2026-12-31'), on('2027-01-01')]).toEqual(['passed', 'failed']);
  });
});

describe('a gate on increases', () => {
  it.each([
    [0.34, 0.36, 0.02, 'passed'],
    [0.34, 0.361, 0.02, 'failed'],
    [0.4, 0.1, 0, 'passed'],
    [0.1, 0.3, 0.2, 'passed'],
  ])('holds the index from %d to %d against %d', (...[was, is, maxRiskIncrease, verdict]) => {
    const comparison = compareReports(scored(was), scored(is));
    expect(judged({ maxRiskIncrease }, comparison, scored(is))[0]).toBe(verdict);
  });

  it('holds metrics and groups, each against its own limit', () => {
    const comparison = compareReports(scored(0.3), scored(0.4));
    const limits = { maxMetricIncrease: { B1: 0.05, C1: 0 }, maxGroupIncrease: { B: 0.2, A: 0 } } as const;
    expect(judged(limits, comparison, scored(0.4))).toEqual([
      'failed',
      'metric-increase fail 0.1',
      'metric-increase pass 0',
      'group-increase pass 0',
      'group-increase pass 0.1',
    ]);
  });

  it('takes what was not applicable before for 0, and lets pass what is no longer', () => {
    const measured = scored(0.3);
    const absent = {
      ...measured,
      metrics: measured.metrics.map((metric) =>
        metric.id === 'B1' ? { ...metric, status: 'notApplicable' as const, ...ABSENT } : metric,
      ),
    } as Report;
    const conditions = { maxMetricIncrease: { B1: 0.1 } };
    expect(judged(conditions, compareReports(absent, measured), measured)[0]).toBe('failed');
    expect(judged(conditions, compareReports(measured, absent), absent)[0]).toBe('passed');
  });
});

const ABSENT = { value: null, raw: null, worst: null, distribution: null, reason: 'nothing there' } as const;

describe('a gate on groups', () => {
  it('holds their values, and lets pass what was not measured', () => {
    expect(judged({ maxGroup: { B: 0.7, F: 0 } }, null, sampleReport())).toEqual([
      'failed',
      'group fail 0.74',
      'group pass null',
    ]);
  });
});

describe('a gate without a baseline', () => {
  const conditions = { failOnNew: ['critical'], maxRiskIncrease: 0.1 } as const;

  it('is not green', () => {
    expect(judged(conditions, null)).toEqual([
      'failed',
      'new-findings could-not-tell null',
      'index-increase could-not-tell null',
    ]);
    expect(judgeGate({ report: head, conditions }).reasons).toEqual([{ code: 'no-baseline', why: null }]);
  });

  it('is green where somebody asked for that, and still says what it could not tell', () => {
    expect(judged({ ...conditions, onMissingBaseline: 'pass' }, null)).toEqual([
      'passed',
      'new-findings could-not-tell null',
      'index-increase could-not-tell null',
    ]);
  });

  it('takes every finding for new where that is asked', () => {
    expect(judged({ ...conditions, onMissingBaseline: 'full' }, null)).toEqual([
      'failed',
      'new-findings fail 1',
      'index-increase could-not-tell null',
    ]);
    expect(judged({ ...conditions, onMissingBaseline: 'full' }, null, treeReport())[0]).toBe('passed');
  });

  it('asks nothing of it where no condition needs one', () => {
    expect(judged({ failOn: ['low'] }, null)).toEqual(['passed', 'findings pass 0']);
  });

  it('has none where the one that is there cannot be compared with', () => {
    const other = { ...treeReport(), meta: { ...head.meta, version: '9.9.9' } };
    const comparison = compareReports(other, head);
    expect(judged(conditions, comparison)[0]).toBe('failed');
    const { reasons } = judgeGate({ report: head, comparison, conditions });
    expect(reasons.map((reason) => gateReasonText(reason, 'en'))).toEqual([
      'the baseline cannot be compared with: they were made by different versions of the analyzer',
    ]);
  });

  it('judges findings and not the index where only the weights differ', () => {
    const weighed = { ...head.meta, config: { ...head.meta.config, weights: { B1: 1 } } };
    const comparison = compareReports({ ...treeReport(), meta: weighed }, head);
    expect(judged(conditions, comparison)).toEqual([
      'failed',
      'new-findings fail 1',
      'index-increase could-not-tell null',
    ]);
  });
});

describe('what a gate tells', () => {
  it('is every condition with what was expected and what there is, held or not', () => {
    const { conditions } = judgeGate({
      report: sampleReport({ findings: [sampleFinding()] }),
      conditions: { failOn: ['critical'], maxRisk: 0.5, minCoverage: 0.99, requireMeasured: ['A1'] },
    });
    expect(
      conditions.map(({ expected, actual, verdict }) => [expected.bound, expected.value, actual, verdict]),
    ).toEqual([
      ['at-least', 1, 47, 'pass'],
      ['at-most', 0, 1, 'fail'],
      ['at-most', 0.5, 0.34, 'pass'],
      ['at-least', 1, 1, 'pass'],
      ['at-least', 0.99, 840 / 903, 'fail'],
    ]);
    expect(conditions.filter(({ verdict, reason }) => (verdict === 'pass') !== (reason === null))).toEqual(
      [],
    );
  });

  it.each([[{ maxRiskIncrease: 3 }], [{ maxGroup: { A: -1 } }], [{ maxMetricIncrease: { A1: Number.NaN } }]])(
    'refuses a limit outside 0 to 1: %j',
    (conditions) => expect(() => judgeGate({ report: head, conditions })).toThrow(RangeError),
  );
});
