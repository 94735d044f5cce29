import type { GroupId, MetricId, Severity } from '../schema/vocabulary.ts';

/** What a gate does about conditions on a baseline where there is none to hold the report against. */
export const MISSING_BASELINE_CHOICES = ['fail', 'full', 'pass'] as const;

/**
 * `fail`, the default: what could not be told is not green. `full`: every finding counts as new, and increases are not asked.
 * `pass`: nothing is asked of a baseline.
 */
export type OnMissingBaseline = (typeof MISSING_BASELINE_CHOICES)[number];

/** What a report must satisfy. A condition that is absent is not asked. */
export interface GateConditions {
  /** Severities of which there may be no finding. Suppressed findings do not count. */
  readonly failOn?: readonly Severity[];
  /** Highest index, 0 to 1, that passes. */
  readonly maxRisk?: number;
  /** Highest value, 0 to 1, that passes, by metric. A metric that is not applicable passes. */
  readonly maxMetric?: Readonly<Partial<Record<MetricId, number>>>;
  /** Highest value, 0 to 1, that passes, by group. A group that was not measured passes. */
  readonly maxGroup?: Readonly<Partial<Record<GroupId, number>>>;
  /** Metrics that must have been measured. */
  readonly requireMeasured?: readonly MetricId[];
  /** Every metric must have been measured. */
  readonly failOnUnmeasured?: boolean;
  /** Smallest share of calls, 0 to 1, that must have been resolved. */
  readonly minCoverage?: number;
  /** A report on no source file at all may pass. */
  readonly allowEmpty?: boolean;
  /** Severities of which there may be no finding that is new, reopened or weighs more than in the baseline. */
  readonly failOnNew?: readonly Severity[];
  /** How much the index may grow over the baseline, 0 to 1. */
  readonly maxRiskIncrease?: number;
  /** How much a metric may grow over the baseline, 0 to 1. What was not applicable there counts as 0. */
  readonly maxMetricIncrease?: Readonly<Partial<Record<MetricId, number>>>;
  /** How much a group may grow over the baseline, 0 to 1. */
  readonly maxGroupIncrease?: Readonly<Partial<Record<GroupId, number>>>;
  /** What to do about conditions on a baseline where there is none, or none that can be compared with. */
  readonly onMissingBaseline?: OnMissingBaseline;
}
