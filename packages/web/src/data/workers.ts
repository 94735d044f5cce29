import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { RunState, WebTables } from './schema.ts';

type Db = Kysely<WebTables>;
type WorkerRow = Selectable<WebTables['worker']>;

/** A worker that says of itself what it is. */
export type NewWorker = Omit<Insertable<WebTables['worker']>, 'started_at' | 'seen_at'>;

/** A run in the list of what is worked on, and of what waits. */
export interface QueuedRun {
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly state: RunState;
  readonly mode: 'fast' | 'full';
  readonly phase: string | null;
  readonly attempt: number;
  readonly requestedBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
}

/** A process of workers with what it runs. */
export interface WorkerState {
  readonly id: string;
  readonly host: string;
  readonly version: string;
  readonly engine: string;
  readonly concurrency: number;
  readonly startedAt: Date;
  /** Last sign of life. */
  readonly seenAt: Date;
  readonly runs: readonly QueuedRun[];
}

/** Enters a worker, or notes that it lives. */
export async function showWorker(db: Db, worker: NewWorker, now: Date): Promise<void> {
  await db
    .insertInto('worker')
    .values({ ...worker, started_at: now, seen_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: now }))
    .execute();
}

/** Strikes out a worker that ends. */
export async function removeWorker(db: Db, id: string): Promise<void> {
  await db.deleteFrom('worker').where('id', '=', id).execute();
}

/** Strikes out workers that nobody has heard of since a moment; gives how many. */
export async function removeSilentWorkers(db: Db, silentSince: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('worker')
    .where('seen_at', '<', silentSince)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Every worker that has not been struck out, by host, with what it runs. */
export async function listWorkers(db: Db): Promise<readonly WorkerState[]> {
  const workers = await db.selectFrom('worker').selectAll().orderBy('host').orderBy('id').execute();
  const runs = await unfinished(db).where('run.worker_id', 'is not', null).execute();
  const byWorker = Map.groupBy(runs, ({ worker_id }) => worker_id);
  return workers.map((worker) => stateOf(worker, (byWorker.get(worker.id) ?? []).map(queuedRun)));
}

function stateOf(worker: WorkerRow, runs: readonly QueuedRun[]): WorkerState {
  const { id, host, version, engine, concurrency, started_at, seen_at } = worker;
  return { ...{ id, host, version, engine, concurrency, runs }, startedAt: started_at, seenAt: seen_at };
}

/** What waits and what runs. */
export interface QueueState {
  readonly queued: number;
  readonly running: number;
  readonly cancelling: number;
  /** Since when the run waits that is next; null where none waits. */
  readonly waitingSince: Date | null;
  /** What waits, next first; not more than was asked for. */
  readonly waiting: readonly QueuedRun[];
}

/** What waits and what runs, with so many of those that wait. */
export async function queueState(db: Db, limit: number): Promise<QueueState> {
  const counts = await db
    .selectFrom('run')
    .select(['state', sql<number | string>`count(*)`.as('count')])
    .where('state', 'in', ['queued', 'running', 'cancelling'])
    .groupBy('state')
    .execute();
  const of = (state: RunState) => Number(counts.find((each) => each.state === state)?.count ?? 0);
  const waiting = await unfinished(db)
    .where('run.state', '=', 'queued')
    .orderBy('run.created_at')
    .orderBy('run.id')
    .limit(limit)
    .execute();
  return {
    ...{ queued: of('queued'), running: of('running'), cancelling: of('cancelling') },
    waitingSince: waiting[0]?.created_at ?? null,
    waiting: waiting.map(queuedRun),
  };
}

function unfinished(db: Db) {
  return db
    .selectFrom('run')
    .innerJoin('project', 'project.id', 'run.project_id')
    .select([
      'run.id',
      'run.project_id',
      'project.name as project_name',
      'run.state',
      'run.mode',
      'run.phase',
    ])
    .select(['run.attempt', 'run.requested_by', 'run.created_at', 'run.started_at', 'run.worker_id'])
    .where('run.state', 'in', ['queued', 'running', 'cancelling']);
}

type UnfinishedRow = Awaited<ReturnType<ReturnType<typeof unfinished>['execute']>>[number];

function queuedRun(row: UnfinishedRow): QueuedRun {
  const { id, state, mode, phase, attempt } = row;
  return {
    ...{ id, state, mode, phase, attempt, projectId: row.project_id, projectName: row.project_name },
    ...{ requestedBy: row.requested_by, createdAt: row.created_at, startedAt: row.started_at },
  };
}
