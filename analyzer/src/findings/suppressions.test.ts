import { describe, expect, it } from 'vitest';
import { at, path } from '../../test/view-of.ts';
import { collectFindings } from './collect-findings.ts';
import { applySuppressions, type CommentedFile, commentSuppressions } from './suppressions.ts';

const TODAY = '2026-11-22';

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

function suppress(line: number, text: string) {
  const { suppressions, diagnostics } = commentSuppressions([commented(line, text)]);
  const applied = applySuppressions(findings, suppressions, TODAY);
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
    ['on its last day', 41, 'csqa-ignore C2-exception-detail-in-response until=2026-11-22 reason="today"'],
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
      'past their date',
      41,
      'csqa-ignore C2-exception-detail-in-response until=2026-11-21 reason="x"',
      'suppression-expired',
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
    expect(applySuppressions(findings, suppressions, TODAY).open).toHaveLength(1);
  });
});
