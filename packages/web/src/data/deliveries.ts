import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import type { DeliveryState, WebTables } from './schema.ts';

type Db = Kysely<WebTables>;

/** One message to a webhook, with what became of it. */
export type Delivery = Selectable<WebTables['webhook_delivery']>;

/** Ends that are noted in one go. */
const ANNOUNCED = 100;

/**
 * Notes a message for every run that has ended since the last time and whose project has a webhook. It asks the runs
 * themselves, so it does not matter who ended them, nor whether somebody died right after. Gives how many ends it saw.
 */
export function announceEnds(db: Db, now: Date): Promise<number> {
  return inTransaction(db, async (transaction) => {
    const { rows } = await sql<{ id: string; url: string | null }>`
      with ended as (
        update run set announced = true where id in (
          select id from run where finished_at is not null and not announced
          order by finished_at limit ${ANNOUNCED} for update skip locked
        ) returning id, project_id
      )
      select ended.id, setting.webhook_url as url
      from ended left join project_setting setting on setting.project_id = ended.project_id`.execute(
      transaction,
    );
    const values = rows.flatMap(({ id, url }) => (url === null ? [] : [waitingDelivery(id, url, now)]));
    if (values.length > 0) await transaction.insertInto('webhook_delivery').values(values).execute();
    return rows.length;
  });
}

function waitingDelivery(runId: string, url: string, now: Date) {
  const state: DeliveryState = 'waiting';
  return { id: randomUUID(), run_id: runId, url, state, attempt: 0, created_at: now, next_at: now };
}

/** A message that is due, with what it is signed with. */
export interface DueDelivery {
  readonly delivery: Delivery;
  readonly secret: string | null;
  /** False where the project has no webhook by now. */
  readonly isWanted: boolean;
}

/**
 * Takes a message that is due, for one who then has until a moment to say what became of it: after that it is due again,
 * for its taker has died.
 */
export async function takeDueDelivery(db: Db, now: Date, dueAgain: Date): Promise<DueDelivery | undefined> {
  const delivery = await db
    .updateTable('webhook_delivery')
    .set(({ eb }) => ({ attempt: eb('attempt', '+', 1), next_at: dueAgain }))
    .where('id', '=', (query) =>
      query
        .selectFrom('webhook_delivery')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
  if (delivery === undefined) return undefined;
  const setting = await db
    .selectFrom('run')
    .innerJoin('project_setting', 'project_setting.project_id', 'run.project_id')
    .select(['webhook_url', 'webhook_secret'])
    .where('run.id', '=', delivery.run_id)
    .executeTakeFirst();
  const isWanted = setting !== undefined && setting.webhook_url !== null;
  return { delivery, isWanted, secret: setting?.webhook_secret ?? null };
}

/** What came of an attempt. */
export interface Attempt {
  readonly status: number | null;
  /** Null where it was a success. */
  readonly error: string | null;
  /** When to try again; null where this was the last attempt. */
  readonly nextAt: Date | null;
}

/** Notes what came of an attempt. An attempt that took so long that another one has begun changes nothing. */
export async function noteAttempt(
  db: Db,
  { taken, status, error, nextAt }: Attempt & { readonly taken: Delivery },
  now: Date,
): Promise<void> {
  const state: DeliveryState = error === null ? 'delivered' : nextAt === null ? 'failed' : 'waiting';
  const isOver = state !== 'waiting';
  await db
    .updateTable('webhook_delivery')
    .set({ state, status, error, next_at: isOver ? null : nextAt, finished_at: isOver ? now : null })
    .where('id', '=', taken.id)
    .where('attempt', '=', taken.attempt)
    .where('state', '=', 'waiting')
    .execute();
}

/** Messages about the runs of a project, newest first. */
export function listDeliveries(db: Db, projectId: string, limit: number): Promise<readonly Delivery[]> {
  return db
    .selectFrom('webhook_delivery')
    .innerJoin('run', 'run.id', 'webhook_delivery.run_id')
    .selectAll('webhook_delivery')
    .where('run.project_id', '=', projectId)
    .orderBy('webhook_delivery.created_at', 'desc')
    .orderBy('webhook_delivery.id')
    .limit(limit)
    .execute();
}

/** Removes what was delivered, or given up, before a moment. Gives how many. */
export async function removeOldDeliveries(db: Db, finishedBefore: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('webhook_delivery')
    .where('finished_at', '<', finishedBefore)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
