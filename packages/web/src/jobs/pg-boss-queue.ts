import { fromPglite, PgBoss } from 'pg-boss';
import { z } from 'zod';
import { CONNECTIONS } from '../data/connections.ts';
import type { QueueStore } from '../data/open-database.ts';
import type { RunQueue } from './run-queue.ts';

const QUEUE = 'csqa-wake';
/** Schema of the queue's own tables. */
const SCHEMA = 'csqa_queue';
/** Seconds after which a job is no longer that of a worker that lives; runs have their own signs of life, which are quicker. */
const JOB_SECONDS = 6 * 60 * 60;
const POLL_SECONDS = 1;
/** Seconds that a job is kept after its end, and between two looks for such: nobody asks for it, runs have a table of their own. */
const KEEP_SECONDS = 60 * 60;
/** Milliseconds that a stop waits for work in progress. */
const STOP_MS = 60_000;

const jobSchema = z.object({ runId: z.uuid() });

/** The queue over pg-boss, in the database that everything else is in. */
export function createPgBossQueue(store: QueueStore, onError: (error: Error) => void): RunQueue {
  const options = { schema: SCHEMA, schedule: false, maintenanceIntervalSeconds: KEEP_SECONDS };
  const boss =
    store.kind === 'postgres'
      ? new PgBoss({
          ...options,
          ...CONNECTIONS,
          connectionString: store.url,
          application_name: 'csqa-queue',
        })
      : new PgBoss({ ...options, db: fromPglite(store.pglite), backend: 'pglite' });
  boss.on('error', onError);
  return {
    async start() {
      await boss.start();
      // One job a run that waits to be taken, whatever became of those that were: that of a worker that died stays taken for hours.
      const rules = { retryLimit: 0, expireInSeconds: JOB_SECONDS, deleteAfterSeconds: KEEP_SECONDS };
      await boss.createQueue(QUEUE, { policy: 'short', ...rules });
      // One that was made by an earlier version has the rules of that.
      await boss.updateQueue(QUEUE, rules);
    },
    async wake(runId) {
      await boss.send(QUEUE, { runId }, { singletonKey: runId });
    },
    async work(concurrency, handle) {
      for (let slot = 0; slot < concurrency; slot++) await takeJobs(boss, handle);
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_MS, close: store.kind === 'postgres' }),
  };
}

/** One slot, which takes a job at a time. After a job it looks for the next at once, so a short analysis is not followed by a pause. */
async function takeJobs(boss: PgBoss, handle: (runId: string) => Promise<void>): Promise<void> {
  const polling = { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 };
  let slot = '';
  slot = await boss.work(QUEUE, polling, async ([job]) => {
    const data = jobSchema.safeParse(job?.data);
    try {
      if (data.success) await handle(data.data.runId);
    } finally {
      boss.notifyWorker(slot);
    }
  });
}
