import { z } from 'zod';
import {
  CAPS,
  countSchema,
  groupIdSchema,
  lineSchema,
  list,
  metricIdSchema,
  nameSchema,
  pathSchema,
  symbolSchema,
  textSchema,
  unitSchema,
} from './vocabulary.ts';

/** A place that stands for a value: the worst item of a metric, or one that moved it. */
export const metricPlaceSchema = z.object({
  label: textSchema.describe(
    'What the item is, as a person would name it: "GET /owners", "OwnerService#save".',
  ),
  file: pathSchema.nullable(),
  line: lineSchema.nullable(),
  symbol: symbolSchema.nullable().describe('Method id or type name; null where the item is no symbol.'),
});

/** One item that moved a metric, worst first in the list. */
export const contributorSchema = metricPlaceSchema.extend({
  value: z.number().describe("The item's own contribution, in the unit of the distribution."),
  share: unitSchema.optional().describe("Share of the metric's raw value that this item accounts for."),
  detail: textSchema.optional().describe('Why: one sentence with the numbers that went in.'),
});

/** One bar of a histogram: from (inclusive) to (exclusive; inclusive in the last bar). */
export const binSchema = z.object({ from: z.number(), to: z.number(), count: countSchema });

/** How the items that a metric looked at are spread. Percentiles are by nearest rank. */
export const distributionSchema = z.object({
  unit: nameSchema.describe('What one item is measured in: "score", "hops", "guards", "points", "classes".'),
  count: countSchema.describe('Number of items.'),
  min: z.number(),
  p25: z.number(),
  median: z.number(),
  p75: z.number(),
  p90: z.number(),
  max: z.number(),
  mean: z.number(),
  bins: list(binSchema, CAPS.nested).optional(),
});

const identity = {
  id: metricIdSchema,
  name: nameSchema.describe('English name, as in the definition of the metric.'),
  group: groupIdSchema,
  weight: unitSchema.describe('Weight in the index before it is shared out over the measured metrics.'),
};

/** A metric that could be measured. */
export const measuredMetricSchema = z.object({
  ...identity,
  status: z.literal('measured'),
  value: unitSchema.describe('Score under the scoring model of the report: 0 safe, 1 critical.'),
  raw: z.number().describe("The measured quantity in the metric's own unit, before it is scaled to 0..1."),
  worst: unitSchema
    .nullable()
    .describe('Score of the single worst item; null where the metric has no items.'),
  worstAt: metricPlaceSchema.nullable().optional().describe('Where the worst item is.'),
  distribution: distributionSchema.nullable(),
  values: z
    .object({ 'csqa-1': unitSchema, 'csqa-2': unitSchema })
    .optional()
    .describe('Score under each scoring model; they differ in B1, B2, B3, C1 and D2 only.'),
  confidence: unitSchema
    .optional()
    .describe('Share of what the metric looked at that could be decided; unknown calls and rules lower it.'),
  contributors: list(contributorSchema, CAPS.nested).describe('What moved the value most, worst first.'),
  inputs: z
    .record(nameSchema, z.number())
    .optional()
    .describe('Named numbers that went into the formula, so that a reader can do the sum again.'),
});

/** A metric that has nothing to measure in this tree; it takes no part in the index. */
export const notApplicableMetricSchema = z.object({
  ...identity,
  status: z.literal('notApplicable'),
  value: z.null(),
  raw: z.null(),
  worst: z.null(),
  distribution: z.null(),
  reason: textSchema.describe('Why there is nothing to measure: one sentence.'),
  reasonCode: nameSchema.optional().describe('Stable kebab-case name of the reason, e.g. "no-entry-points".'),
});

/** Result of one metric. */
export const metricResultSchema = z.discriminatedUnion('status', [
  measuredMetricSchema,
  notApplicableMetricSchema,
]);

/** A place that stands for a value. */
export type MetricPlace = z.infer<typeof metricPlaceSchema>;
/** One item that moved a metric. */
export type Contributor = z.infer<typeof contributorSchema>;
/** How the items of a metric are spread. */
export type Distribution = z.infer<typeof distributionSchema>;
/** A metric that could be measured. */
export type MeasuredMetric = z.infer<typeof measuredMetricSchema>;
/** A metric that has nothing to measure. */
export type NotApplicableMetric = z.infer<typeof notApplicableMetricSchema>;
/** Result of one metric. */
export type MetricResult = z.infer<typeof metricResultSchema>;
