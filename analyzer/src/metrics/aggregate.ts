import type { EntryPoint, ResolutionCoverage } from '../flow/security-view.ts';
import type { MetricDefinition, MetricGroup, MetricResult, ScoringModel } from './metric.ts';

export type Band = 'low' | 'moderate' | 'high' | 'critical';

/** Upper bounds of the bands, exclusive; from `critical` on there is none (design/metrics.md). */
const BANDS: readonly { readonly below: number; readonly band: Band }[] = [
  { below: 0.15, band: 'low' },
  { below: 0.3, band: 'moderate' },
  { below: 0.5, band: 'high' },
];

export interface MeasuredMetric {
  readonly definition: MetricDefinition;
  readonly result: MetricResult;
}

export interface ModelScore {
  /** Weighted mean of the measured values, weights renormalised; null where nothing was measured or no source file was read. */
  readonly index: number | null;
  readonly band: Band | null;
  /** Plain mean of the measured metrics of each group: the axes of the radar. */
  readonly groups: Readonly<Record<MetricGroup, number | null>>;
}

export interface Aggregate {
  readonly scores: Readonly<Record<ScoringModel, ModelScore>>;
  /** How far the figures can be trusted, 0..1: the shares of code that was read, resolved calls and decided access verdicts, multiplied. */
  readonly confidence: number;
}

/** What tells how far the figures can be trusted. */
export interface Trust {
  readonly coverage: ResolutionCoverage;
  readonly entryPoints: readonly EntryPoint[];
  /** Share of the program's own code, by lines, that is in a language that can be read, 0..1. */
  readonly readShare: number;
  /** Source files that were read. Of none there is no index: settings and languages alone show nothing to be safe. */
  readonly sourceFiles: number;
}

const GROUPS: readonly MetricGroup[] = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Puts the fifteen results together under both scoring models. */
export function aggregate(
  metrics: readonly MeasuredMetric[],
  trust: Trust,
  weights: ReadonlyMap<string, number> = new Map(),
): Aggregate {
  const scores = { 'csqa-1': score(metrics, 'csqa-1', weights), 'csqa-2': score(metrics, 'csqa-2', weights) };
  if (trust.sourceFiles === 0)
    return {
      scores: { 'csqa-1': withoutIndex(scores['csqa-1']), 'csqa-2': withoutIndex(scores['csqa-2']) },
      confidence: 0,
    };
  return {
    scores,
    confidence: trust.readShare * resolvedShare(trust.coverage) * decidedShare(trust.entryPoints),
  };
}

function withoutIndex({ groups }: ModelScore): ModelScore {
  return { index: null, band: null, groups };
}

/** Share of call sites of which the called method is known, in the tree or out of it; 1 without call sites. */
export function resolvedShare(coverage: ResolutionCoverage): number {
  return coverage.callSites === 0 ? 1 : 1 - coverage.unresolved / coverage.callSites;
}

/** The band of an index in [0, 1]. */
export function bandOf(index: number): Band {
  return BANDS.find(({ below }) => index < below)?.band ?? 'critical';
}

function decidedShare(entryPoints: readonly EntryPoint[]): number {
  if (entryPoints.length === 0) return 1;
  return entryPoints.filter((entry) => entry.access.verdict !== 'unknown').length / entryPoints.length;
}

function score(
  metrics: readonly MeasuredMetric[],
  model: ScoringModel,
  weights: ReadonlyMap<string, number>,
): ModelScore {
  const values = metrics.flatMap(({ definition, result }) =>
    result.kind === 'measured' && result.absentIn !== model
      ? [
          {
            group: definition.group,
            weight: weights.get(definition.id) ?? definition.weight,
            value: result.value[model],
          },
        ]
      : [],
  );
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  const index =
    total === 0 ? null : values.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
  const groups = Object.fromEntries(
    GROUPS.map((group) => {
      const own = values.filter((row) => row.group === group).map((row) => row.value);
      return [group, own.length === 0 ? null : own.reduce((sum, value) => sum + value, 0) / own.length];
    }),
  ) as Record<MetricGroup, number | null>;
  return { index, band: index === null ? null : bandOf(index), groups };
}
