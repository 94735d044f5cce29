import type { Finding } from '../schema/finding.ts';
import type { NotApplicableMetric } from '../schema/metric.ts';
import type { Report } from '../schema/report.ts';
import { METRIC_IDS, type MetricId, SEVERITIES, type Severity } from '../schema/vocabulary.ts';
import type { Language } from '../text/catalogue.ts';
import { plain } from '../text/plain.ts';
import { textsOf } from '../text/texts-of.ts';

/** What a report must satisfy. A condition that is absent is not asked. */
export interface GateConditions {
  /** Severities of which there may be no finding. Suppressed findings do not count. */
  readonly failOn?: readonly Severity[];
  /** Highest index, 0 to 1, that passes. */
  readonly maxRisk?: number;
  /** Highest value, 0 to 1, that passes, by metric. A metric that is not applicable passes. */
  readonly maxMetric?: Readonly<Partial<Record<MetricId, number>>>;
  /** Metrics that must have been measured. */
  readonly requireMeasured?: readonly MetricId[];
  /** Every metric must have been measured. */
  readonly failOnUnmeasured?: boolean;
  /** Smallest share of calls, 0 to 1, that must have been resolved. */
  readonly minCoverage?: number;
  /** A report on no source file at all may pass. */
  readonly allowEmpty?: boolean;
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
  | { readonly code: 'index'; readonly actual: number; readonly limit: number }
  | { readonly code: 'metric'; readonly metric: MetricId; readonly actual: number; readonly limit: number }
  | {
      readonly code: 'unmeasured';
      readonly metric: MetricId;
      readonly reason: string;
      readonly localized?: NotApplicableMetric['localized'];
    }
  | { readonly code: 'coverage'; readonly actual: number; readonly limit: number };

type Unmeasured = Extract<GateReason, { code: 'unmeasured' }>;

/** The verdict, with a reason for every condition that does not hold. */
export interface GateResult {
  readonly verdict: 'passed' | 'failed';
  readonly reasons: readonly GateReason[];
}

/**
 * Decides whether a report satisfies the conditions. A report on no source file never passes unless `allowEmpty` says so,
 * whatever the conditions. Throws a RangeError for a limit that is not between 0 and 1.
 */
export function evaluateGate(report: Report, conditions: GateConditions): GateResult {
  const reasons = [
    ...emptiness(report, conditions),
    ...findingReasons(report, conditions.failOn ?? []),
    ...indexReasons(report, conditions),
    ...metricReasons(report, conditions.maxMetric ?? {}),
    ...unmeasuredReasons(report, conditions),
    ...coverageReasons(report, conditions),
  ];
  return { verdict: reasons.length === 0 ? 'passed' : 'failed', reasons };
}

/** The severity and all that are worse, worst first: what `--fail-on high` means. */
export function severitiesFrom(severity: Severity): readonly Severity[] {
  return SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
}

/** One sentence for people, without markup, on one line. */
export function gateReasonText(reason: GateReason, language: Language): string {
  const { gate, severities } = textsOf(language);
  switch (reason.code) {
    case 'nothing-analysed':
      return gate.nothingAnalysed;
    case 'no-index':
      return gate.noIndex;
    case 'findings': {
      const first = plain(`${reason.first.file}:${reason.first.line}`, 240);
      return gate.findings(reason.count, severities[reason.severity], first);
    }
    case 'index':
      return gate.index(precise(reason.actual), precise(reason.limit));
    case 'metric':
      return gate.metric(reason.metric, precise(reason.actual), precise(reason.limit));
    case 'unmeasured':
      return gate.unmeasured(reason.metric, plain(unmeasuredText(reason, language), 300));
    case 'coverage':
      return gate.coverage(precise(reason.actual), precise(reason.limit));
  }
}

function emptiness(report: Report, conditions: GateConditions): GateReason[] {
  return report.files.analysed === 0 && conditions.allowEmpty !== true ? [{ code: 'nothing-analysed' }] : [];
}

function findingReasons(report: Report, failOn: readonly Severity[]): GateReason[] {
  return SEVERITIES.filter((severity) => failOn.includes(severity)).flatMap((severity) => {
    const findings = report.findings.filter((finding) => finding.severity === severity);
    const [first] = findings;
    return first === undefined ? [] : [{ code: 'findings', severity, count: findings.length, first }];
  });
}

function indexReasons(report: Report, conditions: GateConditions): GateReason[] {
  if (conditions.maxRisk === undefined) return [];
  const limit = limitOf('maxRisk', conditions.maxRisk);
  const { index } = report.aggregate;
  if (index === null) return conditions.allowEmpty === true ? [] : [{ code: 'no-index' }];
  return index > limit ? [{ code: 'index', actual: index, limit }] : [];
}

function metricReasons(report: Report, limits: Readonly<Partial<Record<MetricId, number>>>): GateReason[] {
  return METRIC_IDS.flatMap((id) => {
    const given = limits[id];
    if (given === undefined) return [];
    const limit = limitOf(`maxMetric.${id}`, given);
    const metric = report.metrics.find((candidate) => candidate.id === id);
    if (metric?.status !== 'measured' || metric.value <= limit) return [];
    return [{ code: 'metric', metric: id, actual: metric.value, limit }];
  });
}

function unmeasuredReasons(report: Report, conditions: GateConditions): GateReason[] {
  const required = conditions.failOnUnmeasured === true ? METRIC_IDS : (conditions.requireMeasured ?? []);
  return METRIC_IDS.filter((id) => required.includes(id)).flatMap((id) => {
    const metric = report.metrics.find((candidate) => candidate.id === id);
    if (metric?.status === 'measured') return [];
    if (metric === undefined) return [absentMetric(id)];
    return [{ code: 'unmeasured', metric: id, reason: metric.reason, localized: metric.localized }];
  });
}

function absentMetric(id: MetricId): Unmeasured {
  const [en, ru] = [textsOf('en').gate.absent, textsOf('ru').gate.absent];
  return { code: 'unmeasured', metric: id, reason: en, localized: { ru: { reason: ru } } };
}

function unmeasuredText({ reason, localized }: Unmeasured, language: Language): string {
  return (language === 'en' ? undefined : localized?.[language]?.reason) ?? reason;
}

function coverageReasons(report: Report, conditions: GateConditions): GateReason[] {
  if (conditions.minCoverage === undefined) return [];
  const limit = limitOf('minCoverage', conditions.minCoverage);
  const { callSites, unresolved } = report.coverage;
  const actual = callSites === 0 ? 1 : (callSites - unresolved) / callSites;
  return actual < limit ? [{ code: 'coverage', actual, limit }] : [];
}

function limitOf(name: string, value: number): number {
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`${name}: expected a number from 0 to 1, got ${value}`);
  return value;
}

/** Enough digits to tell a value from its limit. */
function precise(value: number): string {
  return String(Number(value.toFixed(4)));
}
