import { METRIC_IDS, type MetricEvidence, type MetricId, type MetricInput } from '../metrics/metric.ts';
import { CHECKS } from './registry.ts';

/**
 * What all checks found, each under the metric that its rule belongs to.
 * @throws RangeError where a check gives evidence for a rule it does not name: a defect of the check.
 */
export function runChecks(
  input: MetricInput,
): { readonly metric: MetricId; readonly evidence: MetricEvidence }[] {
  return CHECKS.flatMap((check) =>
    check.look(input).map((evidence) => {
      const metric = METRIC_IDS.find((id) => evidence.rule.startsWith(`${id}-`));
      if (metric === undefined || !check.rules.includes(evidence.rule)) {
        throw new RangeError(`expected evidence for one of ${check.rules.join(', ')}, got ${evidence.rule}`);
      }
      return { metric, evidence };
    }),
  );
}
