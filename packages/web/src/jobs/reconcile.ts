import type { Kysely } from 'kysely';
import { type Run, type RunningCaps, takeFromDead, waitingRuns } from '../data/runs.ts';
import type { WebTables } from '../data/schema.ts';
import type { RunQueue } from './run-queue.ts';

/** Milliseconds without a sign of life after which a worker counts as dead. */
export const SILENT_MS = 15_000;
/** Runs that are woken in one go; the rest comes with the next. */
export const WOKEN = 100;

/** Where runs are, and what wakes workers. */
export interface ReconcileParts {
  readonly db: Kysely<WebTables>;
  readonly queue: Pick<RunQueue, 'wake'>;
  readonly caps: RunningCaps;
}

/**
 * Puts right what a crash left behind: takes runs from workers that fell silent, and sends a job for runs that wait and may
 * run, whose own job may never have been sent or may have died with its worker. Any host may do it, at any time.
 */
export async function reconcile(parts: ReconcileParts, now: Date): Promise<readonly Run[]> {
  const taken = await takeFromDead(parts.db, new Date(now.getTime() - SILENT_MS), now);
  await wakeWaiting(parts, WOKEN);
  return taken;
}

/** Sends jobs for the runs that are next in line. */
export async function wakeWaiting({ db, queue, caps }: ReconcileParts, limit: number): Promise<void> {
  for (const id of await waitingRuns(db, caps, limit)) await queue.wake(id);
}
