import { z } from 'zod';
import { CAPS, countSchema, lineSchema, list, nameSchema, pathSchema, symbolSchema } from './vocabulary.ts';

/** Files of one language. */
export const languageSummarySchema = z.object({
  language: nameSchema,
  files: countSchema.describe('Production, test and generated files together.'),
  production: countSchema,
  test: countSchema,
  generated: countSchema,
  lines: countSchema,
  bytes: countSchema,
  supported: z.boolean().describe('The analyzer reads this language; it only counts the others.'),
});

/** What was looked at. `analysed` is the number of source files whose facts went into the report. */
export const filesSummarySchema = z.object({
  total: countSchema,
  analysed: countSchema,
  production: countSchema,
  test: countSchema,
  generated: countSchema,
  lines: countSchema.describe('Lines of the analysed files.'),
  bytes: countSchema.describe('Bytes of the analysed files.'),
  languages: list(languageSummarySchema, CAPS.nested),
  skipped: list(z.object({ reason: nameSchema, files: countSchema }), CAPS.nested)
    .optional()
    .describe('Why files were left out: "ignored", "too-large", "binary", "unreadable", "unsupported".'),
});

/** How the calls of production code were resolved. The five numbers satisfy callSites = the sum of the other four. */
export const coverageSchema = z.object({
  callSites: countSchema,
  exact: countSchema.describe('One target inside the tree.'),
  narrowed: countSchema.describe('A set of targets inside the tree: the declared one and its overriders.'),
  external: countSchema.describe('Declared outside the tree, with a known owner.'),
  unresolved: countSchema.describe('No owner could be found; makes no edge.'),
});

/** One method of production code. */
export const methodSchema = z.object({
  id: symbolSchema,
  file: pathSchema,
  line: lineSchema,
  cognitiveComplexity: countSchema,
  distanceToEntry: countSchema
    .nullable()
    .describe('Hops from the nearest entry point, 0 in the handler; null if unreachable.'),
  endLine: lineSchema.optional(),
  generated: z.boolean().optional(),
});

/** What a declared dependency is to E1. */
export const DEPENDENCY_CLASSES = ['other', 'baseline', 'internal', 'security', 'crypto'] as const;

/** A dependency as declared, or as resolved in `full` mode. */
export const dependencySchema = z.object({
  ecosystem: nameSchema.describe('"maven", "npm", "pypi", "go" …'),
  group: nameSchema.nullable(),
  name: nameSchema,
  version: nameSchema
    .nullable()
    .describe('As declared after properties and catalogs; null where it cannot be known.'),
  scope: nameSchema.describe('"compile", "runtime", "provided", "test", "build" …'),
  class: z.enum(DEPENDENCY_CLASSES).catch('other'),
  file: pathSchema.describe('The manifest that declares it.'),
  line: lineSchema,
  direct: z.boolean().optional(),
  counted: z.boolean().optional().describe('It takes part in E1: declared for run time and not internal.'),
});

/** Files of one language. */
export type LanguageSummary = z.infer<typeof languageSummarySchema>;
/** What was looked at. */
export type FilesSummary = z.infer<typeof filesSummarySchema>;
/** How calls were resolved. */
export type Coverage = z.infer<typeof coverageSchema>;
/** One method of production code. */
export type Method = z.infer<typeof methodSchema>;
/** What a declared dependency is to E1. */
export type DependencyClass = (typeof DEPENDENCY_CLASSES)[number];
/** A dependency. */
export type Dependency = z.infer<typeof dependencySchema>;
