import type { ComparabilityIssue, FindingRef } from '../schema/comparison.ts';
import type { Finding } from '../schema/finding.ts';
import type { NotApplicableMetric } from '../schema/metric.ts';
import type { GroupId, MetricId, Severity } from '../schema/vocabulary.ts';
import type { Language } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { textsOf } from '../text/texts-of.ts';

/** A figure above its limit. */
interface Exceeded {
  readonly actual: number;
  readonly limit: number;
}

/** Why a gate failed. */
export type GateReason =
  | { readonly code: 'nothing-analysed' }
  | { readonly code: 'no-index' }
  | {
      readonly code: 'findings';
      readonly severity: Severity;
      readonly count: number;
      readonly first: Finding;
    }
  | ({ readonly code: 'index' } & Exceeded)
  | ({ readonly code: 'metric'; readonly metric: MetricId } & Exceeded)
  | ({ readonly code: 'group'; readonly group: GroupId } & Exceeded)
  | Unmeasured
  | ({ readonly code: 'coverage' } & Exceeded)
  | {
      readonly code: 'new-findings';
      readonly severity: Severity;
      readonly count: number;
      /** Of them, in files that the change left alone. */
      readonly ripple: number;
      readonly first: FindingRef;
    }
  | ({ readonly code: 'index-increase' } & Exceeded)
  | ({ readonly code: 'metric-increase'; readonly metric: MetricId } & Exceeded)
  | ({ readonly code: 'group-increase'; readonly group: GroupId } & Exceeded)
  | { readonly code: 'no-baseline'; readonly why: ComparabilityIssue['code'] | null };

/** A metric that should have been measured. */
export interface Unmeasured {
  readonly code: 'unmeasured';
  readonly metric: MetricId;
  readonly reason: string;
  readonly localized?: NotApplicableMetric['localized'];
}

/** One sentence for people, without markup, on one line. */
export function gateReasonText(reason: GateReason, language: Language): string {
  const { gate, comparison, groups, severities } = textsOf(language);
  switch (reason.code) {
    case 'nothing-analysed':
      return gate.nothingAnalysed;
    case 'no-index':
      return gate.noIndex;
    case 'findings':
      return gate.findings(reason.count, severities[reason.severity], placeOf(reason.first));
    case 'index':
      return gate.index(precise(reason.actual), precise(reason.limit));
    case 'metric':
      return gate.metric(reason.metric, precise(reason.actual), precise(reason.limit));
    case 'group':
      return gate.group(groups[reason.group].name, precise(reason.actual), precise(reason.limit));
    case 'unmeasured':
      return gate.unmeasured(reason.metric, plain(unmeasuredText(reason, language), 300));
    case 'coverage':
      return gate.coverage(precise(reason.actual), precise(reason.limit));
    case 'new-findings': {
      const { count, ripple, severity, first } = reason;
      const text = gate.newFindings(count, severities[severity], placeOf(first));
      return ripple === 0 ? text : `${text} (${gate.ripple(ripple)})`;
    }
    case 'index-increase':
      return gate.indexIncrease(precise(reason.actual), precise(reason.limit));
    case 'metric-increase':
      return gate.increase(reason.metric, precise(reason.actual), precise(reason.limit));
    case 'group-increase':
      return gate.increase(groups[reason.group].name, precise(reason.actual), precise(reason.limit));
    case 'no-baseline':
      return reason.why === null ? gate.noBaseline : gate.unusableBaseline(comparison.issues[reason.why]);
  }
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
  return plain(`${file}:${line}`, 240);
}

function unmeasuredText({ reason, localized }: Unmeasured, language: Language): string {
  return (language === 'en' ? undefined : localized?.[language]?.reason) ?? reason;
}

/** Enough digits to tell a value from its limit. */
export function precise(value: number): string {
  return String(Number(value.toFixed(4)));
}
