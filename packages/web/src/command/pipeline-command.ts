import { hostname } from 'node:os';
import { join } from 'node:path';
import {
  createOrchestrator,
  DEFAULT_ALLOWED_HOSTS,
  type Environment,
  type OrchestratorOptions,
  optionsFromEnv,
} from '@csqa/orchestrator';
import type { WebConfig } from '../config.ts';
import { checkSchema, migrate } from '../data/migrate.ts';
import { startPipeline } from '../jobs/pipeline.ts';
import { withDatabase } from './with-database.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Works on runs until the process is told to end; gives what to say then. */
export function pipelineCommand(config: WebConfig, env: Environment): Promise<string> {
  return withDatabase(config, async (database) => {
    if (config.skipBootstrap) await checkSchema(database.db);
    else await migrate(database.db);
    const pipeline = await startPipeline({
      database,
      orchestrator: createOrchestrator(forStrangers(optionsFromEnv(env))),
      workerId: `${hostname()}:${process.pid}`,
      workDir: join(config.dataDir, 'runs'),
      concurrency: config.concurrency,
      log: (line) => process.stdout.write(`${line}\n`),
    });
    process.stdout.write(`working on runs, ${config.concurrency} at a time\n`);
    const signal = await ended();
    process.stdout.write(`${signal}: no more runs are taken; those at work are finished\n`);
    await pipeline.stop();
    return 'stopped';
  });
}

/** Whoever has the token names addresses to clone from: unless the operator says otherwise, those of the well-known hosts. */
function forStrangers(options: OrchestratorOptions): OrchestratorOptions {
  return { ...options, checkout: { allowedHosts: [...DEFAULT_ALLOWED_HOSTS], ...options.checkout } };
}

function ended(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve(signal));
  });
}
