import {
  asksAnything,
  type Comparison,
  type GateConditions,
  type GateJudgement,
  type GroupId,
  gateOfConfig,
  judgeGate,
  type MetricId,
  type OnMissingBaseline,
  type Report,
  severitiesFrom,
} from '@csqa/report';

/** Severities that a gate may name, with `none` for "no finding fails it". */
export const FAIL_ON_CHOICES = ['critical', 'high', 'medium', 'low', 'none'] as const;

/** What `--fail-on` may be. */
export type FailOn = (typeof FAIL_ON_CHOICES)[number];

/** Limits of metrics and groups, 0 to 1, by id. */
export type LimitsById = Readonly<Partial<Record<MetricId | GroupId, number>>>;

/** The gate as flags have it; null or absent where a flag is not given. */
export interface GateFlags {
  readonly failOn: FailOn | null;
  /** Highest index that passes, 0 to 1. */
  readonly maxRisk: number | null;
  readonly failOnNew?: FailOn | undefined;
  readonly maxRiskIncrease?: number | undefined;
  readonly max?: LimitsById | undefined;
  readonly maxIncrease?: LimitsById | undefined;
  readonly onMissingBaseline?: OnMissingBaseline | undefined;
}

/** The verdict of the gate; null where no condition is set. */
export type GateVerdict = GateJudgement | null;

/**
 * Judges a report by the gate of its configuration, flag by flag replaced by the command line, and against its baseline where it
 * was compared with one. Without any condition there is no gate, and a report on nothing is no failure; with one, it is.
 */
export function judge(report: Report, flags: GateFlags, comparison: Comparison | null = null): GateVerdict {
  const conditions = conditionsOf(gateOfConfig(report.meta.config), flags);
  return asksAnything(conditions) ? judgeGate({ report, comparison, conditions }) : null;
}

function conditionsOf(configured: GateConditions, flags: GateFlags): GateConditions {
  const { maxRisk, maxRiskIncrease, onMissingBaseline } = flags;
  return {
    ...configured,
    ...severities('failOn', flags.failOn),
    ...severities('failOnNew', flags.failOnNew ?? null),
    ...(maxRisk === null ? {} : { maxRisk }),
    ...(maxRiskIncrease === undefined ? {} : { maxRiskIncrease }),
    ...limits(configured, flags),
    ...(onMissingBaseline === undefined ? {} : { onMissingBaseline }),
  };
}

function severities(name: 'failOn' | 'failOnNew', flag: FailOn | null): GateConditions {
  if (flag === null) return {};
  return { [name]: flag === 'none' ? [] : severitiesFrom(flag) };
}

function limits(configured: GateConditions, { max = {}, maxIncrease = {} }: GateFlags): GateConditions {
  return {
    maxMetric: { ...configured.maxMetric, ...partOf(max, 2) },
    maxGroup: { ...configured.maxGroup, ...partOf(max, 1) },
    maxMetricIncrease: { ...configured.maxMetricIncrease, ...partOf(maxIncrease, 2) },
    maxGroupIncrease: { ...configured.maxGroupIncrease, ...partOf(maxIncrease, 1) },
  };
}

/** Ids of metrics have two characters, those of groups one. */
function partOf(all: LimitsById, length: 1 | 2): LimitsById {
  return Object.fromEntries(Object.entries(all).filter(([id]) => id.length === length));
}
