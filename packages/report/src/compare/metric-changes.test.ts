import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../test/sample-report.ts';
import type { MeasuredMetric } from '../schema/metric.ts';
import type { Report } from '../schema/report.ts';
import { compareReports } from './compare-reports.ts';

function withB1(changes: Partial<MeasuredMetric>): Report {
  const report = sampleReport();
  return {
    ...report,
    metrics: report.metrics.map((metric) =>
      metric.id === 'B1' && metric.status === 'measured' ? { ...metric, ...changes } : metric,
    ),
  };
}

const item = (label: string, value: number) => ({ label, value, file: 'Owners.java', line: 1 });

function moved(base: Partial<MeasuredMetric>, head: Partial<MeasuredMetric>): string[] {
  const b1 = compareReports(withB1(base), withB1(head)).metrics.find(({ id }) => id === 'B1');
  return (b1?.contributors ?? []).map(({ label, base: was, head: is }) => `${label} ${was} → ${is}`);
}

const whole = (...items: readonly ReturnType<typeof item>[]) => ({
  contributors: items,
  contributorCount: items.length,
});

describe('what moved a metric', () => {
  it('are the contributors whose figure is another, the most first, and not the others', () => {
    const base = whole(item('GET /a', 0.5), item('GET /b', 0.5), item('GET /c', 0.2));
    const head = whole(item('GET /a', 0.6), item('GET /b', 0.5), item('GET /d', 0.9));
    expect(moved(base, head)).toEqual(['GET /d null → 0.9', 'GET /c 0.2 → null', 'GET /a 0.5 → 0.6']);
  });

  it('are not those that the list of a side may have left out', () => {
    const base = { contributors: [item('GET /a', 0.9), item('GET /b', 0.8)], contributorCount: 40 };
    const head = { contributors: [item('GET /a', 0.9), item('GET /c', 0.7)], contributorCount: 40 };
    expect(moved(base, head)).toEqual(['GET /b 0.8 → null']);
    expect(moved(base, { ...head, contributors: [item('GET /a', 0.9), item('GET /c', 0.85)] })).toEqual([
      'GET /c null → 0.85',
    ]);
  });

  it('are not those at another line', () => {
    expect(moved(whole(item('GET /a', 0.5)), whole({ ...item('GET /a', 0.5), line: 99 }))).toEqual([]);
  });
});

describe('figures', () => {
  it('are compared under the scoring model of the head', () => {
    const base = withB1({ value: 1, values: { 'csqa-1': 1, 'csqa-2': 0.4 } });
    const head = withB1({ value: 0.6, values: { 'csqa-1': 1, 'csqa-2': 0.6 } });
    const b1 = compareReports(base, head).metrics.find(({ id }) => id === 'B1');
    expect(b1?.value).toEqual({ base: 0.4, head: 0.6, delta: 0.2 });
  });

  it('have no difference where one was not measured', () => {
    const comparison = compareReports(sampleReport(), sampleReport());
    expect(comparison.metrics.find(({ id }) => id === 'B4')?.value).toEqual({
      ...{ base: null, head: null, delta: null },
    });
    expect(comparison.groups.map(({ value }) => value.delta)).toEqual([0, 0, 0, 0, 0, null]);
  });
});
