import { z } from 'zod';
import { dockerOptionsSchema } from './docker/docker-options.ts';
import { CsqaError } from './errors.ts';
import { limitsSchema } from './limits.ts';
import { describeIssues, ENGINE_CHOICES } from './request.ts';

/** Hosts that a service open to strangers may clone from, unless it names its own. */
export const DEFAULT_ALLOWED_HOSTS: readonly string[] = [
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'codeberg.org',
  'gitverse.ru',
];

/** What a git URL may be, and how it is reached. The defaults suit a stranger's URL. */
export const checkoutOptionsSchema = z.strictObject({
  allowProtocols: z
    .array(z.enum(['https', 'http', 'file']))
    .default(['https'])
    .describe('http and file are for the owner of the machine only.'),
  allowedHosts: z
    .array(z.string().min(1).max(253))
    .optional()
    .describe('Host names, with :port where it is not the usual one; absent for any public host.'),
  allowPrivateAddresses: z
    .boolean()
    .default(false)
    .describe(
      'Also reach loopback, private and link-local addresses, and any port: for the owner of the machine only.',
    ),
  caFile: z
    .string()
    .min(1)
    .optional()
    .describe('PEM file of certificate authorities to trust instead of the usual ones.'),
  proxy: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('HTTP proxy. It resolves names itself, so addresses cannot be pinned.'),
  gitBin: z.string().min(1).default('git'),
});

/** What is known about libraries beyond the tree, and where it comes from. */
const librariesSchema = z.strictObject({
  advisories: z
    .string()
    .min(1)
    .max(4096)
    .optional()
    .describe('Advisories in OSV format: a directory of them, or the https URL of an archive.'),
  mavenMirror: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where Maven gets everything in the mode full; a name and a password may be in the URL.'),
  mavenTimeoutSeconds: z
    .number()
    .positive()
    .max(24 * 3600)
    .optional()
    .describe('Time for Maven in the mode full; absent for what the analyzer takes for enough.'),
});

const environmentSchema = z.record(z.string(), z.string());

/** How an orchestrator works. */
export const optionsSchema = z.strictObject({
  engine: z.enum(ENGINE_CHOICES).default('auto'),
  analyzerBin: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The script of the analyzer for the local engine; absent to use that of the package @csqa/analyzer.',
    ),
  cacheDir: z
    .string()
    .min(1)
    .max(4096)
    .optional()
    .describe(
      'Where the local engine keeps what was read, to read only what has changed; absent for nowhere.',
    ),
  threads: z
    .union([z.int().positive().max(1024), z.literal('auto')])
    .optional()
    .describe(
      'Threads that the analyzer of the local engine reads code in; auto for one a processor; absent for its own default, one.',
    ),
  tempDir: z
    .string()
    .min(1)
    .optional()
    .describe('Where job directories are made; absent for that of the system.'),
  limits: limitsSchema
    .optional()
    .describe('Limits of every analysis; a request may replace them one by one.'),
  checkout: checkoutOptionsSchema.prefault({}),
  docker: dockerOptionsSchema.prefault({}),
  libraries: librariesSchema.prefault({}),
  environment: environmentSchema
    .prefault({})
    .describe('Where PATH, TZ and the like are taken from; only allow-listed names reach a child process.'),
});

/** How an orchestrator works; everything has a default. */
export type OrchestratorOptions = z.input<typeof optionsSchema>;
/** How an orchestrator works, complete. */
export type ParsedOptions = z.output<typeof optionsSchema>;
/** What a git URL may be, complete. */
export type CheckoutOptions = z.output<typeof checkoutOptionsSchema>;

/** Reads options. Throws OPTIONS_INVALID with the first wrong key. */
export function parseOptions(options: OrchestratorOptions): ParsedOptions {
  const parsed = optionsSchema.safeParse(options, { jitless: true });
  if (parsed.success) return parsed.data;
  throw new CsqaError(
    'OPTIONS_INVALID',
    `The orchestrator's options are not valid: ${describeIssues(parsed.error)}`,
    {
      hint: 'The type OrchestratorOptions of @csqa/orchestrator has every key.',
      ru: `Неверные настройки оркестратора: ${describeIssues(parsed.error)}`,
    },
  );
}
