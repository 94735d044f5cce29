import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { reportOf, reportSaying } from '../../test/hostile-report.ts';
import { hostileText } from '../../test/hostile-text.ts';
import { sampleFinding, sampleReport } from '../../test/sample-report.ts';
import { judgeGate } from '../gate/evaluate-gate.ts';
import type { GateConditions } from '../gate/gate-conditions.ts';
import type { Report } from '../schema/report.ts';
import { METRIC_IDS, SEVERITIES } from '../schema/vocabulary.ts';
import { renderJunit } from './junit.ts';

interface Test {
  readonly name: string;
  readonly outcome: string;
  readonly message: string;
  readonly text: string;
}

interface Suite {
  readonly counts: Readonly<Record<string, number>>;
  readonly tests: readonly Test[];
}

/** What an XML parser sees; it throws for what is not well-formed. */
function read(xml: string): Suite {
  const parser = new SaxesParser();
  const counts: Record<string, number> = {};
  const tests: Test[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const last = tests.at(-1);
    if (name === 'testsuite')
      for (const key of ['tests', 'failures', 'errors', 'skipped']) counts[key] = Number(attributes[key]);
    else if (name === 'testcase')
      tests.push({ name: attributes.name ?? '', outcome: 'passed', message: '', text: '' });
    else if (last !== undefined && name !== 'testsuites')
      tests[tests.length - 1] = { ...last, outcome: name, message: attributes.message ?? '' };
  });
  parser.on('text', (text) => {
    const last = tests.at(-1);
    if (last !== undefined) tests[tests.length - 1] = { ...last, text: last.text + text };
  });
  parser.write(xml).close();
  return { counts, tests };
}

function judged(report: Report, conditions: GateConditions, lang: 'en' | 'ru' = 'en'): Suite {
  return read(renderJunit(report, { lang, gate: judgeGate({ report, conditions }) }));
}

describe('the gate as tests', () => {
  it('has one test for each condition, and those that do not hold fail with the reason', () => {
    const conditions = { failOn: ['critical', 'high'], maxRisk: 0.3, maxMetric: { F2: 0.9 } } as const;
    const { tests, counts } = judged(sampleReport(), conditions);
    expect(tests.map(({ name, outcome }) => [outcome, name])).toEqual([
      ['passed', 'Source files were analysed'],
      ['failure', 'No finding of severity critical'],
      ['passed', 'No finding of severity high'],
      ['failure', 'Risk index at most 0.3'],
      ['passed', 'F2 Security regression at most 0.9'],
    ]);
    expect(tests[3]?.message).toBe('risk index 0.34 is above the limit 0.3');
    expect(counts).toEqual({ tests: 5, failures: 2, errors: 0, skipped: 0 });
  });

  it('lists the findings of a severity that must not be there, fifty of them and the number of the rest', () => {
    const findings = Array.from({ length: 60 }, (_, index) => sampleFinding({ id: `F-${index}` }));
    const [, failed] = judged(sampleReport({ findings }), { failOn: ['critical'] }).tests;
    expect(failed?.text).toContain(
      'src/main/java/org/clinic/OwnerController.java:41: Privileged operation close to a public entry point. POST /owners reaches',
    );
    expect(failed?.text).toContain('(F-0)');
    expect(failed?.text.trim().split('\n')).toHaveLength(51);
    expect(failed?.text).toContain('10 more are in report.json.');
  });

  it('is an error where nobody could tell, and skipped where the gate accepts that', () => {
    const outcomes = (conditions: GateConditions): string[] =>
      judged(sampleReport(), conditions).tests.map(({ outcome }) => outcome);
    expect(outcomes({ maxRiskIncrease: 0.1 })).toEqual(['passed', 'error']);
    expect(outcomes({ maxRiskIncrease: 0.1, onMissingBaseline: 'pass' })).toEqual(['passed', 'skipped']);
  });

  it('fails where no source file was analysed, and says with a skipped test that no gate is set', () => {
    const empty = sampleReport({ files: { ...sampleReport().files, analysed: 0 } });
    const { tests, counts } = read(renderJunit(empty, { lang: 'en' }));
    expect(tests.map(({ outcome, message }) => [outcome, message])).toEqual([
      ['failure', 'no source file was analysed, so nothing was shown to be safe'],
      ['skipped', 'no gate is set: nothing was asked of this report'],
    ]);
    expect(counts).toEqual({ tests: 2, failures: 1, errors: 0, skipped: 1 });
  });

  it('has a name in both languages for every kind of condition', () => {
    const limits = { A1: 0.5 };
    const conditions: GateConditions = {
      ...{ failOn: ['low'], failOnNew: ['low'], maxRisk: 1, maxRiskIncrease: 1, minCoverage: 0.5 },
      ...{ maxMetric: limits, maxMetricIncrease: limits, requireMeasured: ['A1'] },
      ...{ maxGroup: { A: 0.5 }, maxGroupIncrease: { A: 0.5 } },
    };
    const names = (lang: 'en' | 'ru'): string[] =>
      judged(sampleReport(), conditions, lang).tests.map(({ name }) => name);
    expect(new Set(names('en')).size).toBe(11);
    expect(new Set(names('ru')).size).toBe(11);
    expect(names('ru').join()).not.toMatch(/finding|index|metric|undefined/i);
  });

  it('is well-formed whatever the report says, with a count that is right', () => {
    const conditions: GateConditions = { failOn: SEVERITIES, requireMeasured: METRIC_IDS, maxRisk: 0 };
    fc.assert(
      fc.property(hostileText, fc.constantFrom('en', 'ru'), (text, lang) => {
        const report = reportSaying(text);
        const gate = judgeGate({ report, conditions });
        const { tests, counts } = read(renderJunit(report, { lang, gate, project: text }));
        expect(counts.tests).toBe(tests.length);
        expect(counts.failures).toBe(tests.filter(({ outcome }) => outcome === 'failure').length);
        expect(tests.length).toBe(gate.conditions.length);
      }),
    );
  });

  it('stays small and well-formed with 30,000 findings', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 20 }), (texts) => {
        const report = reportOf(30_000, texts);
        const xml = renderJunit(report, {
          lang: 'en',
          gate: judgeGate({ report, conditions: { failOn: SEVERITIES } }),
        });
        expect(read(xml).tests).toHaveLength(SEVERITIES.length + 1);
        expect(xml.length).toBeLessThan(1_500_000);
      }),
      { numRuns: 5 },
    );
  });
});
