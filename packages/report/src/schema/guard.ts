import { z } from 'zod';
import {
  certaintySchema,
  guardCategorySchema,
  lineSchema,
  localized,
  nameSchema,
  pathSchema,
  symbolSchema,
  textSchema,
} from './vocabulary.ts';

/** Whether a guard really acts: an annotation that nothing switches on is inert. */
export const GUARD_STATES = ['active', 'inert', 'conditional', 'unknown'] as const;

/** A wall on the way: something that authenticates, authorizes, validates, sanitizes, limits or records. */
export const guardSchema = z.object({
  category: guardCategorySchema
    .nullable()
    .describe('null where it is not known what an inert guard would have done.'),
  mechanism: nameSchema.describe('Row id of the model that knows it.'),
  carrier: z
    .enum(['entry', 'method', 'call'])
    .describe('Acts before a handler, on every run of a method, or at a call.'),
  method: symbolSchema.nullable().describe('Id of the method that carries it; null for configuration.'),
  entryPoint: symbolSchema.optional().describe('Id of the entry point, where that is the carrier.'),
  file: pathSchema,
  line: lineSchema,
  text: textSchema.describe('The guard as written.'),
  state: z.enum(GUARD_STATES),
  reason: textSchema.optional().describe('Why it is inert, conditional or unknown.'),
  localized: localized({ reason: textSchema }),
  tested: z
    .boolean()
    .nullable()
    .optional()
    .describe('A test exercises its carrier; null where that is unknown.'),
  confidence: certaintySchema,
});

/** Whether a guard really acts. */
export type GuardState = (typeof GUARD_STATES)[number];
/** A wall on the way. */
export type Guard = z.infer<typeof guardSchema>;
