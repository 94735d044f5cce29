import { resolve } from 'node:path';
import { type OrchestratorOptions, optionsFromEnv } from '@csqa/orchestrator';
import type { World } from '../world.ts';

/** What the command line says about libraries. */
interface LibraryFlags {
  readonly advisories?: string;
  readonly network?: boolean;
}

/**
 * How the orchestrator works for a command line: as the environment says. Whoever types commands owns the machine, so
 * file URLs, http and private addresses are theirs to name; hosts are limited only where CSQA_ALLOWED_HOSTS says so.
 * Throws OPTIONS_INVALID for a variable that cannot be read.
 */
export function orchestratorOptions({ env, cwd }: World, flags: LibraryFlags = {}): OrchestratorOptions {
  const options = optionsFromEnv(env);
  const { advisories, network = false } = flags;
  return {
    ...options,
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

function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//iu.test(text);
}
