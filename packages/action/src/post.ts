import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createOrchestrator, optionsFromEnv } from '@csqa/orchestrator';
import { instanceOf } from './analysis/instance.ts';
import type { Environment } from './inputs/inputs.ts';

/** Directories of a run that nobody needs once the job has ended; reports stay for the steps of the workflow. */
const LEFT_BEHIND = [
  ...['csqa-base', 'csqa-base.git', 'csqa-base-report', 'csqa-head-report'],
  ...['csqa-jobs', 'csqa-facts', 'csqa-image'],
];

/** Removes what a run left behind that was cancelled: containers of its own by their label, and its working directories. */
export async function sweep(environment: Environment): Promise<void> {
  const { RUNNER_TEMP: tempDir = '', GITHUB_RUN_ID = '', GITHUB_RUN_ATTEMPT = '' } = environment;
  if (tempDir === '') return;
  const orchestrator = createOrchestrator({
    tempDir: join(tempDir, 'csqa-jobs'),
    // Where the engine is: without it only the usual place would be swept.
    environment: optionsFromEnv(environment).environment ?? {},
    docker: { instance: instanceOf({ id: GITHUB_RUN_ID, attempt: GITHUB_RUN_ATTEMPT }) },
  });
  await orchestrator.reap();
  for (const name of LEFT_BEHIND) await rm(join(tempDir, name), { recursive: true, force: true });
}
