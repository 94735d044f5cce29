import { z } from 'zod';
import { CAPS } from './contract.ts';
import { ACCESS_VERDICTS, ENTROPY_CLASSES, ENTRY_KINDS, PARAMETER_SOURCES } from './entry-words.ts';
import {
  lineSchema,
  list,
  localized,
  nameSchema,
  pathSchema,
  symbolSchema,
  textSchema,
} from './vocabulary.ts';

/** One line of source or configuration that a statement rests on. */
export const evidenceSchema = z.object({ file: pathSchema, line: lineSchema, text: textSchema });

/** Who may reach an entry point, and what says so. */
export const accessSchema = z.object({
  verdict: z.enum(ACCESS_VERDICTS),
  mechanism: nameSchema.describe(
    'What decided: "method-annotation", "path-rule", "filter", "framework-default", "no-security" …',
  ),
  rule: textSchema.optional().describe('The requirement as written: "hasRole(\'ADMIN\')".'),
  evidence: list(evidenceSchema, CAPS.nested),
  reason: textSchema
    .optional()
    .describe('Why the verdict is unknown, or why what looks like a guard is none.'),
  localized: localized({ reason: textSchema }),
});

/** One value that the outside supplies. */
export const parameterSchema = z.object({
  name: symbolSchema,
  source: nameSchema.pipe(z.enum(PARAMETER_SOURCES).catch('other')),
  type: symbolSchema.describe('As written, for people.'),
  entropy: z.enum(ENTROPY_CLASSES).describe('How loose the accepted values are: .2, .5, .8 and 1.0 in A3.'),
  validated: z.boolean().describe('A validation that can reject stands before the use of the value.'),
});

/** A method that the outside can make run. */
export const entryPointSchema = z.object({
  id: symbolSchema.describe('Unique in the report; findings and the topology refer to it.'),
  kind: nameSchema.pipe(z.enum(ENTRY_KINDS).catch('other')),
  verbs: list(nameSchema, CAPS.nested).describe(
    'Upper case, `*` for all; empty where the protocol has none.',
  ),
  paths: list(pathSchema, CAPS.nested).describe('Routes, topics, queues, schedules or command names.'),
  handler: symbolSchema.describe('Method id.'),
  file: pathSchema,
  line: lineSchema,
  access: accessSchema,
  params: list(parameterSchema, CAPS.nested),
  framework: nameSchema.optional().describe('The model that recognised it: "spring-web".'),
  generated: z.boolean().optional(),
  exposure: z.number().min(0).optional().describe('What it adds to the raw figure of A1.'),
  sinks: list(symbolSchema, CAPS.nested)
    .optional()
    .describe('Ids of the sinks it reaches, one for each operation.'),
});

/** How the outside makes the method run. */
export type EntryKind = (typeof ENTRY_KINDS)[number];
/** Who may come in. */
export type AccessVerdict = (typeof ACCESS_VERDICTS)[number];
/** Where a parameter's value comes from. */
export type ParameterSource = (typeof PARAMETER_SOURCES)[number];
/** Looseness class of accepted values. */
export type EntropyClass = (typeof ENTROPY_CLASSES)[number];
/** One line that a statement rests on. */
export type Evidence = z.infer<typeof evidenceSchema>;
/** Who may reach an entry point, and what says so. */
export type Access = z.infer<typeof accessSchema>;
/** One value that the outside supplies. */
export type Parameter = z.infer<typeof parameterSchema>;
/** A method that the outside can make run. */
export type EntryPoint = z.infer<typeof entryPointSchema>;
