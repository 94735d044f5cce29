import { z } from 'zod';
import { CAPS, CONTRACT_VERSION } from './contract.ts';
import { artifactSchema } from './event.ts';
import { reportSchema } from './report.ts';
import { analysisModeSchema, countSchema, list, nameSchema, pathSchema, textSchema } from './vocabulary.ts';

/** How a run ended. `incomplete` has a report that must not be taken for a clean pass, e.g. a child ran out of memory. */
export const RUN_OUTCOMES = ['succeeded', 'incomplete', 'failed', 'cancelled'] as const;

/** What stands between the analyzer and the host. */
export const ISOLATION_LEVELS = ['container', 'process', 'none'] as const;

const instant = z.iso.datetime({ offset: true });
const milliseconds = z.number().min(0);

/** Which engine ran the analyzer, how isolated, and why that one. */
export const runEngineSchema = z.object({
  name: nameSchema.describe('"local", "docker", "podman", "fake"'),
  requested: nameSchema.describe('What the caller asked for: "auto" or a name.'),
  isolation: z.enum(ISOLATION_LEVELS),
  reason: textSchema.describe('Why this engine was chosen.'),
  version: nameSchema
    .nullable()
    .describe('Version of the engine: that of Node for local, of the server for docker.'),
  image: z
    .object({ reference: pathSchema, id: nameSchema.nullable() })
    .nullable()
    .describe('The image that ran; null for an engine without images.'),
  transfer: z.enum(['none', 'bind', 'volume', 'copy']).describe('How files reached the analyzer.'),
});

/** What the run was allowed; null for no limit. */
export const runLimitsSchema = z.object({
  timeoutMs: milliseconds.nullable(),
  memoryBytes: countSchema.nullable(),
  cpus: z.number().positive().nullable(),
  pids: countSchema.nullable(),
  sourceBytes: countSchema.nullable(),
  sourceFiles: countSchema.nullable(),
  outBytes: countSchema.nullable(),
  network: z.boolean(),
});

/** What the run used; null where the platform does not tell. */
export const runUsageSchema = z.object({
  wallMs: milliseconds,
  cpuMs: milliseconds.nullable(),
  peakMemoryBytes: countSchema.nullable(),
  sourceBytes: countSchema.nullable(),
  sourceFiles: countSchema.nullable(),
  outBytes: countSchema.nullable(),
  exitCode: z.int().nullable(),
  signal: nameSchema.nullable(),
  outOfMemory: z.boolean().nullable(),
});

/** Wall-clock time, by phase, in the order in which the phases began. */
export const runTimingsSchema = z.object({
  startedAt: instant,
  finishedAt: instant,
  phases: list(
    z.object({
      phase: nameSchema.describe('"checkout", "start", "analyse", "intake", "render" or "analyse/<stage>".'),
      startedAt: instant,
      wallMs: milliseconds,
    }),
    CAPS.nested,
  ),
});

/** What was analysed. Never holds credentials. */
export const runSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('directory'), path: pathSchema, revision: nameSchema.nullable() }),
  z.object({
    kind: z.literal('git'),
    url: pathSchema,
    ref: pathSchema.nullable().describe('As asked for; null for the default branch.'),
    revision: nameSchema.nullable().describe('The commit that was checked out.'),
  }),
]);

/** Why a run did not succeed. */
export const runErrorSchema = z.object({
  code: z
    .string()
    .max(CAPS.name)
    .regex(/^[A-Z][A-Z0-9_]*$/),
  message: textSchema,
  hint: textSchema,
  retryable: z.boolean(),
});

/** orchestrator.json: how the report came about. Everything that depends on the machine or the clock is here. */
export const runRecordSchema = z.object({
  contract: z.literal(CONTRACT_VERSION),
  id: nameSchema.describe('Id of the analysis.'),
  attempt: z.int().min(1),
  outcome: z.enum(RUN_OUTCOMES),
  error: runErrorSchema.nullable(),
  mode: analysisModeSchema,
  source: runSourceSchema,
  engine: runEngineSchema,
  limits: runLimitsSchema,
  usage: runUsageSchema,
  timings: runTimingsSchema,
  versions: z.object({
    orchestrator: nameSchema,
    analyzer: nameSchema.nullable().describe('null where it never said hello.'),
    node: nameSchema,
    platform: nameSchema.describe('"linux-x64"'),
  }),
  artifacts: list(artifactSchema, CAPS.nested).describe('Files in the out directory, by name.'),
  warnings: list(z.object({ code: nameSchema, message: textSchema }), CAPS.nested),
  logTail: list(textSchema, CAPS.nested)
    .optional()
    .describe('Last lines of the log, where the run did not succeed.'),
});

/** combined.json: the report and how it came about in one file. */
export const combinedSchema = z.object({
  contract: z.literal(CONTRACT_VERSION),
  report: reportSchema.nullable().describe('null where the run left none.'),
  orchestrator: runRecordSchema,
});

/** How a run ended. */
export type RunOutcome = (typeof RUN_OUTCOMES)[number];
/** What stands between the analyzer and the host. */
export type IsolationLevel = (typeof ISOLATION_LEVELS)[number];
/** Which engine ran the analyzer. */
export type RunEngine = z.infer<typeof runEngineSchema>;
/** What the run was allowed. */
export type RunLimits = z.infer<typeof runLimitsSchema>;
/** What the run used. */
export type RunUsage = z.infer<typeof runUsageSchema>;
/** Wall-clock time by phase. */
export type RunTimings = z.infer<typeof runTimingsSchema>;
/** What was analysed. */
export type RunSource = z.infer<typeof runSourceSchema>;
/** Why a run did not succeed. */
export type RunError = z.infer<typeof runErrorSchema>;
/** orchestrator.json. */
export type RunRecord = z.infer<typeof runRecordSchema>;
/** combined.json. */
export type Combined = z.infer<typeof combinedSchema>;
