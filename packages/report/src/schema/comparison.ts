import { z } from 'zod';
import { CAUSE_KINDS, COMPARISON_VERSION, FINDING_ORIGINS, FINDING_STATES } from './comparison-words.ts';
import { CAPS, CONTRACT_VERSION } from './contract.ts';
import { evidenceSchema } from './entry-point.ts';
import { ACCESS_VERDICTS, ENTRY_KINDS } from './entry-words.ts';
import { findingSchema } from './finding.ts';
import { guardSchema } from './guard.ts';
import { sinkSchema } from './sink.ts';
import {
  analysisModeSchema,
  countSchema,
  groupIdSchema,
  lineSchema,
  list,
  localized,
  metricIdSchema,
  nameSchema,
  pathSchema,
  scoringModelSchema,
  symbolSchema,
  textSchema,
} from './vocabulary.ts';

/** What two reports that do not quite fit together differ in. */
const COMPARABILITY_CODES = [
  'different-version',
  'different-mode',
  'different-config',
  'different-project',
  'nothing-in-common',
  'nothing-analysed',
  'different-weights',
  'different-model',
  'no-sources',
  'same-revision',
] as const;

/** What of a comparison a difference spoils: `findings` spoils all of it. */
const SPOILS = ['findings', 'scores', 'ripple', 'nothing'] as const;

/** One of the two reports. */
const sideSchema = z.object({
  tool: nameSchema,
  version: nameSchema,
  model: scoringModelSchema,
  mode: analysisModeSchema,
  revision: nameSchema.nullable(),
  project: textSchema.nullable(),
  filesAnalysed: countSchema,
  findings: countSchema.describe('Open ones.'),
  suppressed: countSchema,
});

/** A figure before and after; delta is null where one of them is. */
const changeSchema = z.object({
  base: z.number().nullable(),
  head: z.number().nullable(),
  delta: z.number().nullable(),
});

const issueSchema = z.object({
  code: z.enum(COMPARABILITY_CODES),
  spoils: z.enum(SPOILS),
  base: textSchema.nullable(),
  head: textSchema.nullable(),
});

const {
  id,
  fingerprint,
  rule,
  metric,
  severity,
  confidence,
  file,
  line,
  symbol,
  what,
  sameCauseAs,
  entryPoint,
} = findingSchema.shape;

/** A finding in short; the report that it is of has the rest under its id. */
const findingRefSchema = z.object({
  ...{ id, fingerprint, rule, metric, severity, confidence, file, line, symbol, what },
  ...{ sameCauseAs, entryPoint },
  localized: localized({ what: textSchema }),
});

const causeSchema = z.object({
  kind: z.enum(CAUSE_KINDS),
  side: z.enum(['base', 'head']).describe('Which tree the place is in.'),
  file: pathSchema,
  line: lineSchema.nullable(),
  symbol: symbolSchema.nullable(),
  text: textSchema.describe('The guard, the rule, the call or the file, as written.'),
  distance: countSchema
    .nullable()
    .describe('Calls between the finding and the change; null where it lies on the path.'),
});

const comparedFindingSchema = z.object({
  state: z.enum(FINDING_STATES),
  matchedBy: z.enum(['fingerprint', 'place', 'symbol', 'member']).nullable(),
  finding: findingRefSchema.describe(
    'As it is in the head; of a fixed or suppressed one, as it was in the base.',
  ),
  before: findingRefSchema
    .nullable()
    .describe('As it was in the base, where it moved or weighs something else.'),
  worsened: z.boolean().describe('The same finding weighs more than before.'),
  origin: z.enum(FINDING_ORIGINS).nullable().describe('Of new and worsened ones.'),
  causes: list(causeSchema, CAPS.nested).describe(
    'Of new and worsened ones, the surest first; of a fixed one the guard that it spoke of, where that is gone.',
  ),
});

const contributorChangeSchema = z.object({
  label: textSchema,
  file: pathSchema.nullable(),
  line: lineSchema.nullable(),
  base: z.number().nullable(),
  head: z.number().nullable(),
  localized: localized({ label: textSchema }),
});

const metricChangeSchema = z.object({
  id: metricIdSchema,
  value: changeSchema.describe('Under the scoring model of the head, on both sides.'),
  raw: changeSchema,
  contributors: list(contributorChangeSchema, CAPS.nested).describe('What moved it, the most first.'),
});

const entryRefSchema = z.object({
  id: symbolSchema,
  kind: z.enum(ENTRY_KINDS),
  verbs: list(nameSchema, CAPS.nested),
  paths: list(pathSchema, CAPS.nested),
  handler: symbolSchema,
  file: pathSchema,
  line: lineSchema,
  verdict: z.enum(ACCESS_VERDICTS),
  rule: textSchema.nullable(),
  evidence: list(evidenceSchema, CAPS.nested),
});

const accessChangeSchema = z.object({
  direction: z
    .enum(['opened', 'closed', 'undecided', 'other'])
    .describe('More may come in, fewer may, it can no longer be told, or the rule alone is another.'),
  base: entryRefSchema,
  head: entryRefSchema,
});

const sinkRefSchema = sinkSchema.pick({
  ...{ id: true, kind: true, operation: true, privileged: true },
  ...{ file: true, line: true, method: true },
});

const guardRefSchema = guardSchema.pick({
  ...{ category: true, mechanism: true, carrier: true, method: true },
  ...{ entryPoint: true, file: true, line: true, text: true, state: true },
});

const roadSchema = z.object({
  entryPoint: symbolSchema,
  label: symbolSchema,
  operation: symbolSchema,
});

const edgeRefSchema = z.object({
  from: symbolSchema,
  to: symbolSchema,
  file: pathSchema,
  line: lineSchema,
});

/** Lists that a change can make long carry the worst; `omitted` says how many are left out. */
function bounded<Item extends z.ZodType>(item: Item) {
  return z.object({ items: list(item, CAPS.nested), omitted: countSchema });
}

/** How many findings are in each state. */
const findingCountsSchema = z.object({
  new: countSchema,
  reopened: countSchema.describe('Suppressed in the base, open in the head.'),
  moved: countSchema,
  unchanged: countSchema,
  suppressed: countSchema.describe('Open in the base, suppressed in the head.'),
  fixed: countSchema,
  worsened: countSchema,
  ripple: countSchema.describe('New or worsened ones in files that the change left alone.'),
});

/** What happened between two reports of one project. */
export const comparisonSchema = z.object({
  comparison: z.literal(COMPARISON_VERSION),
  contract: z.literal(CONTRACT_VERSION),
  base: sideSchema,
  head: sideSchema,
  comparability: z.object({
    verdict: z
      .enum(['comparable', 'limited', 'not-comparable'])
      .describe('limited: what an issue spoils is not to be judged; not-comparable: nothing is.'),
    issues: list(issueSchema, CAPS.nested),
  }),
  index: changeSchema,
  groups: list(z.object({ id: groupIdSchema, value: changeSchema }), 16),
  metrics: list(metricChangeSchema, 64),
  counts: findingCountsSchema,
  findings: list(comparedFindingSchema, 2 * CAPS.findings),
  entryPoints: z.object({
    added: bounded(entryRefSchema),
    removed: bounded(entryRefSchema),
    access: bounded(accessChangeSchema).describe('Entry points whose access verdict or rule changed.'),
  }),
  sinks: z.object({ added: bounded(sinkRefSchema), removed: bounded(sinkRefSchema) }),
  guards: z.object({ added: bounded(guardRefSchema), removed: bounded(guardRefSchema) }),
  topology: z.object({
    opened: bounded(roadSchema).describe('Entry points that lead to an operation now.'),
    closed: bounded(roadSchema),
    callsAdded: bounded(edgeRefSchema),
    callsRemoved: bounded(edgeRefSchema),
  }),
  sources: z
    .object({
      added: bounded(pathSchema),
      removed: bounded(pathSchema),
      changed: bounded(pathSchema),
      renamed: bounded(z.object({ from: pathSchema, to: pathSchema })),
      unchanged: countSchema,
    })
    .nullable()
    .describe('null where one of the reports does not tell which files it read.'),
});

/** What a finding is between two reports. */
export type FindingState = (typeof FINDING_STATES)[number];
/** Whether a new finding stands in touched code. */
export type FindingOrigin = (typeof FINDING_ORIGINS)[number];
/** Kind of a cause. */
export type CauseKind = (typeof CAUSE_KINDS)[number];
/** What made a finding new. */
export type Cause = z.infer<typeof causeSchema>;
/** A difference that spoils a comparison. */
export type ComparabilityIssue = z.infer<typeof issueSchema>;
/** A finding in short. */
export type FindingRef = z.infer<typeof findingRefSchema>;
/** A finding between two reports. */
export type ComparedFinding = z.infer<typeof comparedFindingSchema>;
/** A figure before and after. */
export type Change = z.infer<typeof changeSchema>;
/** A metric before and after, with what moved it. */
export type MetricChange = z.infer<typeof metricChangeSchema>;
/** An entry point in short. */
export type EntryRef = z.infer<typeof entryRefSchema>;
/** An entry point whose access changed. */
export type AccessChange = z.infer<typeof accessChangeSchema>;
/** What happened between two reports of one project. */
export type Comparison = z.infer<typeof comparisonSchema>;
