import {
  ANALYSIS_MODES,
  isDay,
  isWriterName,
  LANGUAGES,
  type RenderOptions,
  type Report,
  type WriterName,
} from '@csqa/report';
import { z } from 'zod';
import { CsqaError } from './errors.ts';
import { limitsSchema } from './limits.ts';

/** Engines one may ask for. `auto` is `local` for `fast` and `docker` for `full`; it never lowers isolation silently. */
export const ENGINE_CHOICES = ['auto', 'local', 'docker'] as const;

/** An engine one may ask for. */
export type EngineChoice = (typeof ENGINE_CHOICES)[number];

const controlCharacter = /\p{Cc}/u;

const text = z
  .string()
  .min(1)
  .max(4096)
  .refine((value) => !controlCharacter.test(value), 'must not hold control characters');

/** A secret that git's password prompt is answered with. It reaches git over a pipe and nothing else. */
export const credentialsSchema = z.strictObject({
  username: text
    .default('x-access-token')
    .describe('GitHub takes any name, GitLab "oauth2", Bitbucket "x-token-auth".'),
  token: text,
});

/** A directory on this machine. It is read only. */
const directorySourceSchema = z.strictObject({ kind: z.literal('directory'), path: text });

/** A git repository by URL. What a URL may be is decided by the `checkout` options. */
const gitSourceSchema = z.strictObject({
  kind: z.literal('git'),
  url: text,
  ref: text
    .optional()
    .describe('Branch, tag, full commit id or a name that begins with refs/; absent for the default branch.'),
  credentials: credentialsSchema.optional(),
});

/** What to analyse. */
const sourceSchema = z.discriminatedUnion('kind', [directorySourceSchema, gitSourceSchema]);

const identifier = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'letters, digits, _ and -, at most 64');

/** What the formats of a report are told besides their language; the report is as of the day of the request. */
export type FormatOptions = (report: Report) => Omit<RenderOptions, 'lang'>;

/** One analysis to run. */
export const requestSchema = z.strictObject({
  source: sourceSchema,
  outDir: text.describe(
    'Where the artifacts go: an absent or empty directory, or one that an earlier run left.',
  ),
  mode: z.enum(ANALYSIS_MODES).default('fast'),
  engine: z
    .enum(ENGINE_CHOICES)
    .optional()
    .describe('Overrides the engine of the options for this analysis.'),
  config: text.optional().describe('Path of a .csqa.yml that replaces the one of the tree.'),
  cacheDir: text
    .optional()
    .describe(
      'Directory in which what was read of this project is kept for its next analysis, in every engine; for nobody else. Absent: the one of the options, in the local engine.',
    ),
  dumpCalls: z
    .boolean()
    .default(false)
    .describe('Also leave calls.ndjson: every call site with its targets.'),
  formats: z
    .array(
      z.custom<WriterName>((name) => typeof name === 'string' && isWriterName(name), 'is no report format'),
    )
    .default(['markdown'])
    .describe('Formats to render beside report.json, by the names of @csqa/report.'),
  language: z
    .enum(LANGUAGES)
    .optional()
    .describe('Language of the formats that people read; absent for that of the configuration in force.'),
  today: z
    .string()
    .refine(isDay, 'a day as YYYY-MM-DD')
    .optional()
    .describe('Day by which suppressions are judged in what people read; absent for today in UTC.'),
  formatOptions: z
    .custom<FormatOptions>((value) => typeof value === 'function', 'is no function')
    .optional()
    .describe(
      'Gives for the report what its formats are told besides the language: gate, comparison, path prefix.',
    ),
  limits: limitsSchema.optional().describe('Replace the limits of the options, one by one.'),
  analysisId: identifier.optional().describe('Names the run in logs and directories; made up where absent.'),
  attempt: z.int().min(1).default(1),
});

/** A secret for git. */
export type Credentials = z.input<typeof credentialsSchema>;
/** A secret for git, complete. */
export type ParsedCredentials = z.output<typeof credentialsSchema>;
/** What to analyse. */
export type AnalysisSource = z.input<typeof sourceSchema>;
/** One analysis to run. */
export type AnalysisRequest = z.input<typeof requestSchema>;
/** One analysis to run, with every default filled in. */
export type ParsedRequest = z.output<typeof requestSchema>;

/** Reads a request. Throws REQUEST_INVALID with the first wrong key. */
export function parseRequest(request: AnalysisRequest): ParsedRequest {
  const parsed = requestSchema.safeParse(request, { jitless: true });
  if (parsed.success) return parsed.data;
  throw new CsqaError('REQUEST_INVALID', `The request is not valid: ${describeIssues(parsed.error)}`, {
    hint: 'The type AnalysisRequest of @csqa/orchestrator has every key.',
    ru: `Неверный запрос: ${describeIssues(parsed.error)}`,
  });
}

/** The issues of a zod error as `key: what was expected`, without the values, which may be secrets. */
export function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`).join('; ');
}
