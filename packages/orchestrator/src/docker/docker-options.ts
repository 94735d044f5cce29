import { z } from 'zod';

/** Ways by which files reach a container. `auto` takes the first that is proved to work. */
export const TRANSFER_CHOICES = ['auto', 'bind', 'volume', 'copy'] as const;

/** A way by which files reach a container. */
export type TransferChoice = (typeof TRANSFER_CHOICES)[number];

/** When an image is fetched from a registry. */
const PULL_POLICIES = ['never', 'missing', 'always'] as const;

const absolute = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^(?:\/|[A-Za-z]:[\\/])/, 'must be an absolute path');

/** How containers are run. */
export const dockerOptionsSchema = z.strictObject({
  bin: z.string().min(1).default('docker').describe('The command line of the engine; "podman" works too.'),
  images: z
    .strictObject({
      fast: z.string().min(1).default('csqa-metrics:fast'),
      full: z.string().min(1).default('csqa-metrics:full'),
    })
    .prefault({})
    .describe('Images that keep the analyzer contract, by mode.'),
  pull: z.enum(PULL_POLICIES).default('never'),
  transfer: z.enum(TRANSFER_CHOICES).default('auto'),
  pathMap: z
    .array(z.strictObject({ inside: absolute, host: absolute }))
    .default([])
    .describe('Paths of this process and what the host of the engine calls them; the longest match counts.'),
  gpus: z.string().min(1).optional().describe('Value of --gpus, as in "all"; absent for none.'),
  network: z
    .boolean()
    .default(false)
    .describe('Give `full` a network, to resolve dependencies. `fast` never has one.'),
  m2CacheDir: absolute
    .optional()
    .describe('Directory on the host of the engine that keeps what Maven downloads, for `full`.'),
  instance: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
    .optional()
    .describe('Whose containers these are. Instances on one engine never touch what belongs to another.'),
});

/** How containers are run, complete. */
export type DockerOptions = z.output<typeof dockerOptionsSchema>;
