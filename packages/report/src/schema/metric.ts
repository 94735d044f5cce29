import { z } from 'zod';
import { CAPS } from './contract.ts';
import {
  countSchema,
  groupIdSchema,
  lineSchema,
  list,
  localized,
  metricIdSchema,
  nameSchema,
  pathSchema,
  symbolSchema,
  textSchema,
  unitSchema,
} from './vocabulary.ts';

/** One item that moved a metric, with the place where it is. */
export const contributorSchema = z.object({
  label: textSchema.describe(
    'What the item is, as a person would name it: "GET /owners", "OwnerService.save".',
  ),
  value: z.number().describe("The item's own figure, in the unit of the metric's formula."),
  file: pathSchema.nullable(),
  line: lineSchema.nullable(),
  symbol: symbolSchema.nullable().optional().describe('Method id or type name; null where the item is none.'),
  detail: textSchema.optional().describe('Why: one sentence with the numbers that went in.'),
  localized: localized({ label: textSchema, detail: textSchema.optional() }),
});

/** A named part of the raw figure, or one bar of a histogram. */
export const distributionPartSchema = z.object({
  label: textSchema,
  value: z.number(),
  localized: localized({ label: textSchema }),
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
  raw: z
    .number()
    .nullable()
    .describe(
      'The figure before it is scaled to 0..1, in the unit of the formula; null where there is none.',
    ),
  worst: contributorSchema.nullable().describe('What weighs most; null where nothing weighs.'),
  distribution: list(distributionPartSchema, CAPS.nested).describe(
    'Named parts of the figure, or a histogram.',
  ),
  values: z
    .object({ 'csqa-1': unitSchema, 'csqa-2': unitSchema })
    .describe(
      'Score under each scoring model; they differ in B1, B2, B3, C1, D2 and F2 only. 0 with `raw` null where csqa-1 found nothing to measure; it takes no part in that index then.',
    ),
  confidence: unitSchema.describe(
    'Share of what the metric rests on that could be decided: resolution coverage for metrics on the call graph.',
  ),
  contributors: list(contributorSchema, CAPS.nested).describe('What moved the value most, heaviest first.'),
  contributorCount: countSchema.describe('Number of all contributors; the list may hold fewer.'),
});

/** A metric that has nothing to measure in this tree; it takes no part in the index. */
export const notApplicableMetricSchema = z.object({
  ...identity,
  status: z.literal('notApplicable'),
  value: z.null(),
  raw: z.null(),
  worst: z.null(),
  distribution: z.null(),
  reason: textSchema.describe('What is absent: one sentence.'),
  localized: localized({ reason: textSchema }),
});

/** Result of one metric. */
export const metricResultSchema = z.discriminatedUnion('status', [
  measuredMetricSchema,
  notApplicableMetricSchema,
]);

/** One item that moved a metric. */
export type Contributor = z.infer<typeof contributorSchema>;
/** A named part of the raw figure, or one bar of a histogram. */
export type DistributionPart = z.infer<typeof distributionPartSchema>;
/** A metric that could be measured. */
export type MeasuredMetric = z.infer<typeof measuredMetricSchema>;
/** A metric that has nothing to measure. */
export type NotApplicableMetric = z.infer<typeof notApplicableMetricSchema>;
/** Result of one metric. */
export type MetricResult = z.infer<typeof metricResultSchema>;
