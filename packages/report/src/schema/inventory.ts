import { z } from 'zod';
import { CAPS } from './contract.ts';
import { record } from './records.ts';
import { countSchema, lineSchema, list, nameSchema, pathSchema, symbolSchema } from './vocabulary.ts';

/** Files of one language in one role. */
export const languageSummarySchema = z.object({
  language: nameSchema,
  role: nameSchema.describe('"production", "test", "generated", "build", "sample", "vendored".'),
  files: countSchema,
  lines: countSchema,
  bytes: countSchema,
});

/** What was looked at. */
export const filesSummarySchema = z.object({
  total: countSchema.describe('Files that no ignore rule names.'),
  analysed: countSchema.describe('Source files whose facts went into the report; 0: nothing was analysed.'),
  lines: countSchema.describe('Lines of the analysed files.'),
  bytes: countSchema.describe('Bytes of the analysed files.'),
  languages: list(languageSummarySchema, CAPS.nested),
  skipped: list(z.object({ reason: nameSchema, files: countSchema }), CAPS.nested).describe(
    'What was left out, by reason: "ignored", "too-large", "binary", "unreadable", "symlink" …',
  ),
  truncated: z.boolean().optional().describe('A limit ended the walk before the tree did.'),
});

/** How the calls of production code were resolved; callSites is the sum of the other four. */
export const coverageSchema = z.object({
  callSites: countSchema,
  exact: countSchema.describe('One target inside the tree.'),
  narrowed: countSchema.describe('A set of targets inside the tree: the declared one and its overriders.'),
  external: countSchema.describe('Declared outside the tree, with a known owner.'),
  unresolved: countSchema.describe('No owner could be found; makes no edge.'),
  unresolvedByReason: record(countSchema).optional(),
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
  generated: z.boolean().optional(),
  hash: nameSchema.optional().describe('Of the declaration with its annotations, space apart.'),
});

/** A file that the analysis read, with what tells whether another analysis read the same. */
export const sourceFileSchema = z.object({
  file: pathSchema,
  hash: nameSchema.describe('Of the text, with line ends as LF.'),
  language: nameSchema.optional().describe('Where its facts went into the report.'),
  role: nameSchema
    .optional()
    .describe('"production", "test", "generated", where its facts went into the report.'),
  lines: countSchema.optional().describe('Lines that hold code, where its facts went into the report.'),
});

/** What a declared dependency is to E1. */
export const DEPENDENCY_CLASSES = ['other', 'baseline', 'internal', 'security', 'crypto'] as const;

/** A dependency as declared, or as resolved in `full` mode. */
export const dependencySchema = z.object({
  ecosystem: nameSchema.describe('"maven", "npm", "pypi", "go" …'),
  group: symbolSchema.nullable(),
  name: symbolSchema,
  version: symbolSchema
    .nullable()
    .describe('As declared, after properties and catalogs, or as resolved; null where it cannot be known.'),
  scope: nameSchema.describe('"runtime", "test", "build", "optional", "provided", "platform".'),
  class: nameSchema.pipe(z.enum(DEPENDENCY_CLASSES).catch('other')),
  file: pathSchema.describe('The manifest that declares it.'),
  line: lineSchema,
  module: pathSchema.optional().describe('Directory of the module that declares it.'),
  counted: z.boolean().optional().describe('It takes part in E1.'),
  resolved: z
    .boolean()
    .optional()
    .describe('It is on the class path of its module, by a lock file or by Maven; absent for a declaration.'),
  through: list(symbolSchema, CAPS.nested)
    .optional()
    .describe('What brings a resolved one along, as group:name:version, the declared one first.'),
});

/** Files of one language in one role. */
export type LanguageSummary = z.infer<typeof languageSummarySchema>;
/** What was looked at. */
export type FilesSummary = z.infer<typeof filesSummarySchema>;
/** How calls were resolved. */
export type Coverage = z.infer<typeof coverageSchema>;
/** One method of production code. */
export type Method = z.infer<typeof methodSchema>;
/** A file that the analysis read. */
export type SourceFile = z.infer<typeof sourceFileSchema>;
/** What a declared dependency is to E1. */
export type DependencyClass = (typeof DEPENDENCY_CLASSES)[number];
/** A dependency. */
export type Dependency = z.infer<typeof dependencySchema>;
