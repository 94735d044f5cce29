import { z } from 'zod';
import {
  CAPS,
  guardCategorySchema,
  lineSchema,
  list,
  nameSchema,
  pathSchema,
  symbolSchema,
  textSchema,
  unitSchema,
} from './vocabulary.ts';

/** Whether a guard really acts: an annotation that nothing switches on is inert. */
export const GUARD_STATES = ['active', 'inert', 'conditional', 'unknown'] as const;

/** A wall on the way: something that authenticates, authorizes, validates, sanitizes, limits or records. */
export const guardSchema = z.object({
  id: symbolSchema.optional(),
  category: guardCategorySchema,
  mechanism: nameSchema.describe('"annotation", "path-rule", "filter", "call", "constraint" …'),
  method: symbolSchema.nullable().describe('Id of the method that carries it; null for configuration.'),
  file: pathSchema,
  line: lineSchema,
  text: textSchema.describe('The guard as written.'),
  state: z.enum(GUARD_STATES),
  reason: textSchema.optional().describe('Why it is inert, conditional or unknown.'),
  tested: z
    .boolean()
    .nullable()
    .optional()
    .describe('A test exercises its carrier; null where that is unknown.'),
  tests: list(symbolSchema, CAPS.nested).optional().describe('Test methods that exercise the carrier.'),
  confidence: unitSchema.optional(),
});

/** Whether a guard really acts. */
export type GuardState = (typeof GUARD_STATES)[number];
/** A wall on the way. */
export type Guard = z.infer<typeof guardSchema>;
