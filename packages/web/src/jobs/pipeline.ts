import type { Orchestrator } from '@csqa/orchestrator';
import { type DatabaseClock, databaseClock } from '../data/database-clock.ts';
import { submitDueRuns } from '../data/due-schedules.ts';
import type { Database } from '../data/open-database.ts';
import { type NewWorker, removeWorker, showWorker } from '../data/workers.ts';
import type { JobsConfig } from '../jobs-config.ts';
import { cleanUp } from './clean-up.ts';
import { ProjectCaches } from './kept/project-caches.ts';
import { createLookout } from './lookout.ts';
import { createPgBossQueue } from './pg-boss-queue.ts';
import { reconcile, SILENT_MS, WOKEN, wakeWaiting } from './reconcile.ts';
import { type Repetition, repeat } from './repeat.ts';
import type { RunQueue } from './run-queue.ts';
import { sweepWork } from './sweep-work.ts';
import { deliverWebhooks } from './webhooks/deliver-webhooks.ts';
import { resolveBySystem } from './webhooks/webhook-target.ts';
import { workOn } from './worker.ts';

/** What a process of workers is given. */
export interface PipelineParts {
  readonly database: Database;
  readonly orchestrator: Pick<Orchestrator, 'analyze' | 'reap'>;
  readonly worker: NewWorker;
  readonly workDir: string;
  /** Where what analyses read is kept for later ones of the same project. Absolute. */
  readonly cacheDir: string;
  readonly jobs: JobsConfig;
  /** Told what an operator wants to know, a line each. */
  readonly log: (line: string) => void;
}

/** Workers that run until they are stopped. */
export interface Pipeline {
  /** Takes no more runs, and waits for those that are being worked on. */
  stop(): Promise<void>;
}

const SECOND = 1_000;
/** Milliseconds between two looks for what a crash left behind. */
const RECONCILE_MS = 5 * SECOND;
/** Milliseconds between two signs of life of the process; runs have their own. */
const SHOW_MS = 5 * SECOND;
/** Milliseconds between two looks for schedules and messages that are due. */
const DUE_MS = SECOND;
const REAP_MS = 15 * SECOND;
const CLEAN_UP_MS = 600 * SECOND;
/** Milliseconds between two looks for what is kept beyond the limit. */
const TRIM_MS = 60 * SECOND;

/** Starts taking runs from the queue, and doing what is due by the clock. */
export async function startPipeline(parts: PipelineParts): Promise<Pipeline> {
  const { database, worker, cacheDir, jobs, log } = parts;
  const queue = createPgBossQueue(database.store, (error) => log(`the queue met an error: ${error.message}`));
  await queue.start();
  const clock = databaseClock(database.db);
  await clock.compare();
  await showWorker(database.db, worker, clock.now());
  const repeated = startClocks(parts, queue, clock);
  const caches = new ProjectCaches({ directory: cacheDir, mostBytes: jobs.cacheBytes, log });
  const trimmed = keepTrimmed(parts, caches);
  await takeRuns({ ...parts, caches }, queue, clock);
  return {
    async stop() {
      await Promise.all([...repeated, trimmed].map((each) => each.stop()));
      await queue.stop();
      await removeWorker(database.db, worker.id).catch(() => undefined);
    },
  };
}

type WorkParts = PipelineParts & { readonly caches: ProjectCaches };

function takeRuns(parts: WorkParts, queue: RunQueue, clock: DatabaseClock): Promise<void> {
  const { orchestrator, worker, workDir, caches, jobs, log } = parts;
  const { db } = parts.database;
  const caps = jobs.running;
  const own = {
    ...{ db, orchestrator, workerId: worker.id, workDir, caches, caps, log },
    now: () => clock.now(),
  };
  return queue.work(worker.concurrency, async (runId) => {
    const worked = await workOn(own, runId);
    if (worked === 'lost') return;
    log(`run ${runId} ${worked === 'ended' ? 'has ended' : 'waits for another try'}`);
    // Where a limit held others back, this end lets one of them in.
    if (worked === 'ended') await wakeWaiting({ db, queue, caps }, 1);
  });
}

function startClocks(parts: PipelineParts, queue: RunQueue, clock: DatabaseClock): readonly Repetition[] {
  const { worker, jobs, log } = parts;
  const { db } = parts.database;
  const now = () => clock.now();
  const step = inStep(clock, log);
  const lookout = createLookout({ forMs: SILENT_MS, gapMs: 2 * RECONCILE_MS });
  const rules = { allowPrivate: jobs.privateWebhooks };
  const every = (pauseMs: number, what: string, work: () => Promise<unknown>) =>
    repeat(work, { pauseMs, onError: (error) => log(`${what} failed: ${messageOf(error)}`) });
  return [
    every(SHOW_MS, 'the sign of life', async () => {
      await step();
      await showWorker(db, worker, now());
    }),
    every(RECONCILE_MS, 'the look for lost runs', async () => {
      const own = { db, queue, caps: jobs.running };
      if (!lookout.hasSeen(now())) return await wakeWaiting(own, WOKEN);
      for (const { id, state } of await reconcile(own, now())) {
        log(`run ${id} was taken from a worker that fell silent and is ${state}`);
      }
    }),
    every(DUE_MS, 'the look for schedules', async () => {
      for (const { id } of await submitDueRuns(db, now())) await queue.wake(id);
    }),
    every(DUE_MS, 'sending to webhooks', () =>
      deliverWebhooks({ db, rules, resolveHost: resolveBySystem, now }),
    ),
    every(REAP_MS, 'clearing away what dead workers left', () => clearAway(parts)),
    every(CLEAN_UP_MS, 'cleaning up', async () => {
      const removed = await cleanUp(db, jobs, now());
      if (removed !== null && removed.runs > 0) log(`${removed.runs} old runs were removed`);
    }),
  ];
}

/** Whoever works here looks after what is kept here; it is no matter of the database which host does it. */
function keepTrimmed({ database, log }: PipelineParts, caches: ProjectCaches): Repetition {
  const onError = (error: unknown) => log(`removing what is kept of projects failed: ${messageOf(error)}`);
  const trim = async () => {
    const removed = await caches.trim(database.db);
    if (removed > 0) log(`what was kept of ${removed} projects was removed, to stay within CSQA_CACHE_MIB`);
  };
  return repeat(trim, { pauseMs: TRIM_MS, onError });
}

/** Milliseconds of difference between two clocks that an operator should hear of. */
const WRONG_MS = 5_000;

/** Keeps in step with the database's clock, and says once that this host's own is wrong. */
function inStep(clock: DatabaseClock, log: PipelineParts['log']): () => Promise<void> {
  let isWrong = false;
  return async () => {
    const behind = await clock.compare();
    const wasWrong = isWrong;
    isWrong = Math.abs(behind) > WRONG_MS;
    if (!isWrong || wasWrong) return;
    const how = `${Math.round(Math.abs(behind) / 1000)} s ${behind > 0 ? 'behind' : 'ahead of'}`;
    log(`the clock of this host is ${how} that of the database; times of runs are the database's`);
  };
}

/** Processes, containers and directories of runs whose worker died here: whoever is alive of this host ends and removes them. */
async function clearAway({ database, orchestrator, workDir, log }: PipelineParts): Promise<void> {
  const { removed, failed } = await orchestrator.reap();
  for (const { kind, name } of removed) log(`a ${kind} that a dead worker left was removed: ${name}`);
  for (const { name, reason } of failed)
    log(`what a dead worker left could not be removed: ${name}: ${reason}`);
  await sweepWork(database.db, workDir);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
