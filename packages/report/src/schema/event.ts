import { z } from 'zod';
import { CAPS, CONTRACT_VERSION, EVENT_VERSION } from './contract.ts';
import {
  countSchema,
  list,
  localized,
  metricIdSchema,
  nameSchema,
  pathSchema,
  textSchema,
  unitSchema,
} from './vocabulary.ts';

const envelope = {
  v: z.literal(EVENT_VERSION),
  seq: countSchema.describe('0, 1, 2 … within one run.'),
  ts: z.iso.datetime({ offset: true }).describe('When it was sent, ISO 8601.'),
};

/** A file that the analyzer left in the out directory, with what a reader needs to check it. */
export const artifactSchema = z.object({
  name: pathSchema,
  bytes: countSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a run cost; null where the platform does not tell. */
export const selfUsageSchema = z.object({
  wallMs: z.number().min(0),
  cpuMs: z.number().min(0).nullable(),
  peakMemoryBytes: countSchema.nullable(),
});

/** First event: who is speaking. */
const helloEventSchema = z.object({
  ...envelope,
  type: z.literal('hello'),
  tool: nameSchema,
  version: nameSchema,
  contract: z.int().min(CONTRACT_VERSION),
  capabilities: list(nameSchema, CAPS.nested),
});

/** A phase begins. */
const phaseEventSchema = z.object({
  ...envelope,
  type: z.literal('phase'),
  phase: nameSchema.describe('Stage of the pipeline, or "report" for writing.'),
  index: countSchema.describe('0-based.'),
  total: countSchema,
});

/** How far the current phase is. */
const progressEventSchema = z.object({
  ...envelope,
  type: z.literal('progress'),
  phase: nameSchema,
  done: countSchema,
  total: countSchema.nullable().describe('null while it is not known.'),
  unit: nameSchema.describe('"files", "bytes", "calls" …'),
});

/** A problem that does not stop the run. */
const warnEventSchema = z.object({
  ...envelope,
  type: z.literal('warn'),
  code: nameSchema,
  message: textSchema,
  file: pathSchema.optional(),
  line: countSchema.optional(),
});

/** A metric is known. */
const metricEventSchema = z.object({
  ...envelope,
  type: z.literal('metric'),
  id: metricIdSchema,
  status: z.enum(['measured', 'notApplicable']),
  value: unitSchema.nullable(),
});

/** Still alive. */
const heartbeatEventSchema = z.object({
  ...envelope,
  type: z.literal('heartbeat'),
  rssBytes: countSchema.optional(),
  cpuMs: z.number().min(0).optional(),
});

/** Done: what is in the out directory. */
const resultEventSchema = z.object({
  ...envelope,
  type: z.literal('result'),
  files: list(artifactSchema, CAPS.nested),
  usage: selfUsageSchema.optional(),
});

/** The run failed. */
const errorEventSchema = z.object({
  ...envelope,
  type: z.literal('error'),
  code: nameSchema,
  message: textSchema,
  hint: textSchema.optional(),
  retryable: z.boolean(),
  localized: localized({ message: textSchema, hint: textSchema.optional() }),
});

/** One line of an analyzer's standard output. */
export const analyzerEventSchema = z.discriminatedUnion('type', [
  helloEventSchema,
  phaseEventSchema,
  progressEventSchema,
  warnEventSchema,
  metricEventSchema,
  heartbeatEventSchema,
  resultEventSchema,
  errorEventSchema,
]);

/** A file in the out directory. */
export type Artifact = z.infer<typeof artifactSchema>;
/** What a run cost, as the analyzer itself saw it. */
export type SelfUsage = z.infer<typeof selfUsageSchema>;
/** One line of an analyzer's standard output. */
export type AnalyzerEvent = z.infer<typeof analyzerEventSchema>;
/** Kinds of events. */
export type AnalyzerEventType = AnalyzerEvent['type'];
