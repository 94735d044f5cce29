import { type OrchestratorOptions, optionsFromEnv } from '@csqa/orchestrator';
import type { World } from '../world.ts';

/**
 * How the orchestrator works for a command line: as the environment says. Whoever types commands owns the machine, so
 * file URLs, http and private addresses are theirs to name; hosts are limited only where CSQA_ALLOWED_HOSTS says so.
 * Throws OPTIONS_INVALID for a variable that cannot be read.
 */
export function orchestratorOptions({ env }: World): OrchestratorOptions {
  const options = optionsFromEnv(env);
  return {
    ...options,
    checkout: {
      ...options.checkout,
      allowProtocols: ['https', 'http', 'file'],
      allowPrivateAddresses: true,
    },
  };
}
