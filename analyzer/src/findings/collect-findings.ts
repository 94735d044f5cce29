import { categoriesOf } from '@csqa/report/producer';
import { byNumber, byText, compareLocation, inOrder } from '../base/ordering.ts';
import type { MetricEvidence, MetricId } from '../metrics/metric.ts';
import type { Finding, FindingText } from './finding.ts';
import { fingerprintOf, identityOf } from './fingerprint.ts';
import { Facts, type Rule, type RuleText } from './rule.ts';
import { RULES } from './rules.ts';
import { linkSameCauses } from './same-cause.ts';
import { gradeSeverity } from './severity.ts';

const SEVERITIES: readonly Finding['severity'][] = ['critical', 'high', 'medium', 'low'];
/** Hex digits of a fingerprint that a short id shows, at least. */
const ID_DIGITS = 8;

/** Gives every piece of evidence its words, its fingerprint and its short id; worst first. */
export function collectFindings(
  evidence: readonly { readonly metric: MetricId; readonly evidence: MetricEvidence }[],
): Finding[] {
  const ordered = [...evidence].sort(
    inOrder<(typeof evidence)[number]>(
      byText((item) => item.evidence.rule),
      byText((item) => item.evidence.location.file),
      byText((item) => item.evidence.symbol),
      (left, right) => compareLocation(left.evidence.location, right.evidence.location),
      byText((item) => JSON.stringify(item.evidence.facts)),
    ),
  );
  const ordinals = new Map<string, number>();
  const findings = ordered.map(({ metric, evidence: item }) => {
    const rule = RULES.get(item.rule);
    if (!rule) throw new RangeError(`metric ${metric} gives evidence for the unknown rule ${item.rule}`);
    const identity = identityOf(item.rule, { file: item.location.file, symbol: item.symbol });
    const key = JSON.stringify(identity);
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    return toFinding(metric, item, { rule, fingerprint: fingerprintOf(identity, ordinal) });
  });
  const named = withShortIds(findings);
  return linkSameCauses(
    named.map((finding, index) => ({ finding, causes: ordered[index]?.evidence.causes ?? [] })),
  ).sort(worstFirst);
}

const worstFirst = inOrder<Finding>(
  byNumber((finding) => SEVERITIES.indexOf(finding.severity)),
  byText((finding) => finding.metric),
  byText((finding) => finding.rule),
  (left, right) => compareLocation(left.location, right.location),
  byText((finding) => finding.fingerprint),
);

function toFinding(
  metric: MetricId,
  item: MetricEvidence,
  { rule, fingerprint }: { readonly rule: Rule; readonly fingerprint: string },
): Finding {
  return {
    id: '',
    rule: `CSQA-${rule.id}`,
    metric,
    severity: gradeSeverity(rule.id, item),
    confidence: item.confidence,
    location: item.location,
    symbol: item.symbol,
    text: { en: say(rule.en, new Facts(item, 'en')), ru: say(rule.ru, new Facts(item, 'ru')) },
    path: item.path,
    categories: categoriesOf(`CSQA-${rule.id}`),
    fingerprint,
  };
}

function say(text: RuleText, facts: Facts): FindingText {
  return { what: text.what(facts), why: text.why(facts), fix: text.fix(facts) };
}

/** Short ids grow by as many digits as it takes to be unique in the report. */
function withShortIds(findings: readonly Finding[]): Finding[] {
  const taken = new Map<string, string>();
  return findings.map((finding) => {
    let digits = ID_DIGITS;
    let id = shortId(finding, digits);
    while (taken.has(id) && digits < finding.fingerprint.length) id = shortId(finding, ++digits);
    taken.set(id, finding.fingerprint);
    return { ...finding, id };
  });
}

function shortId(finding: Finding, digits: number): string {
  return `${finding.metric}-${finding.fingerprint.slice(0, digits)}`;
}
