import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import type { MetricResult } from '../schema/metric.ts';
import { WRITERS } from '../writers/writers.ts';
import { reportIn } from './report-in.ts';

const reason = { reason: 'no entry point takes input', localized: { ru: { reason: 'входных данных нет' } } };

const absent: MetricResult = {
  id: 'C1',
  name: 'tainted path',
  group: 'C',
  weight: 0.09,
  status: 'notApplicable',
  value: null,
  raw: null,
  worst: null,
  distribution: null,
  ...reason,
};

const report = sampleReport({
  metrics: [absent],
  findings: [sampleFinding()],
  diagnostics: [
    {
      code: 'syntax-error',
      stage: 'facts',
      severity: 'warning',
      message: 'unexpected "}"',
      localized: { ru: { message: 'неожиданно встретилось "}"' } },
    },
    { code: 'from-an-older-version', stage: 'facts', severity: 'warning', message: 'said in English only' },
  ],
});

describe('a report in a language', () => {
  it('has the texts of that language in the places of the English ones', () => {
    const russian = reportIn(report, 'ru');
    expect(russian.metrics[0]).toMatchObject({ status: 'notApplicable', reason: 'входных данных нет' });
    expect(russian.findings[0]?.what).toContain('доходит до');
    expect(russian.diagnostics[0]?.message).toBe('неожиданно встретилось "}"');
  });

  it('keeps in English what it has in no other language', () => {
    expect(reportIn(report, 'ru').diagnostics[1]?.message).toBe('said in English only');
  });

  it('is the report itself in English', () => {
    expect(reportIn(report, 'en')).toBe(report);
  });

  it('is what the writers for people show', () => {
    const shown = WRITERS.markdown.render(report, { lang: 'ru' });
    expect(shown).toContain('входных данных нет');
    expect(shown).toContain('неожиданно встретилось');
    expect(WRITERS.markdown.render(report, { lang: 'en' })).toContain('no entry point takes input');
  });
});
