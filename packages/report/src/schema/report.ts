import { z } from 'zod';
import { aggregateSchema } from './aggregate.ts';
import { CAPS, CONTRACT_VERSION } from './contract.ts';
import { entryPointSchema } from './entry-point.ts';
import { declaredSuppressionSchema, findingSchema, suppressedFindingSchema } from './finding.ts';
import { guardSchema } from './guard.ts';
import {
  coverageSchema,
  dependencySchema,
  filesSummarySchema,
  methodSchema,
  sourceFileSchema,
} from './inventory.ts';
import { metricResultSchema } from './metric.ts';
import { record } from './records.ts';
import { sinkSchema } from './sink.ts';
import { topologySchema } from './topology.ts';
import {
  analysisModeSchema,
  countSchema,
  lineSchema,
  list,
  localized,
  nameSchema,
  pathSchema,
  scoringModelSchema,
  textSchema,
} from './vocabulary.ts';

/** A problem that did not stop the analysis; it stands beside the results it may have weakened. */
export const diagnosticSchema = z.object({
  code: nameSchema.describe('Stable kebab-case name: "syntax-error", "file-too-large".'),
  stage: nameSchema.describe(
    'Stage of the pipeline: "inventory", "libraries", "facts", "link", "models", "flow", "metrics", "findings".',
  ),
  severity: z.enum(['error', 'warning', 'info']),
  message: textSchema,
  hint: textSchema.optional(),
  localized: localized({ message: textSchema, hint: textSchema.optional() }),
  file: pathSchema.optional(),
  line: lineSchema.optional(),
});

/**
 * The work each stage did, as counts that depend on the tree alone, so that the same tree gives the same bytes.
 * Wall-clock durations are in orchestrator.json; here they appear only if the analyzer was asked for them.
 */
export const timingsSchema = z.object({
  stages: list(
    z.object({
      stage: nameSchema,
      counts: record(countSchema).describe('{ files: 47, bytes: 181220, callSites: 903 }'),
    }),
    CAPS.nested,
  ),
  wallMs: record(z.number().min(0))
    .optional()
    .describe('Milliseconds by stage. Absent by default: its presence breaks byte identity.'),
});

/** What made the report, and of what. Nothing here depends on the machine or on the clock. */
export const metaSchema = z.object({
  tool: nameSchema.describe('"csqa"'),
  version: nameSchema.describe('Version of the analyzer.'),
  model: scoringModelSchema,
  config: record(z.unknown()).describe('The configuration in force, defaults included.'),
  revision: nameSchema.nullable().describe('Commit of the analysed tree; null where it is not known.'),
  mode: analysisModeSchema,
  project: textSchema.optional().describe('Name of the project, from the configuration.'),
});

/** report.json: everything an analysis found, for the writers and for any other reader. */
export const reportSchema = z.object({
  contract: z.literal(CONTRACT_VERSION),
  meta: metaSchema,
  aggregate: aggregateSchema,
  metrics: list(metricResultSchema, 64),
  coverage: coverageSchema,
  files: filesSummarySchema,
  entryPoints: list(entryPointSchema, CAPS.items),
  suppliedEntryPoints: list(entryPointSchema, CAPS.items)
    .optional()
    .describe(
      'Entry points that a library answers by itself once it is switched on: management, consoles; and pages that a container runs.',
    ),
  sinks: list(sinkSchema, CAPS.items),
  guards: list(guardSchema, CAPS.items),
  findings: list(findingSchema, CAPS.findings),
  suppressed: list(suppressedFindingSchema, CAPS.findings).describe(
    'Findings that a suppression is about, whatever its last day: reportAsOf judges by a date.',
  ),
  suppressions: list(declaredSuppressionSchema, CAPS.findings)
    .optional()
    .describe('Suppressions that give a reason, used or not.'),
  topology: topologySchema,
  dependencies: list(dependencySchema, CAPS.items),
  methods: list(methodSchema, CAPS.methods),
  sources: list(sourceFileSchema, CAPS.items)
    .optional()
    .describe('Files that the analysis read, by path; what tells touched code from untouched code.'),
  diagnostics: list(diagnosticSchema, CAPS.findings),
  timings: timingsSchema,
});

/** A problem that did not stop the analysis. */
export type ReportDiagnostic = z.infer<typeof diagnosticSchema>;
/** The work each stage did. */
export type Timings = z.infer<typeof timingsSchema>;
/** What made the report. */
export type Meta = z.infer<typeof metaSchema>;
/** report.json. */
export type Report = z.infer<typeof reportSchema>;
