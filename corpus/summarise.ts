import { compareText } from '../analyzer/src/base/ordering.ts';
import type { Report } from '../packages/report/src/index.ts';

/** What of a report is reviewed: small enough to read in a change, sharp enough to show any change of behaviour. */
export interface Summary {
  readonly index: { readonly csqa1: number | null; readonly csqa2: number | null };
  /** Values, or why there is none. */
  readonly metrics: Readonly<Record<string, number | string>>;
  readonly files: Readonly<Record<string, number>>;
  readonly coverage: Readonly<Record<string, number>>;
  /** Entry points by kind and verdict, sinks by kind and action, findings by rule, diagnostics by code. */
  readonly entryPoints: Readonly<Record<string, number>>;
  readonly sinks: Readonly<Record<string, number>>;
  readonly findings: Readonly<Record<string, number>>;
  readonly diagnostics: Readonly<Record<string, number>>;
  /** `rule file:line fingerprint`; of many findings an even sample, the same one as long as nothing changes. */
  readonly sample: readonly string[];
}

/** Findings of one tree whose fingerprints are kept. */
const SAMPLE_SIZE = 100;

/** Reduces a report to what is reviewed. Equal reports give equal summaries. */
export function summarise(report: Report): Summary {
  const { aggregate, coverage, files } = report;
  return {
    index: { csqa1: rounded(aggregate.csqa1), csqa2: rounded(aggregate.csqa2) },
    metrics: Object.fromEntries(
      report.metrics.map((metric) => [
        metric.id,
        metric.status === 'measured' ? (rounded(metric.value) ?? 0) : (metric.reason ?? ''),
      ]),
    ),
    files: { total: files.total, analysed: files.analysed, lines: files.lines },
    coverage: {
      callSites: coverage.callSites,
      exact: coverage.exact,
      narrowed: coverage.narrowed,
      external: coverage.external,
      unresolved: coverage.unresolved,
    },
    entryPoints: counted(report.entryPoints.map(({ kind, access }) => `${kind} ${access.verdict}`)),
    sinks: counted(report.sinks.map(({ kind, action }) => `${kind} ${action}`)),
    findings: counted(report.findings.map(({ rule }) => rule)),
    diagnostics: counted(report.diagnostics.map(({ code }) => code)),
    sample: sampled(
      report.findings
        .map(({ rule, file, line, fingerprint }) => `${rule} ${file}:${line} ${fingerprint}`)
        .sort(compareText),
    ),
  };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}

function counted(labels: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const label of [...labels].sort(compareText)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function sampled(rows: readonly string[]): readonly string[] {
  const step = Math.max(1, Math.ceil(rows.length / SAMPLE_SIZE));
  return rows.filter((_, index) => index % step === 0);
}
