import type { CauseKind, ComparabilityIssue, Comparison, FindingState } from '../schema/comparison.ts';

/** What a comparison of two reports says in words. */
export interface ComparisonText {
  readonly title: string;
  readonly base: string;
  readonly head: string;
  readonly change: string;
  readonly verdicts: Readonly<Record<Comparison['comparability']['verdict'], string>>;
  /** What two reports differ in, by code: half a sentence. */
  readonly issues: Readonly<Record<ComparabilityIssue['code'], string>>;
  readonly states: Readonly<Record<FindingState, string>>;
  readonly causes: Readonly<Record<CauseKind, string>>;
  readonly directions: Readonly<
    Record<Comparison['entryPoints']['access']['items'][number]['direction'], string>
  >;
  readonly nothingChanged: string;
  readonly noNewFindings: string;
  readonly newFindings: string;
  readonly worsened: string;
  /** New risk in files that the change left alone. */
  readonly ripple: string;
  readonly rippleMark: string;
  readonly unexplained: string;
  readonly cause: string;
  readonly nearby: (calls: number) => string;
  readonly was: string;
  readonly metricsMoved: string;
  readonly surface: string;
  readonly entriesAdded: string;
  readonly entriesRemoved: string;
  readonly accessChanged: string;
  readonly sinksAdded: string;
  readonly sinksRemoved: string;
  readonly guardsAdded: string;
  readonly guardsRemoved: string;
  /** Beside a guard of which it is not known that it acts. */
  readonly notActive: string;
  readonly roadsOpened: string;
  readonly roadsClosed: string;
  readonly callsAdded: string;
  readonly callsRemoved: string;
  readonly files: (changed: number, added: number, removed: number) => string;
  readonly renamed: (count: number) => string;
  readonly more: (count: number) => string;
  readonly findings: (count: number) => string;
}
