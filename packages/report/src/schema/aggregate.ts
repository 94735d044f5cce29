import { z } from 'zod';
import {
  bandSchema,
  GROUP_IDS,
  groupIdSchema,
  list,
  METRIC_IDS,
  metricIdSchema,
  nameSchema,
  scoringModelSchema,
  unitSchema,
} from './vocabulary.ts';

/** Mean of the measured metrics of one group; null where none of them could be measured. */
export const groupScoreSchema = z.object({
  id: groupIdSchema,
  name: nameSchema.describe('English name of the group.'),
  value: unitSchema.nullable(),
});

const groupScores = list(groupScoreSchema, GROUP_IDS.length);

/** The index and the groups under one scoring model. */
export const modelScoreSchema = z.object({
  index: unitSchema.nullable(),
  band: bandSchema.nullable(),
  groups: groupScores,
});

/**
 * The one number and what it rests on. `index` is the mean of the measured values by weight, the weights shared out over
 * what is measured; null where nothing could be measured, or no source file was analysed. Bands: below .15 low, .30 moderate, .50 high, else critical.
 */
export const aggregateSchema = z.object({
  model: scoringModelSchema.describe('The scoring model that index, band and groups are under.'),
  index: unitSchema.nullable(),
  band: bandSchema.nullable(),
  csqa1: unitSchema.nullable().describe('The index under csqa-1, whatever the chosen model.'),
  csqa2: unitSchema.nullable().describe('The index under csqa-2, whatever the chosen model.'),
  confidence: unitSchema.describe('Confidence in the index: that of the measured metrics, by weight.'),
  groups: groupScores.describe('The six groups A to F under the chosen model.'),
  models: z
    .object({ 'csqa-1': modelScoreSchema, 'csqa-2': modelScoreSchema })
    .describe('Both models in full.'),
  measured: list(metricIdSchema, METRIC_IDS.length)
    .optional()
    .describe('Metrics that take part in the index.'),
});

/** Score of one group. */
export type GroupScore = z.infer<typeof groupScoreSchema>;
/** The index and the groups under one scoring model. */
export type ModelScore = z.infer<typeof modelScoreSchema>;
/** The index with its band, its groups and its confidence. */
export type Aggregate = z.infer<typeof aggregateSchema>;
