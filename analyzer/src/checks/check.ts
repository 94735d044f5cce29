import type { MetricEvidence, MetricInput } from '../metrics/metric.ts';

/**
 * Looks for one kind of weakness in what the metrics see too. A check has no score: what it finds becomes findings and moves no
 * figure, so that one more check changes no index.
 */
export interface Check {
  /** Ids of the rules, without `CSQA-`, that it gives evidence for. */
  readonly rules: readonly string[];
  /** Evidence in stable order; empty where there is nothing to say. */
  look(input: MetricInput): readonly MetricEvidence[];
}
