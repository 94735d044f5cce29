import { z } from 'zod';
import type { Text } from '../base/text.ts';
import { refusePattern } from '../inventory/ignore-rules.ts';
import { DEFAULT_SCAN_LIMITS } from '../inventory/scan-repository.ts';

/** Ids of the scored metrics, in report order. */
const WEIGHTED_METRICS = [
  'A1',
  'A2',
  'A3',
  'B1',
  'B2',
  'B3',
  'B4',
  'C1',
  'C2',
  'C3',
  'D1',
  'D2',
  'E1',
  'F1',
  'F2',
] as const;

/** Severities from mild to grave, with `none` for "never". */
const GATE_LEVELS = ['none', 'low', 'medium', 'high', 'critical'] as const;

/** A list longer than this is a generated one and belongs into .gitignore. */
const MAX_PATTERNS = 1_000;
const MAX_SUPPRESSIONS = 2_000;

const pattern = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    const refusal = refusePattern(text);
    if (refusal !== null)
      context.addIssue({
        code: 'custom',
        message: `a pattern in .gitignore syntax; ${refusal.en}`,
        params: { ru: `шаблон в синтаксисе .gitignore; ${refusal.ru}` },
      });
  });
const patterns = z.array(pattern).max(MAX_PATTERNS).default([]);

const limits = z.strictObject({
  maxFiles: z.int().min(1).max(2_000_000).default(DEFAULT_SCAN_LIMITS.maxFiles),
  maxFileBytes: z
    .int()
    .min(1_024)
    .max(64 * 1024 * 1024)
    .default(DEFAULT_SCAN_LIMITS.maxFileBytes),
  maxTotalBytes: z
    .int()
    .min(1_024)
    .max(64 * 1024 ** 3)
    .default(DEFAULT_SCAN_LIMITS.maxTotalBytes),
  maxTreeDepth: z.int().min(1).max(512).default(DEFAULT_SCAN_LIMITS.maxTreeDepth),
});

const RULE_ID: Text = {
  en: 'a rule id such as CSQA-B1-thin-defence',
  ru: 'id правила, например CSQA-B1-thin-defence',
};
const DATE: Text = { en: 'a date such as 2027-01-31', ru: 'дата, например 2027-01-31' };

/** What the schema's own rules expect, by their English words. */
export const SCHEMA_WORDS: ReadonlyMap<string, Text> = new Map(
  [RULE_ID, DATE].map((words) => [words.en, words]),
);

const suppression = z.strictObject({
  rule: z
    .string()
    .regex(/^(?:CSQA-)?[A-F][1-4]-[a-z0-9-]{1,60}$/, { error: RULE_ID.en })
    .transform((rule) => (rule.startsWith('CSQA-') ? rule : `CSQA-${rule}`)),
  path: pattern.optional(),
  symbol: z.string().min(1).max(500).optional(),
  until: z.iso.date({ error: DATE.en }),
  reason: z.string().trim().min(1).max(1_000),
});

const share = z.number().min(0).max(1);
const byMetric = z.partialRecord(z.enum(WEIGHTED_METRICS), share).default({});
const byGroup = z.partialRecord(z.enum(['A', 'B', 'C', 'D', 'E', 'F']), share).default({});

const gate = z.strictObject({
  failOn: z.enum(GATE_LEVELS).default('none'),
  failOnNew: z.enum(GATE_LEVELS).default('none'),
  maxRisk: share.nullable().default(null),
  maxRiskIncrease: share.nullable().default(null),
  maxMetric: byMetric,
  maxMetricIncrease: byMetric,
  maxGroup: byGroup,
  maxGroupIncrease: byGroup,
  minCoverage: share.nullable().default(null),
  requireMeasured: z.array(z.enum(WEIGHTED_METRICS)).max(WEIGHTED_METRICS.length).default([]),
  onMissingBaseline: z.enum(['fail', 'full', 'pass']).default('fail'),
});

/** The shape of `.csqa.yml`. Every key is optional and every default is here. */
export const configSchema = z.strictObject({
  model: z.enum(['csqa-1', 'csqa-2']).default('csqa-2'),
  language: z.enum(['en', 'ru']).default('en'),
  include: patterns,
  exclude: patterns,
  production: patterns,
  tests: patterns,
  generated: patterns,
  profiles: z.array(z.string().min(1).max(200)).max(100).default([]),
  models: z.array(z.string().min(1).max(500)).max(100).default([]),
  maxDepth: z.int().min(1).max(64).default(12),
  limits: limits.prefault({}),
  weights: z.partialRecord(z.enum(WEIGHTED_METRICS), z.number().min(0).max(1)).default({}),
  suppress: z.array(suppression).max(MAX_SUPPRESSIONS).default([]),
  gate: gate.prefault({}),
});

/**
 * The analyzer's configuration, complete. Patterns are in .gitignore syntax and relative to the source root; `maxDepth` is
 * the longest path in calls; sizes in `limits` are bytes; `weights` replace those of the scoring model metric by metric;
 * ids in `suppress` are complete (`CSQA-…`); limits in `gate` are from 0 to 1, null or absent where there is none.
 */
export type AnalyzerConfig = Omit<z.output<typeof configSchema>, 'suppress'> & {
  readonly suppress: readonly (z.output<typeof suppression> & {
    /** Where the entry stands in its file; absent where it comes from no file. */
    readonly line?: number;
  })[];
};
