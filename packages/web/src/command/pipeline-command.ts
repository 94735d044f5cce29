import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import {
  createOrchestrator,
  DEFAULT_ALLOWED_HOSTS,
  type Environment,
  type OrchestratorOptions,
  optionsFromEnv,
} from '@csqa/orchestrator';
import packageFile from '../../package.json' with { type: 'json' };
import { upgrade } from '../backup/upgrade.ts';
import type { WebConfig } from '../config.ts';
import { checkSchema } from '../data/migrate.ts';
import type { Database } from '../data/open-database.ts';
import { type Pipeline, startPipeline } from '../jobs/pipeline.ts';
import { withDatabase } from './with-database.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Works on runs until the process is told to end; gives what to say then. */
export function pipelineCommand(config: WebConfig, env: Environment): Promise<string> {
  return withDatabase(config, async (database) => {
    await prepareSchema(config, database);
    const pipeline = await startWorkers(config, database, env);
    const signal = await ended();
    process.stdout.write(`${signal}: no more runs are taken; those at work are finished\n`);
    await pipeline.stop();
    return 'stopped';
  });
}

/** Brings the schema up to this version, or looks whether it is, where somebody else keeps it. */
export async function prepareSchema(config: WebConfig, { db }: Database): Promise<void> {
  if (config.skipBootstrap) await checkSchema(db);
  else await upgradeSchema(config, db);
}

/** Brings the schema up to this version, by way of a backup where it was another; gives the steps that were taken. */
export function upgradeSchema(
  { dataDir, backsUpFirst }: WebConfig,
  db: Database['db'],
): Promise<readonly string[]> {
  return upgrade(db, {
    backups: backsUpFirst ? join(dataDir, 'backups') : null,
    clock: () => new Date(),
    say: (line) => process.stdout.write(`${line}\n`),
  });
}

/** Starts the workers of this process. */
export async function startWorkers(
  config: WebConfig,
  database: Database,
  env: Environment,
): Promise<Pipeline> {
  const options = orchestratorOptions(env);
  const host = hostname();
  // In a container every process has the same number, so that alone would be the name of one that died there before.
  const id = `${host}:${process.pid}:${randomBytes(3).toString('hex')}`;
  const pipeline = await startPipeline({
    database,
    orchestrator: createOrchestrator(options),
    worker: {
      ...{ id, host, version: packageFile.version, engine: options.engine ?? 'auto' },
      concurrency: config.concurrency,
    },
    workDir: join(config.dataDir, 'runs'),
    cacheDir: resolve(config.dataDir, 'cache'),
    jobs: config.jobs,
    log: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`working on runs, ${config.concurrency} at a time\n`);
  return pipeline;
}

/** Whoever has the token names addresses to clone from: unless the operator says otherwise, those of the well-known hosts. */
export function orchestratorOptions(env: Environment): OrchestratorOptions {
  const options = optionsFromEnv(env);
  return { ...options, checkout: { allowedHosts: [...DEFAULT_ALLOWED_HOSTS], ...options.checkout } };
}

/** Waits until the process is told to end; gives the signal. A second one ends it at once. */
export function ended(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve(signal));
  });
}
