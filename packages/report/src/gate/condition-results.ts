import type { GroupId, MetricId, Severity } from '../schema/vocabulary.ts';
import type { GateReason } from './gate-reason.ts';

/** What one condition is about. */
export type ConditionSubject =
  | { readonly kind: 'files-analysed' }
  | { readonly kind: 'findings'; readonly severity: Severity }
  | { readonly kind: 'index' }
  | { readonly kind: 'metric'; readonly metric: MetricId }
  | { readonly kind: 'group'; readonly group: GroupId }
  | { readonly kind: 'measured'; readonly metric: MetricId }
  | { readonly kind: 'coverage' }
  | { readonly kind: 'new-findings'; readonly severity: Severity }
  | { readonly kind: 'index-increase' }
  | { readonly kind: 'metric-increase'; readonly metric: MetricId }
  | { readonly kind: 'group-increase'; readonly group: GroupId };

/** One condition of a gate: what was expected, what there is, and whether it holds. */
export interface GateCondition {
  readonly subject: ConditionSubject;
  readonly expected: { readonly bound: 'at-most' | 'at-least'; readonly value: number };
  /** null where it could not be told. */
  readonly actual: number | null;
  readonly verdict: 'pass' | 'fail' | 'could-not-tell';
  /** Why it does not hold, or could not be told; null where it holds. */
  readonly reason: GateReason | null;
  /** It could not be told, and whoever set the gate accepts that. */
  readonly tolerated: boolean;
}

/** A figure that must not be above a limit. A figure that there is none of passes. */
export function atMost(
  subject: ConditionSubject,
  { actual, limit }: { readonly actual: number | null; readonly limit: number },
  reason: (actual: number) => GateReason,
): GateCondition {
  const expected = { bound: 'at-most', value: limit } as const;
  if (actual === null || actual <= limit) {
    return { subject, expected, actual, verdict: 'pass', reason: null, tolerated: false };
  }
  return { subject, expected, actual, verdict: 'fail', reason: reason(actual), tolerated: false };
}

/** A figure that must not be below a limit. */
export function atLeast(
  subject: ConditionSubject,
  { actual, limit }: { readonly actual: number; readonly limit: number },
  reason: () => GateReason,
): GateCondition {
  const holds = actual >= limit;
  return {
    ...{ subject, expected: { bound: 'at-least', value: limit }, actual },
    verdict: holds ? 'pass' : 'fail',
    reason: holds ? null : reason(),
    tolerated: false,
  };
}

/** A condition that nobody can say anything about. */
export function untold(
  subject: ConditionSubject,
  { limit, tolerated }: { readonly limit: number; readonly tolerated: boolean },
  reason: GateReason,
): GateCondition {
  const expected = { bound: 'at-most', value: limit } as const;
  return { subject, expected, actual: null, verdict: 'could-not-tell', reason, tolerated };
}

/** A limit as somebody wrote it. Throws a RangeError for what is not between 0 and 1. */
export function limitOf(name: string, value: number): number {
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`${name}: expected a number from 0 to 1, got ${value}`);
  return value;
}
