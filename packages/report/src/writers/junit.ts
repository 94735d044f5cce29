import type { GateCondition } from '../gate/condition-results.ts';
import { type GateJudgement, judgeGate } from '../gate/evaluate-gate.ts';
import { gateReasonText, precise } from '../gate/gate-reason.ts';
import { isRuleId } from '../rules/rule-ids.ts';
import type { Finding } from '../schema/finding.ts';
import type { Report } from '../schema/report.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { reportIn } from '../text/report-in.ts';
import { textsOf } from '../text/texts-of.ts';
import { worstFirst } from './finding-order.ts';
import type { RenderOptions } from './writer.ts';

/** Findings that a failed condition lists. */
const MOST_FINDINGS = 50;

/** UTF-16 units of one line. */
const LONGEST_LINE = 600;

/**
 * csqa-junit.xml: the gate as a test suite, for every place that shows test results. One test for each condition: it fails where
 * the condition does not hold, is an error where nobody could tell, and is skipped where whoever set the gate accepts that.
 * Without a gate a skipped test says so.
 */
export function renderJunit(original: Report, options: RenderOptions): string {
  const report = reportIn(original, options.lang);
  const text = textsOf(options.lang);
  const judgement = options.gate ?? judgeGate({ report, conditions: {} });
  const cases = casesOf(judgement, { report, text });
  const count = (outcome: Outcome): number => cases.filter((test) => test.outcome === outcome).length;
  const counts = {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: 0,
  };
  const suite = element(
    'testsuite',
    { name: plain(suiteName(report, options), LONGEST_LINE), ...counts },
    cases.map(testCase),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'CSQA', ...counts }, [suite])}\n`;
}

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly name: string;
  readonly outcome: Outcome;
  /** Kind of the condition. */
  readonly type: string;
  /** Why it is not passed, in one line. */
  readonly message: string;
  readonly lines: readonly string[];
}

interface Setting {
  readonly report: Report;
  readonly text: Catalogue;
}

function suiteName(report: Report, options: RenderOptions): string {
  const project = options.project ?? report.meta.project ?? '';
  return project === '' ? 'CSQA' : `CSQA: ${project}`;
}

function casesOf({ conditions }: GateJudgement, setting: Setting): readonly Case[] {
  const cases = conditions.map((condition) => caseOf(condition, setting));
  if (conditions.some(({ subject }) => subject.kind !== 'files-analysed')) return cases;
  const { conditions: names } = setting.text;
  return [
    ...cases,
    { name: names.gate, outcome: 'skipped', type: 'no-gate', message: names.none, lines: [] },
  ];
}

function caseOf(condition: GateCondition, { report, text }: Setting): Case {
  const { subject, reason, verdict, tolerated } = condition;
  const message = reason === null ? '' : gateReasonText(reason, text.language);
  const outcome = verdict === 'pass' ? 'passed' : verdict === 'fail' ? 'failure' : 'error';
  return {
    name: nameOf(condition, text),
    outcome: tolerated ? 'skipped' : outcome,
    type: subject.kind,
    message,
    lines: subject.kind === 'findings' && reason !== null ? listed(report, subject.severity, text) : [],
  };
}

function nameOf(
  { subject, expected }: GateCondition,
  { conditions, metrics, groups, severities }: Catalogue,
): string {
  const limit = precise(expected.value);
  switch (subject.kind) {
    case 'files-analysed':
      return conditions.filesAnalysed;
    case 'findings':
      return conditions.findings(severities[subject.severity]);
    case 'new-findings':
      return conditions.newFindings(severities[subject.severity]);
    case 'index':
      return conditions.index(limit);
    case 'index-increase':
      return conditions.indexIncrease(limit);
    case 'metric':
      return conditions.figure(`${subject.metric} ${metrics[subject.metric].name}`, limit);
    case 'metric-increase':
      return conditions.increase(`${subject.metric} ${metrics[subject.metric].name}`, limit);
    case 'group':
      return conditions.figure(`${subject.group} ${groups[subject.group].name}`, limit);
    case 'group-increase':
      return conditions.increase(`${subject.group} ${groups[subject.group].name}`, limit);
    case 'measured':
      return conditions.measured(`${subject.metric} ${metrics[subject.metric].name}`);
    case 'coverage':
      return conditions.coverage(limit);
  }
}

/** The findings of one severity, a line each. */
function listed(report: Report, severity: Finding['severity'], text: Catalogue): readonly string[] {
  const found = worstFirst(report.findings.filter((finding) => finding.severity === severity));
  const lines = found.slice(0, MOST_FINDINGS).map((finding) => {
    const title = isRuleId(finding.rule) ? text.rules[finding.rule] : finding.rule;
    return `${finding.file}:${finding.line}: ${title}. ${finding.what} (${finding.id})`;
  });
  return found.length > lines.length ? [...lines, text.summary.more(found.length - lines.length)] : lines;
}

function testCase({ name, outcome, type, message, lines }: Case): string {
  const attributes = { classname: 'csqa.gate', name, time: 0 };
  if (outcome === 'passed') return element('testcase', attributes, []);
  const told = outcome === 'skipped' ? { message } : { message, type };
  const body = lines.map((line) => escaped(plain(line, LONGEST_LINE)));
  return element('testcase', attributes, [element(outcome, told, body)]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[],
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(plain(String(value), LONGEST_LINE))}"`,
  );
  const start = `<${name}${written.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join('\n')}\n</${name}>`;
}

/** What `plain` gives has no character that XML 1.0 forbids; here only its markup is left to escape. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
