import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnalysisProgress, createOrchestrator, type Orchestrator } from '@csqa/orchestrator';
import { type Database, openDatabase } from '../../src/data/open-database.ts';
import { claimRun, finishRun } from '../../src/data/runs.ts';
import { ProjectCaches } from '../../src/jobs/kept/project-caches.ts';
import { createPgBossQueue } from '../../src/jobs/pg-boss-queue.ts';
import { workOn } from '../../src/jobs/worker.ts';

/**
 * Takes runs of a database until it is told to end, several at a time. `bare` ends each at once; `whole` does with it all that
 * a worker does but the analysis, of which there was one before: every run ends as that did.
 */
const [url = '', kind = 'bare', slots = '1'] = process.argv.slice(2);
const CLINIC = join(import.meta.dirname, '../../../../examples/clinic');

const home = await mkdtemp(join(tmpdir(), 'csqa-queue-'));
const database = await openDatabase({ kind: 'postgres', url });
const queue = createPgBossQueue(database.store, (error) => process.stderr.write(`${error.message}\n`));
await queue.start();
const handle = kind === 'whole' ? await wholeWork(database, home) : bareWork(database);
process.stdout.write('ready\n');
await queue.work(Number(slots), handle);
await new Promise((resolve) => process.once('SIGTERM', resolve));
await queue.stop();
await database.close();
await rm(home, { recursive: true, force: true });

function bareWork({ db }: Database): (id: string) => Promise<void> {
  const workerId = randomBytes(4).toString('hex');
  return async (id) => {
    const run = await claimRun(db, { id, workerId, caps: {} }, new Date());
    if (run === undefined) return;
    const end = { state: 'succeeded', revision: null, error: null, at: new Date() } as const;
    await finishRun(db, { id, workerId, attempt: run.attempt }, end);
  };
}

async function wholeWork({ db }: Database, directory: string): Promise<(id: string) => Promise<void>> {
  const parts = {
    ...{ db, workDir: join(directory, 'work'), caps: {}, now: () => new Date() },
    log: (line: string) => process.stderr.write(`${line}\n`),
    caches: new ProjectCaches({ directory: join(directory, 'cache'), mostBytes: 0, log: () => undefined }),
    workerId: randomBytes(4).toString('hex'),
    orchestrator: await repeatAnalysis(directory),
  };
  return async (id) => {
    await workOn(parts, id);
  };
}

/** Analyses the clinic, and then gives what came of it to whoever asks. */
async function repeatAnalysis(directory: string): Promise<Pick<Orchestrator, 'analyze'>> {
  const events: AnalysisProgress[] = [];
  const source = { kind: 'directory', path: CLINIC } as const;
  const orchestrator = createOrchestrator({ engine: 'local', tempDir: join(directory, 'jobs') });
  const outcome = await orchestrator.analyze(
    { source, outDir: join(directory, 'out'), formats: [] },
    { onEvent: (event) => events.push(event) },
  );
  if (outcome.status !== 'succeeded') throw new Error(`the analysis ended as ${outcome.status}`);
  return {
    analyze(_request, context) {
      for (const event of events) context?.onEvent?.(event);
      return Promise.resolve(outcome);
    },
  };
}
