import type { RuleCategories } from '@csqa/report';
import type { SourceLocation } from '../base/source-location.ts';
import type { EvidenceSeverity, MetricEvidence, MetricId } from '../metrics/metric.ts';

/** A finding as it leaves the analyzer: evidence with its words. */
export interface Finding {
  /** Short and unique in the report, the same for the same fingerprint: `B1-3f9a2c1e`. */
  readonly id: string;
  /** With `CSQA-`. */
  readonly rule: string;
  readonly metric: MetricId;
  readonly severity: EvidenceSeverity;
  readonly confidence: MetricEvidence['confidence'];
  readonly location: SourceLocation;
  readonly symbol: string;
  readonly text: { readonly en: FindingText; readonly ru: FindingText };
  readonly path: MetricEvidence['path'];
  readonly categories: RuleCategories;
  readonly fingerprint: string;
  /** Id of the finding that says most about the same root cause; absent where this one does. */
  readonly sameCauseAs?: string;
}

export interface FindingText {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}
