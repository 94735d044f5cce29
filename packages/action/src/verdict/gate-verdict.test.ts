import { compareReports, type Report } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport } from '../../../report/test/sample-report.ts';
import type { BaselineAbsence, BaseReport } from '../run-types.ts';
import { type GateSetting, judgeProject } from './gate-verdict.ts';

const setting: GateSetting = {
  gate: { failOn: undefined, maxRisk: undefined, maxRiskIncrease: undefined, allowEmpty: false },
  onMissingBaseline: undefined,
  language: 'en',
  isJudged: true,
};

const clean = sampleReport({ findings: [] });

function against(base: Report | BaselineAbsence, head: Report = sampleReport()) {
  const there: BaseReport =
    typeof base === 'string'
      ? { status: 'absent', sha: null, reason: base, text: 'The base commit could not be fetched.' }
      : { status: 'there', report: base, sha: 'b'.repeat(40), from: 'analysed' };
  const comparison = typeof base === 'string' ? null : compareReports(base, head);
  return { head, base: there, comparison, policy: { of: 'head' } as const };
}

/** With a gate in the configuration of the project. */
function configured(gate: object, changes: Partial<Report> = {}): Report {
  const report = sampleReport(changes);
  return { ...report, meta: { ...report.meta, config: { ...report.meta.config, gate } } };
}

function emptyReport(): Report {
  const { files, aggregate } = sampleReport();
  return sampleReport({
    files: { ...files, analysed: 0 },
    aggregate: { ...aggregate, index: null, band: null },
    findings: [],
  });
}

describe('the verdict', () => {
  it('fails on a new finding that is high or worse where nobody says otherwise, and not on a known one', () => {
    expect(judgeProject(against(clean), setting)).toMatchObject({ outcome: 'gate-failed' });
    expect(judgeProject(against(sampleReport()), setting)).toMatchObject({ outcome: 'passed' });
  });

  it('says how many, how bad and where in one line', () => {
    const { sentence } = judgeProject(against(clean), setting);
    expect(sentence).toMatch(
      /^\d new or worse finding.* of severity critical; the first is at src\/main\/java.*:\d+\.$/,
    );
  });

  it('of a change is by the gate of the base, and a missing one cannot be waived by the change', () => {
    const loose = configured({ maxRisk: 1 });
    expect(judgeProject(against(clean, loose), setting).outcome).toBe('passed');
    const judged = {
      ...against(clean, loose),
      policy: { of: 'base', gate: {}, changedKeys: ['gate'] } as const,
    };
    expect(judgeProject(judged, setting).outcome).toBe('gate-failed');
    const waiving = configured({ failOnNew: 'high', onMissingBaseline: 'pass' });
    const unknown = { ...against('commit-unreachable', waiving), policy: { of: 'unknown' } as const };
    expect(judgeProject(unknown, setting).outcome).toBe('error');
  });

  it('is never green where the baseline is missing, and says what mends it', () => {
    const verdict = judgeProject(against('commit-unreachable'), setting);
    expect(verdict.outcome).toBe('error');
    expect(verdict.sentence).toContain('The base commit could not be fetched.');
    expect(verdict.sentence).toContain('on-missing-baseline: full judges every finding instead');
  });

  it.each([
    ['full', 'gate-failed'],
    ['pass', 'passed'],
    ['error', 'error'],
  ] as const)('does without a baseline what the workflow asks for: %s', (onMissingBaseline, outcome) => {
    expect(judgeProject(against('commit-unreachable'), { ...setting, onMissingBaseline }).outcome).toBe(
      outcome,
    );
  });

  it('takes everything for new where it is known that nothing was there', () => {
    expect(judgeProject(against('nothing-there'), setting).outcome).toBe('gate-failed');
    expect(judgeProject(against('nothing-there', clean), setting).outcome).toBe('passed');
  });

  it('asks nothing of a baseline where there is no change to judge', () => {
    const trend = { ...setting, isJudged: false };
    expect(judgeProject(against('no-earlier-state'), trend).outcome).toBe('passed');
    expect(judgeProject(against(clean), trend).outcome).toBe('passed');
    const failOn = { failOn: ['critical' as const], failOnNew: [] };
    expect(judgeProject(against(clean), { ...trend, gate: { ...trend.gate, failOn } }).outcome).toBe(
      'gate-failed',
    );
  });

  it('is never green over no source file, whatever is asked, unless the workflow says that this is fine', () => {
    const none = { failOn: [], failOnNew: [] };
    const gate = { ...setting.gate, failOn: none };
    const nothing = against('not-asked', emptyReport());
    expect(judgeProject(nothing, { ...setting, gate })).toMatchObject({ outcome: 'error' });
    expect(judgeProject(nothing, { ...setting, gate: { ...gate, allowEmpty: true } }).outcome).toBe('passed');
  });

  it('takes the gate of the configuration before the default, and the inputs before both', () => {
    const medium = configured({ failOn: 'medium' }, { findings: [sampleFinding({ severity: 'medium' })] });
    expect(judgeProject(against(medium, medium), setting).outcome).toBe('gate-failed');
    const none = { failOn: [], failOnNew: [] };
    expect(
      judgeProject(against(medium, medium), { ...setting, gate: { ...setting.gate, failOn: none } }).outcome,
    ).toBe('passed');
  });

  it('holds the index against the limits of the inputs', () => {
    const strict = { ...setting, gate: { ...setting.gate, maxRisk: 0.1 } };
    const verdict = judgeProject(against(sampleReport()), strict);
    expect(verdict).toMatchObject({ outcome: 'gate-failed', judgement: { verdict: 'failed' } });
  });

  it('names what failed and leaves out what could not be told, where there is both', () => {
    const strict = { ...setting, gate: { ...setting.gate, maxRisk: 0.1 } };
    const verdict = judgeProject(against('commit-unreachable'), strict);
    expect(verdict.outcome).toBe('gate-failed');
    expect(verdict.sentence).not.toContain('baseline');
  });

  it('speaks Russian', () => {
    const { sentence } = judgeProject(against('commit-unreachable'), { ...setting, language: 'ru' });
    expect(sentence).toContain('С on-missing-baseline: full судят по всем находкам');
  });
});
