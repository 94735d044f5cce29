import type { Comparison } from '../schema/comparison.ts';
import type { Report } from '../schema/report.ts';
import { GROUP_IDS, METRIC_IDS, type MetricId, SEVERITIES, type Severity } from '../schema/vocabulary.ts';
import { textsOf } from '../text/texts-of.ts';
import { baselineConditions } from './baseline-conditions.ts';
import { atLeast, atMost, type GateCondition, limitOf, untold } from './condition-results.ts';
import type { GateConditions } from './gate-conditions.ts';
import type { GateReason, Unmeasured } from './gate-reason.ts';

/** The verdict, with a reason for every condition that does not hold. */
export interface GateResult {
  readonly verdict: 'passed' | 'failed';
  readonly reasons: readonly GateReason[];
}

/** The verdict with every condition that was asked, in the order of the reasons. */
export interface GateJudgement extends GateResult {
  readonly conditions: readonly GateCondition[];
}

/** What a gate judges. */
export interface GateInput {
  readonly report: Report;
  /** The report held against its baseline; absent or null where there is none. */
  readonly comparison?: Comparison | null;
  readonly conditions: GateConditions;
}

/**
 * Decides whether a report satisfies the conditions. A report on no source file never passes unless `allowEmpty` says so,
 * whatever the conditions. Throws a RangeError for a limit that is not between 0 and 1.
 */
export function evaluateGate(report: Report, conditions: GateConditions): GateResult {
  const { verdict, reasons } = judgeGate({ report, conditions });
  return { verdict, reasons };
}

/**
 * The same with every condition, held or not, and with conditions on what changed since a baseline. What could not be told,
 * because there is no index or no baseline that can be compared with, does not pass unless `onMissingBaseline` or `allowEmpty`
 * says so. Suppressed findings do not count; whoever judges by a day gives reports to `reportAsOf` first.
 */
export function judgeGate({ report, comparison = null, conditions }: GateInput): GateJudgement {
  const results = [
    ...analysed(report, conditions),
    ...findings(report, conditions.failOn ?? []),
    ...index(report, conditions),
    ...metrics(report, conditions),
    ...groups(report, conditions),
    ...measured(report, conditions),
    ...coverage(report, conditions),
    ...baselineConditions({ report, comparison }, conditions),
  ];
  const reasons = results.flatMap(({ reason, tolerated }) => (reason === null || tolerated ? [] : [reason]));
  return {
    verdict: reasons.length === 0 ? 'passed' : 'failed',
    reasons: distinct(reasons),
    conditions: results,
  };
}

/** The severity and all that are worse, worst first: what `--fail-on high` means. */
export function severitiesFrom(severity: Severity): readonly Severity[] {
  return SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
}

/** That there is no baseline is one reason, however many conditions need one. */
function distinct(reasons: readonly GateReason[]): readonly GateReason[] {
  return reasons.filter(
    (reason, at) =>
      reason.code !== 'no-baseline' || reasons.findIndex(({ code }) => code === reason.code) === at,
  );
}

function analysed({ files }: Report, { allowEmpty }: GateConditions): GateCondition[] {
  if (allowEmpty === true) return [];
  const subject = { kind: 'files-analysed' } as const;
  return [atLeast(subject, { actual: files.analysed, limit: 1 }, () => ({ code: 'nothing-analysed' }))];
}

function findings(report: Report, failOn: readonly Severity[]): GateCondition[] {
  return SEVERITIES.filter((severity) => failOn.includes(severity)).map((severity) => {
    const found = report.findings.filter((finding) => finding.severity === severity);
    const first = found[0] as (typeof found)[number];
    return atMost({ kind: 'findings', severity }, { actual: found.length, limit: 0 }, (count) => ({
      code: 'findings',
      ...{ severity, count, first },
    }));
  });
}

function index({ aggregate }: Report, { maxRisk, allowEmpty }: GateConditions): GateCondition[] {
  if (maxRisk === undefined) return [];
  const limit = limitOf('maxRisk', maxRisk);
  const subject = { kind: 'index' } as const;
  const actual = aggregate.index;
  if (actual === null)
    return [untold(subject, { limit, tolerated: allowEmpty === true }, { code: 'no-index' })];
  return [atMost(subject, { actual, limit }, () => ({ code: 'index', actual, limit }))];
}

function metrics(report: Report, { maxMetric = {} }: GateConditions): GateCondition[] {
  return METRIC_IDS.flatMap((id) => {
    const given = maxMetric[id];
    if (given === undefined) return [];
    const limit = limitOf(`maxMetric.${id}`, given);
    const actual = report.metrics.find((metric) => metric.id === id)?.value ?? null;
    return [
      atMost({ kind: 'metric', metric: id }, { actual, limit }, (value) => ({
        ...{ code: 'metric', metric: id, actual: value, limit },
      })),
    ];
  });
}

function groups({ aggregate }: Report, { maxGroup = {} }: GateConditions): GateCondition[] {
  return GROUP_IDS.flatMap((id) => {
    const given = maxGroup[id];
    if (given === undefined) return [];
    const limit = limitOf(`maxGroup.${id}`, given);
    const actual = aggregate.groups.find((group) => group.id === id)?.value ?? null;
    return [
      atMost({ kind: 'group', group: id }, { actual, limit }, (value) => ({
        ...{ code: 'group', group: id, actual: value, limit },
      })),
    ];
  });
}

function measured(report: Report, conditions: GateConditions): GateCondition[] {
  const required = conditions.failOnUnmeasured === true ? METRIC_IDS : (conditions.requireMeasured ?? []);
  return METRIC_IDS.filter((id) => required.includes(id)).map((id) => {
    const metric = report.metrics.find((candidate) => candidate.id === id);
    const actual = metric?.status === 'measured' ? 1 : 0;
    return atLeast({ kind: 'measured', metric: id }, { actual, limit: 1 }, () =>
      metric?.status === 'notApplicable'
        ? { code: 'unmeasured', metric: id, reason: metric.reason, localized: metric.localized }
        : absentMetric(id),
    );
  });
}

function absentMetric(id: MetricId): Unmeasured {
  const [en, ru] = [textsOf('en').gate.absent, textsOf('ru').gate.absent];
  return { code: 'unmeasured', metric: id, reason: en, localized: { ru: { reason: ru } } };
}

function coverage(report: Report, { minCoverage }: GateConditions): GateCondition[] {
  if (minCoverage === undefined) return [];
  const limit = limitOf('minCoverage', minCoverage);
  const { callSites, unresolved } = report.coverage;
  const actual = callSites === 0 ? 1 : (callSites - unresolved) / callSites;
  return [atLeast({ kind: 'coverage' }, { actual, limit }, () => ({ code: 'coverage', actual, limit }))];
}
