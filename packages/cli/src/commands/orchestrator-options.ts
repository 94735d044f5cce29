import { resolve } from 'node:path';
import { type OrchestratorOptions, optionsFromEnv } from '@csqa/orchestrator';
import type { World } from '../world.ts';

/** What the command line says about how the orchestrator works. */
interface WorkFlags {
  readonly advisories?: string;
  readonly network?: boolean;
  readonly cacheDir?: string;
  readonly threads?: number | 'auto';
  /** False where nothing is to be kept or taken, whatever the environment says. */
  readonly cache?: boolean;
}

/**
 * How the orchestrator works for a command line: as the environment says. Whoever types commands owns the machine, so
 * file URLs, http and private addresses are theirs to name; hosts are limited only where CSQA_ALLOWED_HOSTS says so.
 * Throws OPTIONS_INVALID for a variable that cannot be read.
 */
export function orchestratorOptions({ env, cwd }: World, flags: WorkFlags = {}): OrchestratorOptions {
  const { cacheDir, ...options } = optionsFromEnv(env);
  const { advisories, network = false } = flags;
  return {
    ...options,
    ...cacheOption(flags.cacheDir === undefined ? cacheDir : resolve(cwd, flags.cacheDir), flags),
    ...(flags.threads === undefined ? {} : { threads: flags.threads }),
    ...(network ? { docker: { ...options.docker, network } } : {}),
    libraries: {
      ...options.libraries,
      ...(advisories === undefined
        ? {}
        : { advisories: isUrl(advisories) ? advisories : resolve(cwd, advisories) }),
    },
    checkout: {
      ...options.checkout,
      allowProtocols: ['https', 'http', 'file'],
      allowPrivateAddresses: true,
    },
  };
}

function cacheOption(directory: string | undefined, { cache = true }: WorkFlags) {
  return cache && directory !== undefined ? { cacheDir: directory } : {};
}

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//iu.test(text);
}
