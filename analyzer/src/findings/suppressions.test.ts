import { describe, expect, it } from 'vitest';
import { at, path } from '../../test/view-of.ts';
import { collectFindings } from './collect-findings.ts';
import type { Finding } from './finding.ts';
import { applySuppressions, type CommentedFile, commentSuppressions } from './suppressions.ts';

function commented(line: number, text: string): CommentedFile {
  return { path: at(1).file, suppressions: [{ line, text }] };
}

const findings = collectFindings([
  {
    metric: 'C2',
    evidence: {
      rule: 'C2-exception-detail-in-response',
      severity: 'high',
      confidence: 'high',
      location: at(41),
      symbol: 'org.clinic.Errors#handle(java.lang.Exception)',
      facts: { method: 'Errors.handle', detail: 'exception text' },
      path: [],
    },
  },
]);

function finding(): Finding {
  const [first] = findings;
  if (first === undefined) throw new Error('there is no finding');
  return first;
}

function suppress(line: number, text: string) {
  const { suppressions, diagnostics } = commentSuppressions([commented(line, text)]);
  const applied = applySuppressions(findings, suppressions);
  return {
    suppressed: applied.suppressed.length,
    open: applied.open.length,
    problems: [...diagnostics, ...applied.diagnostics].map((diagnostic) => diagnostic.code),
  };
}

describe('suppressions in comments', () => {
  it.each([
    ['on the line itself', 41, 'csqa-ignore CSQA-C2-exception-detail-in-response reason="internal tool"'],
    [
      'above it',
      40,
      'csqa-ignore C2-exception-detail-in-response until=2027-01-31 reason="until the gateway masks it"',
    ],
    [
      'whatever its last day, which is judged by who reads the report',
      41,
      'csqa-ignore C2-exception-detail-in-response until=1999-12-31 reason="the last century"',
    ],
  ])('hold %s', (_, line, text) => {
    expect(suppress(line, text)).toEqual({ suppressed: 1, open: 0, problems: [] });
  });

  it.each([
    [
      'without a reason',
      41,
      'csqa-ignore CSQA-C2-exception-detail-in-response',
      'suppression-without-reason',
    ],
    [
      'with a date that is none',
      41,
      'csqa-ignore C2-exception-detail-in-response until=2026-02-30 reason="x"',
      'suppression-unreadable',
    ],
    [
      'with words for a date',
      41,
      'csqa-ignore C2-exception-detail-in-response until=soon reason="x"',
      'suppression-unreadable',
    ],
    [
      'with an empty date',
      41,
      'csqa-ignore C2-exception-detail-in-response until= reason="x"',
      'suppression-unreadable',
    ],
    ['of another rule', 41, 'csqa-ignore C3-secret-in-log reason="x"', 'suppression-unused'],
    ['far away', 20, 'csqa-ignore C2-exception-detail-in-response reason="x"', 'suppression-unused'],
    ['below it', 42, 'csqa-ignore C2-exception-detail-in-response reason="x"', 'suppression-unused'],
    ['of a rule that does not exist', 41, 'csqa-ignore C2-nonsense reason="x"', 'suppression-unreadable'],
    ['without a rule', 41, 'csqa-ignore', 'suppression-unreadable'],
  ])('do nothing and are reported %s', (_, ...row) => {
    const [line, text, problem] = row;
    expect(suppress(line, text)).toEqual({ suppressed: 0, open: 1, problems: [problem] });
  });

  it('are about their own file only', () => {
    const elsewhere = {
      ...commented(41, 'csqa-ignore C2-exception-detail-in-response reason="x"'),
      path: path('Other.java'),
    };
    const { suppressions } = commentSuppressions([elsewhere]);
    expect(applySuppressions(findings, suppressions).open).toHaveLength(1);
  });

  it('are about the nearest finding of their rule, and not about the one after it', () => {
    const two = [41, 42].map((line) => ({ ...finding(), location: at(line), symbol: `line${line}` }));
    const { suppressions } = commentSuppressions([
      commented(40, 'csqa-ignore C2-exception-detail-in-response reason="x"'),
    ]);
    const { open, suppressed } = applySuppressions(two, suppressions);
    expect(suppressed.map((item) => item.finding.location.line)).toEqual([41]);
    expect(open.map(({ location }) => location.line)).toEqual([42]);
  });

  it('that end later win, and all that are about a finding count as used', () => {
    const { suppressions } = commentSuppressions([
      commented(41, 'csqa-ignore C2-exception-detail-in-response until=2026-01-31 reason="at first"'),
      commented(41, 'csqa-ignore C2-exception-detail-in-response until=2027-01-31 reason="once more"'),
    ]);
    for (const given of [suppressions, suppressions.toReversed()]) {
      const applied = applySuppressions(findings, given);
      expect(applied.suppressed.map(({ suppression }) => suppression.until)).toEqual(['2027-01-31']);
      expect(applied.suppressions.map((used) => used.findings)).toEqual([1, 1]);
      expect(applied.diagnostics).toEqual([]);
    }
  });
});
