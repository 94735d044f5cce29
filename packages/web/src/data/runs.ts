import { type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import { inTransaction } from './in-transaction.ts';
import { countRuns, lockCounts } from './run-counts.ts';
import { statesBefore } from './run-states.ts';
import type { RunFailure, RunState, WebTables } from './schema.ts';

export type Run = Selectable<WebTables['run']>;
type Db = Kysely<WebTables>;

export function findRun(db: Db, id: string): Promise<Run | undefined> {
  return db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Where a page of runs begins: after this one. */
export interface RunCursor {
  readonly createdAt: Date;
  readonly id: string;
}

/** A run with the name of its project. */
export type ListedRun = Run & { readonly project_name: string };

/** Which runs to list. */
export interface RunPage {
  readonly projectId?: string;
  readonly states?: readonly RunState[];
  readonly after?: RunCursor;
  readonly limit: number;
}

/** Runs, newest first; of one project, or of all. Pages by what was seen last, so that new runs move nothing. */
export function listRuns(db: Db, page: RunPage): Promise<readonly ListedRun[]> {
  const { projectId, states, after } = page;
  let query = db
    .selectFrom('run')
    .innerJoin('project', 'project.id', 'run.project_id')
    .selectAll('run')
    .select('project.name as project_name');
  if (projectId !== undefined) query = query.where('run.project_id', '=', projectId);
  if (states !== undefined) query = query.where('run.state', 'in', states);
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('run.created_at', 'run.id'), '<', tuple(after.createdAt, after.id)),
    );
  }
  return query.orderBy('run.created_at', 'desc').orderBy('run.id', 'desc').limit(page.limit).execute();
}

/** How many runs may be worked on at a time, wherever; a limit that is absent is not asked. */
export interface RunningCaps {
  readonly running?: number;
  readonly runningPerRequester?: number;
}

/** Who takes which run. */
export interface Claim {
  readonly id: string;
  readonly workerId: string;
  readonly caps?: RunningCaps;
}

/** A run in the hands of a worker: of one attempt, for the same worker may lose a run and be given it again. */
export interface HeldRun {
  readonly id: string;
  readonly workerId: string;
  readonly attempt: number;
}

/**
 * A worker takes a waiting run. Undefined where another was faster, the run was cancelled meanwhile, or must wait for others to
 * end. Where no limit is set, those who take runs do not wait for each other.
 */
export function claimRun(db: Db, claim: Claim, now: Date): Promise<Run | undefined> {
  const { caps = {} } = claim;
  if (caps.running === undefined && caps.runningPerRequester === undefined) return take(db, claim, now);
  return inTransaction(db, async (transaction) => {
    await lockCounts(transaction);
    return (await isBelow(transaction, claim.id, caps)) ? take(transaction, claim, now) : undefined;
  });
}

function take(db: Db, claim: Claim, now: Date): Promise<Run | undefined> {
  return db
    .updateTable('run')
    .set((eb) => ({
      state: 'running',
      attempt: eb('attempt', '+', 1),
      worker_id: claim.workerId,
      started_at: now,
      heartbeat_at: now,
      phase: null,
    }))
    .where('id', '=', claim.id)
    .where('state', 'in', statesBefore('running'))
    .returningAll()
    .executeTakeFirst();
}

/** Runs that wait and may run, those that are next in line first. */
export async function waitingRuns(db: Db, caps: RunningCaps, limit: number): Promise<readonly string[]> {
  const { running = null, runningPerRequester = null } = caps;
  const { rows } = await sql<{ id: string }>`
    select id from run waiting where state = 'queued'
      and (${running}::integer is null
        or (select count(*) from run where state in ('running', 'cancelling')) < ${running}::integer)
      and (${runningPerRequester}::integer is null
        or (select count(*) from run where state in ('running', 'cancelling')
          and requested_by = waiting.requested_by) < ${runningPerRequester}::integer)
    order by created_at, id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

async function isBelow(db: Db, id: string, caps: RunningCaps): Promise<boolean> {
  const run = await db.selectFrom('run').select('requested_by').where('id', '=', id).executeTakeFirst();
  if (run === undefined) return false;
  const counts = await countRuns(db, ['running', 'cancelling'], run.requested_by);
  const { running = Number.POSITIVE_INFINITY, runningPerRequester = Number.POSITIVE_INFINITY } = caps;
  return counts.all < running && counts.ofRequester < runningPerRequester;
}

/** A sign of life of the worker. Gives the state, so that it learns of a wish to cancel; undefined where the run is no longer its own. */
export async function beat(
  db: Db,
  own: HeldRun & { readonly phase: string | null },
  now: Date,
): Promise<RunState | undefined> {
  const found = await db
    .updateTable('run')
    .set({ heartbeat_at: now, phase: own.phase })
    .where('id', '=', own.id)
    .where('worker_id', '=', own.workerId)
    .where('attempt', '=', own.attempt)
    .where('state', 'in', ['running', 'cancelling'])
    .returning('state')
    .executeTakeFirst();
  return found?.state;
}

/** Notes the wish to cancel: a waiting run ends here, a running one is ended by its worker. Undefined where it has ended. */
export async function requestCancel(db: Db, id: string, now: Date): Promise<RunState | undefined> {
  const waiting = await moveRun(db, { id, from: ['queued'], to: 'cancelled' }, { finished_at: now });
  if (waiting !== undefined) return waiting.state;
  const running = await moveRun(db, { id, from: ['running', 'cancelling'], to: 'cancelling' }, {});
  return running?.state;
}

/** How a run ended. */
export interface RunEnd {
  readonly state: 'succeeded' | 'incomplete' | 'failed' | 'cancelled';
  readonly revision: string | null;
  readonly error: RunFailure | null;
}

/** Ends a run that a worker holds. Undefined where it is no longer the worker's: what it found is then not to be kept. */
export function finishRun(
  db: Db,
  own: HeldRun,
  end: RunEnd & { readonly at: Date },
): Promise<Run | undefined> {
  return db
    .updateTable('run')
    .set({
      state: end.state,
      revision: end.revision,
      error: end.error === null ? null : JSON.stringify(end.error),
      finished_at: end.at,
      phase: null,
    })
    .where('id', '=', own.id)
    .where('worker_id', '=', own.workerId)
    .where('attempt', '=', own.attempt)
    .where('state', 'in', statesBefore(end.state))
    .returningAll()
    .executeTakeFirst();
}

/** Puts a run back in line whose analysis failed in a way that may pass. Undefined where the worker has it no longer, or it is being cancelled. */
export function requeueRun(db: Db, own: HeldRun): Promise<Run | undefined> {
  return db
    .updateTable('run')
    .set({ state: 'queued', worker_id: null, phase: null })
    .where('id', '=', own.id)
    .where('worker_id', '=', own.workerId)
    .where('attempt', '=', own.attempt)
    .where('state', 'in', statesBefore('queued'))
    .returningAll()
    .executeTakeFirst();
}

/** Times that a run is begun before it counts as one that ends its workers. */
const MAX_ATTEMPTS = 3;

/**
 * Takes runs away from workers that have shown no sign of life since a moment: back in line, ended as cancelled where that
 * was wished for, and as failed where it was the last attempt. Gives the runs with their new state.
 */
export async function takeFromDead(db: Db, silentSince: Date, now: Date): Promise<readonly Run[]> {
  const lost: RunFailure = {
    code: 'WORKER_LOST',
    message: `the worker ended in the middle of the analysis, ${MAX_ATTEMPTS} times`,
    hint: 'look into the log of the worker; out of memory is the usual reason',
  };
  const of = (state: RunState, to: RunState) =>
    db
      .updateTable('run')
      .set({ state: to, worker_id: null, phase: null, ...(to === 'queued' ? {} : { finished_at: now }) })
      .where('state', '=', state)
      .where('heartbeat_at', '<', silentSince);
  const cancelled = await of('cancelling', 'cancelled').returningAll().execute();
  const failed = await of('running', 'failed')
    .set({ error: JSON.stringify(lost) })
    .where('attempt', '>=', MAX_ATTEMPTS)
    .returningAll()
    .execute();
  const waiting = await of('running', 'queued').returningAll().execute();
  return [...cancelled, ...failed, ...waiting];
}

function moveRun(
  db: Db,
  step: { readonly id: string; readonly from: readonly RunState[]; readonly to: RunState },
  also: Updateable<WebTables['run']>,
): Promise<Run | undefined> {
  return db
    .updateTable('run')
    .set({ ...also, state: step.to })
    .where('id', '=', step.id)
    .where('state', 'in', step.from)
    .returningAll()
    .executeTakeFirst();
}
