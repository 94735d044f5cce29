import type { SourceLocation } from '../base/source-location.ts';
import type { MetricEvidence, MetricId } from '../metrics/metric.ts';

/** A finding as it leaves the analyzer: evidence with its words. */
export interface Finding {
  /** Short and unique in the report, the same for the same fingerprint: `B1-3f9a2c1e`. */
  readonly id: string;
  /** With `CSQA-`. */
  readonly rule: string;
  readonly metric: MetricId;
  readonly severity: MetricEvidence['severity'];
  readonly confidence: MetricEvidence['confidence'];
  readonly location: SourceLocation;
  readonly symbol: string;
  readonly text: { readonly en: FindingText; readonly ru: FindingText };
  readonly path: MetricEvidence['path'];
  readonly cwe: readonly number[];
  readonly owasp: readonly string[];
  readonly asvs: readonly string[];
  readonly fingerprint: string;
}

export interface FindingText {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}
