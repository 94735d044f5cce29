import { type Kysely, sql } from 'kysely';
import { removeOldActs } from '../data/audit.ts';
import { removeOldDeliveries } from '../data/deliveries.ts';
import { removeOldEvents, removeOldRuns } from '../data/retention.ts';
import type { WebTables } from '../data/schema.ts';
import { removeEndedShareLinks } from '../data/share-links.ts';
import { removeUploads } from '../data/uploads.ts';
import { removeSilentWorkers } from '../data/workers.ts';

/** What is kept of the runs of each project. */
export interface KeepPolicy {
  readonly keepDays: number;
  readonly keepRuns: number;
}

/** What was removed, by kind. */
export interface CleanUp {
  readonly runs: number;
  readonly events: number;
  readonly deliveries: number;
  readonly uploads: number;
  readonly workers: number;
  readonly shareLinks: number;
  readonly acts: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Milliseconds that the steps of a run are kept after its end. */
const EVENTS_MS = 7 * DAY_MS;
const DELIVERIES_MS = 30 * DAY_MS;
/** Milliseconds that a link stays in the list of its report after it has ended. */
const ENDED_LINKS_MS = 30 * DAY_MS;
/** Milliseconds that administrative acts are kept: two years. */
const ACTS_MS = 730 * DAY_MS;
/** Milliseconds that an archive may be here without a run, and a silent worker in the list. */
const UNUSED_MS = HOUR_MS;

/** Number of the advisory lock; "csqa" and a number of its own. */
const LOCK = sql.raw('1668509025, 2');

/** Removes what has been kept long enough. Any process may do it at any time; null where another one does. */
export function cleanUp(db: Kysely<WebTables>, policy: KeepPolicy, now: Date): Promise<CleanUp | null> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{
      taken: boolean;
    }>`select pg_try_advisory_xact_lock(${LOCK}) as taken`.execute(transaction);
    if (rows[0]?.taken !== true) return null;
    const keep = { since: before(policy.keepDays * DAY_MS), newest: policy.keepRuns };
    return {
      runs: (await removeOldRuns(transaction, keep)).length,
      events: await removeOldEvents(transaction, before(EVENTS_MS)),
      deliveries: await removeOldDeliveries(transaction, before(DELIVERIES_MS)),
      uploads: await removeUploads(transaction, before(UNUSED_MS)),
      workers: await removeSilentWorkers(transaction, before(UNUSED_MS)),
      shareLinks: await removeEndedShareLinks(transaction, before(ENDED_LINKS_MS)),
      acts: await removeOldActs(transaction, before(ACTS_MS)),
    };
  });
}
