import { z } from 'zod';
import {
  CAPS,
  lineSchema,
  list,
  nameSchema,
  pathSchema,
  symbolSchema,
  textSchema,
  unitSchema,
} from './vocabulary.ts';

/**
 * How the outside makes the method run. Lists that begin with `other` grow with the tool: a reader that meets a value it
 * does not know reads `other` instead of refusing the report.
 */
export const ENTRY_KINDS = [
  'other',
  'http',
  'graphql',
  'websocket',
  'grpc',
  'rpc',
  'mq',
  'job',
  'startup',
  'cli',
  'serverless',
  'file',
] as const;

/** Who may come in, decided from the source. `unknown` carries its reason and never counts as protected. */
export const ACCESS_VERDICTS = ['public', 'authenticated', 'authorized', 'denied', 'unknown'] as const;

/** Where a parameter's value comes from. */
export const PARAMETER_SOURCES = [
  'other',
  'path',
  'query',
  'header',
  'cookie',
  'body',
  'form',
  'file',
  'matrix',
  'session',
  'message',
  'argument',
  'raw',
] as const;

/** One line of source or configuration that decided a verdict. */
export const evidenceSchema = z.object({ file: pathSchema, line: lineSchema, text: textSchema });

/** Who may reach an entry point, and what says so. */
export const accessSchema = z.object({
  verdict: z.enum(ACCESS_VERDICTS),
  mechanism: nameSchema
    .nullable()
    .describe(
      'What decided: "method-annotation", "path-rule", "filter", "framework-default"; null for nothing.',
    ),
  rule: textSchema.optional().describe('The requirement as written: "hasRole(\'ADMIN\')".'),
  evidence: list(evidenceSchema, CAPS.nested),
  reason: textSchema
    .optional()
    .describe('Why the verdict is unknown, or why what looks like a guard does not hold.'),
  confidence: unitSchema.optional(),
});

/** One value that the outside supplies. */
export const parameterSchema = z.object({
  name: symbolSchema,
  source: z.enum(PARAMETER_SOURCES).catch('other'),
  type: symbolSchema.describe('Type as resolved, erased.'),
  entropy: unitSchema.describe(
    'How loose the accepted values are: bounded .2, string .5, untyped .8, binary 1, before × .7 if validated.',
  ),
  validated: z.boolean(),
  constraints: list(textSchema, CAPS.nested).optional().describe('Constraints found on it, as written.'),
});

/** A method that the outside can make run. */
export const entryPointSchema = z.object({
  id: symbolSchema.optional().describe('Unique in the report; findings and the topology refer to it.'),
  kind: z.enum(ENTRY_KINDS).catch('other'),
  verbs: list(nameSchema, CAPS.nested).describe('Upper case; empty means every verb.'),
  paths: list(pathSchema, CAPS.nested).describe('Routes, topics, queues, schedules or command names.'),
  handler: symbolSchema.describe('Method id.'),
  file: pathSchema,
  line: lineSchema,
  access: accessSchema,
  params: list(parameterSchema, CAPS.nested),
  framework: nameSchema.optional().describe('The model that recognised it: "spring-web".'),
  origin: nameSchema
    .optional()
    .describe('"annotation", "inherited", "registration", "configuration", "specification".'),
  generated: z.boolean().optional(),
  confidence: unitSchema.optional(),
  sinks: list(symbolSchema, CAPS.nested).optional().describe('Ids of the sinks it reaches.'),
});

/** How the outside makes the method run. */
export type EntryKind = (typeof ENTRY_KINDS)[number];
/** Who may come in. */
export type AccessVerdict = (typeof ACCESS_VERDICTS)[number];
/** Where a parameter's value comes from. */
export type ParameterSource = (typeof PARAMETER_SOURCES)[number];
/** One line that decided a verdict. */
export type Evidence = z.infer<typeof evidenceSchema>;
/** Who may reach an entry point, and what says so. */
export type Access = z.infer<typeof accessSchema>;
/** One value that the outside supplies. */
export type Parameter = z.infer<typeof parameterSchema>;
/** A method that the outside can make run. */
export type EntryPoint = z.infer<typeof entryPointSchema>;
