import {
  evaluateGate,
  type GateConditions,
  type GateResult,
  type Report,
  SEVERITIES,
  type Severity,
  severitiesFrom,
} from '@csqa/report';

/** Severities that a gate may name, with `none` for "no finding fails it". */
export const FAIL_ON_CHOICES = ['critical', 'high', 'medium', 'low', 'none'] as const;

/** What `--fail-on` may be. */
export type FailOn = (typeof FAIL_ON_CHOICES)[number];

/** The gate as flags have it; null where a flag is not given. */
export interface GateFlags {
  readonly failOn: FailOn | null;
  /** Highest index that passes, 0 to 1. */
  readonly maxRisk: number | null;
}

/** The verdict of the gate; null where no condition is set. */
export type GateVerdict = GateResult | null;

/**
 * Judges a report by the gate of its configuration, flag by flag replaced by the command line. Without any condition
 * there is no gate, and a report on nothing is no failure; with one, it is.
 */
export function judge(report: Report, flags: GateFlags): GateVerdict {
  const configured = gateOfConfig(report.meta.config);
  const failOn = flags.failOn ?? configured.failOn;
  const maxRisk = flags.maxRisk ?? configured.maxRisk;
  if ((failOn === null || failOn === 'none') && maxRisk === null) return null;
  const conditions: GateConditions = {
    ...(failOn === null || failOn === 'none' ? {} : { failOn: severitiesFrom(failOn) }),
    ...(maxRisk === null ? {} : { maxRisk }),
  };
  return evaluateGate(report, conditions);
}

/** The gate of `.csqa.yml` as the report echoes it. What it does not hold is not asked. */
function gateOfConfig(config: Readonly<Record<string, unknown>>): {
  failOn: Severity | 'none' | null;
  maxRisk: number | null;
} {
  const gate: unknown = config.gate;
  if (typeof gate !== 'object' || gate === null) return { failOn: null, maxRisk: null };
  const { failOn, maxRisk } = gate as Readonly<Record<string, unknown>>;
  return {
    failOn: SEVERITIES.find((severity) => severity === failOn) ?? null,
    maxRisk: typeof maxRisk === 'number' && maxRisk >= 0 && maxRisk <= 1 ? maxRisk : null,
  };
}
