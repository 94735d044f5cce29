import type { Change, ComparedFinding, Comparison } from '../schema/comparison.ts';
import type { Report } from '../schema/report.ts';
import { GROUP_IDS, METRIC_IDS, SEVERITIES } from '../schema/vocabulary.ts';
import { atMost, type ConditionSubject, type GateCondition, limitOf, untold } from './condition-results.ts';
import type { GateConditions } from './gate-conditions.ts';
import type { GateReason } from './gate-reason.ts';

/** What a report is held against: a comparison with its baseline, null where there is none. */
export interface Baseline {
  readonly report: Report;
  readonly comparison: Comparison | null;
}

/** Whether a finding is one that the baseline did not have to answer for: new, suppressed there, or milder there. */
export function isNewRisk({ state, worsened }: ComparedFinding): boolean {
  return state === 'new' || state === 'reopened' || worsened;
}

/** The conditions on what changed. Throws a RangeError for a limit that is not between 0 and 1. */
export function baselineConditions(baseline: Baseline, conditions: GateConditions): GateCondition[] {
  return [...newFindings(baseline, conditions), ...increases(baseline, conditions)];
}

function newFindings({ report, comparison }: Baseline, conditions: GateConditions): GateCondition[] {
  const { failOnNew = [], onMissingBaseline = 'fail' } = conditions;
  const missing = problemOf(comparison, 'findings');
  const added = comparison?.findings.filter(isNewRisk) ?? [];
  const all = report.findings.map((finding) => ({ finding, origin: null }));
  return SEVERITIES.filter((severity) => failOnNew.includes(severity)).map((severity) => {
    const subject = { kind: 'new-findings', severity } as const;
    if (missing !== null && onMissingBaseline !== 'full') {
      return untold(subject, { limit: 0, tolerated: onMissingBaseline === 'pass' }, missing);
    }
    const found = (missing === null ? added : all).filter(({ finding }) => finding.severity === severity);
    return atMost(subject, { actual: found.length, limit: 0 }, (count) => ({
      code: 'new-findings',
      ...{ severity, count },
      ripple: found.filter(({ origin }) => origin === 'ripple').length,
      first: (found[0] as (typeof found)[number]).finding,
    }));
  });
}

interface Increase {
  readonly subject: ConditionSubject;
  readonly name: string;
  readonly limit: number | undefined;
  readonly change: Change | undefined;
  readonly reason: (exceeded: { readonly actual: number; readonly limit: number }) => GateReason;
}

function increases({ comparison }: Baseline, conditions: GateConditions): GateCondition[] {
  const tolerated = (conditions.onMissingBaseline ?? 'fail') !== 'fail';
  return asked(comparison, conditions).flatMap(({ subject, name, limit: given, change, reason }) => {
    if (given === undefined) return [];
    const limit = limitOf(name, given);
    const missing = problemOf(comparison, subject.kind === 'metric-increase' ? 'findings' : 'scores');
    if (missing !== null) return [untold(subject, { limit, tolerated }, missing)];
    const actual = change === undefined || change.head === null ? null : change.head - (change.base ?? 0);
    const rounded = actual === null ? null : Number(actual.toFixed(9));
    return [atMost(subject, { actual: rounded, limit }, (value) => reason({ actual: value, limit }))];
  });
}

function asked(comparison: Comparison | null, conditions: GateConditions): readonly Increase[] {
  return [
    {
      subject: { kind: 'index-increase' },
      ...{ name: 'maxRiskIncrease', limit: conditions.maxRiskIncrease, change: comparison?.index },
      reason: (exceeded) => ({ code: 'index-increase', ...exceeded }),
    },
    ...METRIC_IDS.map(
      (metric): Increase => ({
        subject: { kind: 'metric-increase', metric },
        ...{ name: `maxMetricIncrease.${metric}`, limit: conditions.maxMetricIncrease?.[metric] },
        change: comparison?.metrics.find(({ id }) => id === metric)?.value,
        reason: (exceeded) => ({ code: 'metric-increase', metric, ...exceeded }),
      }),
    ),
    ...GROUP_IDS.map(
      (group): Increase => ({
        subject: { kind: 'group-increase', group },
        ...{ name: `maxGroupIncrease.${group}`, limit: conditions.maxGroupIncrease?.[group] },
        change: comparison?.groups.find(({ id }) => id === group)?.value,
        reason: (exceeded) => ({ code: 'group-increase', group, ...exceeded }),
      }),
    ),
  ];
}

/** Why nothing can be said against the baseline; null where something can. */
function problemOf(comparison: Comparison | null, about: 'findings' | 'scores'): GateReason | null {
  if (comparison === null) return { code: 'no-baseline', why: null };
  const spoiled = comparison.comparability.issues.find(
    ({ spoils }) => spoils === 'findings' || spoils === about,
  );
  return spoiled === undefined ? null : { code: 'no-baseline', why: spoiled.code };
}
