import type { Orchestrator } from '@csqa/orchestrator';
import type { Database } from '../data/open-database.ts';
import { createPgBossQueue } from './pg-boss-queue.ts';
import { reconcile } from './reconcile.ts';
import { workOn } from './worker.ts';

/** What a process of workers is given. */
export interface PipelineParts {
  readonly database: Database;
  readonly orchestrator: Pick<Orchestrator, 'analyze'>;
  readonly workerId: string;
  readonly workDir: string;
  readonly concurrency: number;
  /** Told what an operator wants to know, a line each. */
  readonly log: (line: string) => void;
}

/** Workers that run until they are stopped. */
export interface Pipeline {
  /** Takes no more runs, and waits for those that are being worked on. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks for what a crash left behind. */
const RECONCILE_MS = 10_000;

/** Starts taking runs from the queue. */
export async function startPipeline(parts: PipelineParts): Promise<Pipeline> {
  const { database, orchestrator, workerId, workDir, log } = parts;
  const queue = createPgBossQueue(database.store, (error) => log(`the queue met an error: ${error.message}`));
  await queue.start();
  const now = () => new Date();
  const worker = { db: database.db, orchestrator, workerId, workDir, now };
  await queue.work(parts.concurrency, async (runId) => {
    const worked = await workOn(worker, runId);
    if (worked !== 'lost') log(`run ${runId} ${worked === 'ended' ? 'has ended' : 'waits for another try'}`);
  });
  const look = async () => {
    try {
      for (const { id, state } of await reconcile(database.db, queue, now())) {
        log(`run ${id} was taken from a worker that fell silent and is ${state}`);
      }
    } catch (error) {
      log(`the database does not answer: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  await look();
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, RECONCILE_MS);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      await queue.stop();
    },
  };
}
