import { z } from 'zod';
import { GROUP_IDS, METRIC_IDS, SEVERITIES } from '../schema/vocabulary.ts';
import { severitiesFrom } from './evaluate-gate.ts';
import { type GateConditions, MISSING_BASELINE_CHOICES } from './gate-conditions.ts';

const limit = z.number().min(0).max(1).optional().catch(undefined);
const severity = z.enum(SEVERITIES).optional().catch(undefined);
const byMetric = z.partialRecord(z.enum(METRIC_IDS), z.number().min(0).max(1)).optional().catch(undefined);
const byGroup = z.partialRecord(z.enum(GROUP_IDS), z.number().min(0).max(1)).optional().catch(undefined);

/** `gate` of a configuration; what another version or another program wrote there reads as not asked. */
const configuredGate = z
  .object({
    failOn: severity,
    failOnNew: severity,
    ...{ maxRisk: limit, maxRiskIncrease: limit, minCoverage: limit },
    ...{ maxMetric: byMetric, maxMetricIncrease: byMetric },
    ...{ maxGroup: byGroup, maxGroupIncrease: byGroup },
    requireMeasured: z.array(z.enum(METRIC_IDS)).optional().catch(undefined),
    onMissingBaseline: z.enum(MISSING_BASELINE_CHOICES).optional().catch(undefined),
  })
  .catch({});

/**
 * The conditions of `gate` in a configuration, as a report echoes it in `meta.config`. A severity there means itself and all that
 * is worse. What is not asked is absent.
 */
export function gateOfConfig(config: Readonly<Record<string, unknown>>): GateConditions {
  const { failOn, failOnNew, ...rest } = configuredGate.parse(config.gate ?? {}, { jitless: true });
  const conditions = {
    ...(failOn === undefined ? {} : { failOn: severitiesFrom(failOn) }),
    ...(failOnNew === undefined ? {} : { failOnNew: severitiesFrom(failOnNew) }),
    ...rest,
  };
  const asked = Object.entries(conditions).filter(([, value]) => value !== undefined);
  return Object.fromEntries(asked) as GateConditions;
}

/** Whether anything is asked at all: what to do without a baseline asks nothing by itself. */
export function asksAnything(conditions: GateConditions): boolean {
  const { onMissingBaseline: _, allowEmpty: __, ...asked } = conditions;
  return Object.values(asked).some(
    (condition) =>
      condition !== false && (typeof condition !== 'object' || Object.keys(condition).length > 0),
  );
}
