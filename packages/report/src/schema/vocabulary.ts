import { z } from 'zod';
import { CAPS } from './contract.ts';

/** The fifteen scored metrics, in the order in which they are reported. */
export const METRIC_IDS = [
  'A1',
  'A2',
  'A3',
  'B1',
  'B2',
  'B3',
  'B4',
  'C1',
  'C2',
  'C3',
  'D1',
  'D2',
  'E1',
  'F1',
  'F2',
] as const;

/** The six groups: the axes of the radar. */
export const GROUP_IDS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Bands of the index, from safe to critical: below .15, .30, .50, and from .50 on. */
export const BANDS = ['low', 'moderate', 'high', 'critical'] as const;

/** The lowest index of each band; it ends where the next one begins. */
export const BAND_STARTS: Readonly<Record<Band, number>> = {
  low: 0,
  moderate: 0.15,
  high: 0.3,
  critical: 0.5,
};

/** The band of an index from 0 to 1. */
export function bandOf(index: number): Band {
  return BANDS.findLast((band) => index >= BAND_STARTS[band]) ?? 'low';
}

/**
 * Weights of the metrics in the index where the configuration names no others, before they are shared out over what is
 * measured; they total 1. The analyzer has them beside each metric, and its tests hold the two equal.
 */
export const METRIC_WEIGHTS: Readonly<Record<MetricId, number>> = {
  A1: 0.08,
  A2: 0.07,
  A3: 0.07,
  B1: 0.1,
  B2: 0.1,
  B3: 0.05,
  B4: 0.05,
  C1: 0.08,
  C2: 0.06,
  C3: 0.08,
  D1: 0.04,
  D2: 0.06,
  E1: 0.06,
  F1: 0.05,
  F2: 0.05,
};

/** Severities of a finding, worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;

/** Scoring models. `csqa-1` scores the worst path only; `csqa-2`, the default, weighs the worst path and the mean alike. */
export const SCORING_MODELS = ['csqa-1', 'csqa-2'] as const;

/** Depths of an analysis: `fast` reads files only, `full` also resolves the dependency tree with the build tool. */
export const ANALYSIS_MODES = ['fast', 'full'] as const;

/** The six categories of guards. */
export const GUARD_CATEGORIES = [
  'authentication',
  'authorization',
  'validation',
  'sanitization',
  'rate-limiting',
  'audit',
] as const;

/** How sure an edge, a guard or a sink is: `certain` by the language alone, `possible` by one of several readings. */
export const CERTAINTIES = ['certain', 'likely', 'possible'] as const;

/** How sure the facts under a finding are. */
export const CONFIDENCES = ['high', 'medium', 'low'] as const;

/** Id of a scored metric. */
export type MetricId = (typeof METRIC_IDS)[number];
/** Id of a group of metrics. */
export type GroupId = (typeof GROUP_IDS)[number];
/** Band of the index. */
export type Band = (typeof BANDS)[number];
/** Severity of a finding. */
export type Severity = (typeof SEVERITIES)[number];
/** Name of a scoring model. */
export type ScoringModel = (typeof SCORING_MODELS)[number];
/** Depth of an analysis. */
export type AnalysisMode = (typeof ANALYSIS_MODES)[number];
/** Category of a guard. */
export type GuardCategory = (typeof GUARD_CATEGORIES)[number];
/** How sure an edge, a guard or a sink is. */
export type Certainty = (typeof CERTAINTIES)[number];
/** How sure the facts under a finding are. */
export type Confidence = (typeof CONFIDENCES)[number];

export const metricIdSchema = z.enum(METRIC_IDS);
export const groupIdSchema = z.enum(GROUP_IDS);
export const bandSchema = z.enum(BANDS);
export const severitySchema = z.enum(SEVERITIES);
export const scoringModelSchema = z.enum(SCORING_MODELS);
export const analysisModeSchema = z.enum(ANALYSIS_MODES);
export const guardCategorySchema = z.enum(GUARD_CATEGORIES);
export const certaintySchema = z.enum(CERTAINTIES);
export const confidenceSchema = z.enum(CONFIDENCES);

/** A short name: a kind, a code, a unit, a version. */
export const nameSchema = z.string().max(CAPS.name);
/** A path inside the analysed tree (forward slashes, relative), a route or a URL. */
export const pathSchema = z.string().max(CAPS.path);
/** A method id, a type name or another symbol, as the language writes its binary names. */
export const symbolSchema = z.string().max(CAPS.symbol);
/** A sentence, or a line of source. */
export const textSchema = z.string().max(CAPS.text);
/** A 1-based line number. */
export const lineSchema = z.int().min(1);
/** A count. */
export const countSchema = z.int().min(0);
/** A share or a score: 0 safe or none, 1 critical or all. */
export const unitSchema = z.number().min(0).max(1);

/** Texts that stand beside it in English, in the other languages of the report. */
export function localized<Shape extends z.ZodRawShape>(texts: Shape) {
  return z
    .object({ ru: z.object(texts).optional() })
    .optional()
    .describe('The same texts in other languages; those beside it are English.');
}

/** A list with an upper bound; what is read from it cannot be changed. */
export function list<Item extends z.ZodType>(item: Item, max: number): z.ZodReadonly<z.ZodArray<Item>> {
  return z.array(item).max(max).readonly();
}
