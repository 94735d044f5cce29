import { z } from 'zod';
import { CAPS } from './contract.ts';
import {
  confidenceSchema,
  countSchema,
  guardCategorySchema,
  lineSchema,
  list,
  localized,
  metricIdSchema,
  nameSchema,
  pathSchema,
  severitySchema,
  symbolSchema,
  textSchema,
} from './vocabulary.ts';

/** One step of a path from an entry point to a sink. */
export const hopSchema = z.object({
  file: pathSchema,
  line: lineSchema,
  symbol: symbolSchema.nullable().describe('Id of the method that this step is in; null for configuration.'),
  label: textSchema.optional().describe('What happens here: "POST /owners", "calls OwnerRepository.save".'),
  guards: list(guardCategorySchema, CAPS.nested)
    .optional()
    .describe('Categories of the guards met at this step.'),
});

/** A few source lines around the anchor. Text of the analysed repository: hostile. */
export const excerptSchema = z.object({
  startLine: lineSchema,
  lines: list(textSchema, 64),
});

const rulePattern = /^CSQA-[A-Z]\d-[a-z0-9-]{1,120}$/;
const cwePattern = /^CWE-\d{1,6}$/;
const owaspPattern = /^(?:A\d{2}|API\d{1,2}|M\d{1,2}|LLM\d{2}):\d{4}$/;

/** Something a person can act on, anchored at a file and a line that exist. */
export const findingSchema = z.object({
  id: nameSchema.describe('Short id, unique in the report and the same for the same fingerprint.'),
  rule: z.string().regex(rulePattern).describe('Stable for ever: CSQA-A1-public-entry-point.'),
  metric: metricIdSchema,
  severity: severitySchema,
  confidence: confidenceSchema.describe('How sure the facts under the finding are.'),
  file: pathSchema,
  line: lineSchema,
  symbol: symbolSchema.nullable(),
  what: textSchema.describe('The fact: subject and place, present tense, no advice.'),
  why: textSchema.describe('The risk.'),
  fix: textSchema.describe('What to write here, for the framework in use.'),
  path: list(hopSchema, CAPS.nested).describe('From the entry point to the sink; empty where there is none.'),
  cwe: list(z.string().regex(cwePattern), 32).describe('["CWE-862"]'),
  owasp: list(z.string().regex(owaspPattern), 32).describe('["A01:2021", "A01:2025", "API5:2023"]'),
  asvs: list(z.string().regex(/^\d{1,2}\.\d{1,2}\.\d{1,2}$/), 32)
    .optional()
    .describe('ASVS 5.0 requirements.'),
  fingerprint: nameSchema.describe(
    'Hash of rule, symbol and ordinal, and of the file where no method is at fault; never of line numbers.',
  ),
  sameCauseAs: nameSchema
    .optional()
    .describe('Id of the finding that says most about the same root cause; absent where this one does.'),
  entryPoint: symbolSchema.optional().describe('Id of the entry point it starts from.'),
  sink: symbolSchema.optional().describe('Id of the sink it ends at.'),
  related: list(hopSchema, CAPS.nested)
    .optional()
    .describe('Other places that belong to it, e.g. the well-guarded path.'),
  excerpt: excerptSchema.optional(),
  localized: localized({ what: textSchema, why: textSchema, fix: textSchema }),
});

/** Why a finding is suppressed, for how long, and where that is written. */
const suppressionSchema = z.object({
  source: z.enum(['comment', 'config']),
  reason: textSchema,
  until: z.iso.date().nullable().describe('Last day on which the suppression holds; null for no end.'),
  file: pathSchema,
  line: lineSchema,
});

/** A finding that somebody chose to live with. */
export const suppressedFindingSchema = findingSchema.extend({ suppression: suppressionSchema });

/** A suppression as it is written, with what it is about. */
export const declaredSuppressionSchema = suppressionSchema.extend({
  rule: z.string().regex(rulePattern),
  findings: countSchema.describe('Findings that it is about; 0: it can go.'),
});

/** One step of a path. */
export type Hop = z.infer<typeof hopSchema>;
/** Texts of a finding in one language. */
export type FindingText = Pick<Finding, 'what' | 'why' | 'fix'>;
/** A few source lines around an anchor. */
export type Excerpt = z.infer<typeof excerptSchema>;
/** Something a person can act on. */
export type Finding = z.infer<typeof findingSchema>;
/** A finding that somebody chose to live with. */
export type SuppressedFinding = z.infer<typeof suppressedFindingSchema>;
/** A suppression as it is written, with what it is about. */
export type DeclaredSuppression = z.infer<typeof declaredSuppressionSchema>;
