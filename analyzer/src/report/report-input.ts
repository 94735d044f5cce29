import type { Diagnostic } from '../base/diagnostics.ts';
import type { AnalyzerConfig } from '../config/analyzer-config.ts';
import type { Finding } from '../findings/finding.ts';
import type { Suppressed, UsedSuppression } from '../findings/suppressions.ts';
import type { SecurityView } from '../flow/security-view.ts';
import type { ReadFile } from '../inventory/content-hash.ts';
import type { Dependency, Inventory } from '../inventory/inventory.ts';
import type { Aggregate, MeasuredMetric } from '../metrics/aggregate.ts';
import type { DependencyClass, ScoringModel } from '../metrics/metric.ts';
import type { Libraries } from '../resolution/libraries.ts';
import type { MethodHashes } from '../stages/method-hashes.ts';

/** A file whose facts were taken. */
export interface AnalysedSource {
  readonly role: string;
  readonly facts: {
    readonly path: string;
    readonly language: string;
    readonly lines: { readonly code: number };
  };
}

/** Everything that the stages have worked out, for the report to be put together from. */
export interface ReportInput {
  readonly inventory: Inventory;
  readonly libraries: Libraries;
  readonly view: SecurityView;
  readonly metrics: readonly MeasuredMetric[];
  readonly aggregate: Aggregate;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  readonly suppressions: readonly UsedSuppression[];
  readonly diagnostics: readonly Diagnostic[];
  readonly config: AnalyzerConfig;
  readonly model: ScoringModel;
  readonly mode: 'fast' | 'full';
  /** Commit of the tree; null where it is not known. */
  readonly revision: string | null;
  /** Version of the analyzer. */
  readonly version: string;
  /** Counts of work by stage, in the order of the stages. */
  readonly work: readonly { readonly stage: string; readonly counts: Readonly<Record<string, number>> }[];
  /** Files whose facts were taken, with their lines and bytes. */
  readonly analysed: {
    readonly files: number;
    readonly lines: number;
    readonly bytes: number;
    readonly sources: readonly AnalysedSource[];
  };
  readonly methodHashes: MethodHashes;
  /** Files that were read, by path. */
  readonly sources: readonly ReadFile[];
  classifyDependency(dependency: Dependency): DependencyClass;
  /** Lines of source around a place; null where the file cannot be read. */
  excerpt(
    file: string,
    line: number,
  ): { readonly startLine: number; readonly lines: readonly string[] } | null;
}
