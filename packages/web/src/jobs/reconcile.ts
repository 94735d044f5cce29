import type { Kysely } from 'kysely';
import { type Run, takeFromDead } from '../data/runs.ts';
import type { WebTables } from '../data/schema.ts';
import type { RunQueue } from './run-queue.ts';

/** Milliseconds without a sign of life after which a worker counts as dead. */
const SILENT_MS = 30_000;
/** Runs that are woken in one go; the rest comes with the next. */
const WOKEN = 1_000;

/**
 * Puts right what a crash left behind: takes runs from workers that fell silent, and sends a job for every run that waits,
 * whose own job may never have been sent or may have died with its worker. Any host may do it, at any time.
 */
export async function reconcile(db: Kysely<WebTables>, queue: RunQueue, now: Date): Promise<readonly Run[]> {
  const taken = await takeFromDead(db, new Date(now.getTime() - SILENT_MS), now);
  const waiting = await db
    .selectFrom('run')
    .select('id')
    .where('state', '=', 'queued')
    .orderBy('created_at')
    .limit(WOKEN)
    .execute();
  for (const { id } of waiting) await queue.wake(id);
  return taken;
}
