import { randomUUID } from 'node:crypto';
import { type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import { ENDED, statesBefore } from './run-states.ts';
import type { RunFailure, RunSource, RunState, WebTables } from './schema.ts';

export type Run = Selectable<WebTables['run']>;
type Db = Kysely<WebTables>;

/** What somebody asks for. */
export interface NewRun {
  readonly projectId: string;
  readonly source: RunSource;
  readonly mode: 'fast' | 'full';
  /** Who asked, for the audit: a name of a token, `schedule`, `webhook`. Never a secret. */
  readonly requestedBy: string;
}

/** Puts a run in line. */
export function submitRun(db: Db, wanted: NewRun, now: Date): Promise<Run> {
  return db
    .insertInto('run')
    .values({
      id: randomUUID(),
      project_id: wanted.projectId,
      source: JSON.stringify(wanted.source),
      mode: wanted.mode,
      state: 'queued',
      requested_by: wanted.requestedBy,
      created_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function findRun(db: Db, id: string): Promise<Run | undefined> {
  return db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Where a page of runs begins: after this one. */
export interface RunCursor {
  readonly createdAt: Date;
  readonly id: string;
}

/** Runs, newest first; of one project, or of all. Pages by what was seen last, so that new runs move nothing. */
export function listRuns(
  db: Db,
  page: { readonly projectId?: string; readonly after?: RunCursor; readonly limit: number },
): Promise<readonly Run[]> {
  const { projectId, after } = page;
  let query = db.selectFrom('run').selectAll();
  if (projectId !== undefined) query = query.where('project_id', '=', projectId);
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('created_at', 'id'), '<', tuple(after.createdAt, after.id)),
    );
  }
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
}

/** A worker takes a waiting run. Undefined where another was faster, or the run was cancelled meanwhile. */
export function claimRun(
  db: Db,
  claim: { readonly id: string; readonly workerId: string },
  now: Date,
): Promise<Run | undefined> {
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

/** A sign of life of the worker. Gives the state, so that it learns of a wish to cancel; undefined where the run is no longer its own. */
export async function beat(
  db: Db,
  own: { readonly id: string; readonly workerId: string; readonly phase: string | null },
  now: Date,
): Promise<RunState | undefined> {
  const found = await db
    .updateTable('run')
    .set({ heartbeat_at: now, phase: own.phase })
    .where('id', '=', own.id)
    .where('worker_id', '=', own.workerId)
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
  own: { readonly id: string; readonly workerId: string },
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
    .where('state', 'in', statesBefore(end.state))
    .returningAll()
    .executeTakeFirst();
}

/** Puts a run back in line whose analysis failed in a way that may pass. Undefined where the worker has it no longer, or it is being cancelled. */
export function requeueRun(
  db: Db,
  own: { readonly id: string; readonly workerId: string },
): Promise<Run | undefined> {
  return db
    .updateTable('run')
    .set({ state: 'queued', worker_id: null, phase: null })
    .where('id', '=', own.id)
    .where('worker_id', '=', own.workerId)
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

/** Removes what is older than a moment or beyond a number of runs of its project; never what waits or runs, nor the newest green one. */
export async function removeOldRuns(
  db: Db,
  keep: { readonly since: Date; readonly newest: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from run using (
      select id, created_at, state, green,
        row_number() over (partition by project_id order by created_at desc, id desc) as place,
        row_number() over (partition by project_id, green order by created_at desc, id desc) as place_of_kind
      from (select *, state = 'succeeded' and coalesce(gate, 'passed') = 'passed' as green from run) judged
    ) ranked
    where run.id = ranked.id and ranked.state = any(${[...ENDED]})
      and (ranked.created_at < ${keep.since} or ranked.place > ${keep.newest})
      and not (ranked.green and ranked.place_of_kind = 1)
    returning run.id`.execute(db);
  return rows.map(({ id }) => id);
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
