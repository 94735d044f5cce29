import type { ChildProcess } from 'node:child_process';
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { runWith } from '../../../benchmarks/wrong-arguments.ts';
import { migrate } from '../src/data/migrate.ts';
import { type Database, openDatabase } from '../src/data/open-database.ts';
import { projectFor } from '../src/data/projects.ts';
import { beat, claimRun, type HeldRun } from '../src/data/runs.ts';
import type { WebTables } from '../src/data/schema.ts';
import { submitRun } from '../src/data/submit-run.ts';
import { cleanUp } from '../src/jobs/clean-up.ts';
import { createPgBossQueue } from '../src/jobs/pg-boss-queue.ts';
import type { RunQueue } from '../src/jobs/run-queue.ts';
import { postgresPackage, startPostgres } from '../test/postgres-server.ts';
import { endProcess, lineOf, startNode } from './load/pinned-process.ts';

const USAGE = `npm run bench:queue

Measures what PostgreSQL and this code can do when analyses take no time: how many runs a second are submitted, taken and
ended, how many signs of life are noted, and what a run leaves in the database. PostgreSQL writes to the disk as it does in
earnest. Everything is on this machine, so it is what they reach together.
  --help   this text

Exit codes: 0 measured, 1 something failed, 2 wrong arguments.
`;

const SUBMITTED = 2_000;
const FULL_RUNS = 400;
const BACKLOG = 10_000;
/** Requests that are under way at a time while runs are submitted. */
const AT_ONCE = 10;
const SLOTS = 16;
const PROJECTS = 50;
/** Projects with KEEP_RUNS runs and one more: those that one clean-up takes away where a million come in a day. */
const KEPT_PROJECTS = 7_000;
const KEEP_RUNS = 200;
const BEATING = 500;
const BEAT_SECONDS = 5;
const MANY = 10_000_000;

type Db = Kysely<WebTables>;

interface Measured {
  readonly db: Db;
  readonly url: string;
  readonly queue: RunQueue;
  readonly projects: readonly string[];
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const found = postgresPackage();
  if (typeof found !== 'string') throw new Error(found.why);
  const server = await startPostgres(found, ['fsync=on', 'max_connections=200']);
  let database: Database | null = null;
  try {
    const url = await server.newDatabase();
    database = await openDatabase({ kind: 'postgres', url });
    await migrate(database.db);
    const { rows } = await sql<{ server_version: string }>`show server_version`.execute(database.db);
    const processors = `${cpus().length} × ${cpus()[0]?.model ?? 'a processor'}`;
    console.log(
      `${processors}, Node ${process.version}, PostgreSQL ${rows[0]?.server_version ?? ''}, fsync on`,
    );
    const queue = createPgBossQueue(database.store, (error) => console.log(error.message));
    await queue.start();
    await measure({ db: database.db, url, queue, projects: await makeProjects(database.db) });
    await queue.stop();
    return 0;
  } finally {
    await database?.close();
    await server.stop();
  }
}

async function makeProjects(db: Db): Promise<readonly string[]> {
  const now = new Date();
  const made = Array.from({ length: PROJECTS }, (_, i) => {
    const key = `https://git.example.org/queue/service-${i}`;
    return projectFor(db, { key, name: `service-${i}` }, now);
  });
  return (await Promise.all(made)).map(({ id }) => id);
}

async function measure(measured: Measured): Promise<void> {
  await measureSubmissions(measured, SUBMITTED);
  for (const workers of [1, 2]) {
    await measureWork(measured, { kind: 'bare', workers, runs: SUBMITTED });
    await submit(measured, SUBMITTED);
  }
  await measureBeats(measured);
  await clear(measured.db);
  await submit(measured, FULL_RUNS);
  const before = await sizes(measured.db);
  await measureWork(measured, { kind: 'whole', workers: 2, runs: FULL_RUNS });
  tellGrowth(before, await sizes(measured.db));
  await clear(measured.db);
  await fillLine(measured);
  await measureSubmissions(measured, SUBMITTED);
  await measureCleanUp(measured);
}

async function measureSubmissions(measured: Measured, count: number): Promise<void> {
  const { db } = measured;
  const waiting = await db
    .selectFrom('run')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow();
  const seconds = await submit(measured, count);
  console.log(
    `submitted with ${waiting.count} in line: ${(count / seconds).toFixed(0)} a second, ${AT_ONCE} at once`,
  );
}

/** Submits runs as the API does; gives how many seconds that took. */
async function submit({ db, queue, projects }: Measured, count: number): Promise<number> {
  const begun = performance.now();
  let next = 0;
  const submitter = async () => {
    while (next < count) {
      const projectId = projects[next++ % projects.length] ?? '';
      const source = { kind: 'git', url: 'https://git.example.org/queue', ref: null } as const;
      const wanted = { projectId, source, mode: 'fast', requestedBy: 'bench' } as const;
      const caps = { waiting: MANY, waitingPerRequester: MANY };
      const { id } = await submitRun(db, { ...wanted, caps }, new Date());
      await queue.wake(id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, submitter));
  return (performance.now() - begun) / 1000;
}

interface Work {
  /** `bare` takes runs and ends them; `whole` does all that a worker does, with a report that is ready at once. */
  readonly kind: 'bare' | 'whole';
  /** Processes, each with SLOTS at a time. */
  readonly workers: number;
  readonly runs: number;
}

async function measureWork({ db, url }: Measured, { kind, workers, runs }: Work): Promise<void> {
  const script = new URL('load/work-queue.ts', import.meta.url).pathname;
  const started: ChildProcess[] = [];
  try {
    for (let index = 0; index < workers; index++) {
      const words = ['--conditions=csqa-source', script, url, kind, String(SLOTS)];
      started.push(await startNode(index === 0 ? 0 : 1, words, {}));
    }
    const ready = started.map((child) => lineOf(child, /ready/u).then(() => performance.now()));
    const first = Math.min(...(await Promise.all(ready)));
    let connections = 0;
    while ((await countRunsThatWait(db)) > 0) {
      connections = Math.max(connections, await countConnections(db));
      await wait(50);
    }
    const seconds = (performance.now() - first) / 1000;
    const what = kind === 'bare' ? 'taken and ended' : 'all of a worker but the analysis';
    const rate = (runs / seconds).toFixed(0);
    console.log(`${what}, ${workers} × ${SLOTS} slots: ${rate} a second; ${connections} connections`);
  } finally {
    for (const child of started) await endProcess(child);
  }
}

async function countRunsThatWait(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('run')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Connections of this database but the one that asks, and those of whoever submits. */
async function countConnections(db: Db): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::integer as count from pg_stat_activity where datname = current_database()`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Signs of life of many runs, as fast as they go: each is a row that is written. */
async function measureBeats({ db, projects }: Measured): Promise<void> {
  const held: (HeldRun & { readonly phase: string })[] = [];
  for (let i = 0; i < BEATING; i++) {
    const source = { kind: 'git', url: 'https://git.example.org/beat', ref: null } as const;
    const wanted = { projectId: projects[0] ?? '', source, mode: 'fast', requestedBy: 'bench' } as const;
    const { id } = await submitRun(db, wanted, new Date());
    await claimRun(db, { id, workerId: 'bench' }, new Date());
    held.push({ id, workerId: 'bench', attempt: 1, phase: 'link' });
  }
  const end = performance.now() + BEAT_SECONDS * 1000;
  let beats = 0;
  const beating = Array.from({ length: AT_ONCE }, async (_, lane) => {
    for (let i = lane; performance.now() < end; i += AT_ONCE) {
      const own = held[i % held.length];
      if (own !== undefined) await beat(db, own, new Date());
      beats++;
    }
  });
  await Promise.all(beating);
  console.log(`signs of life: ${(beats / BEAT_SECONDS).toFixed(0)} a second`);
}

/** Fills the line as a burst would have, without waiting for each. */
async function fillLine({ db, projects }: Measured): Promise<void> {
  await sql`
    insert into run (id, project_id, source, mode, state, requested_by, created_at)
    select gen_random_uuid(), ${projects[0]}::uuid, '{"kind":"git","url":"https://git.example.org/queue","ref":null}', 'fast',
      'queued', 'bench', now() from generate_series(1, ${BACKLOG}::integer)`.execute(db);
  await sql`analyze run`.execute(db);
}

/** The clean-up that comes every ten minutes, when 1.4 million runs are kept and as many are too many as come in that time. */
async function measureCleanUp({ db }: Measured): Promise<void> {
  await clear(db);
  await sql`
    insert into project (id, key, name, created_at)
    select gen_random_uuid(), 'kept ' || n, 'kept ' || n, now() from generate_series(1, ${KEPT_PROJECTS}::integer) n`.execute(
    db,
  );
  await sql`
    insert into run (id, project_id, source, mode, state, attempt, requested_by, created_at, finished_at, index_value, announced)
    select gen_random_uuid(), project.id, '{"kind":"git","url":"https://git.example.org/kept","ref":null}', 'fast', 'succeeded', 1,
      'bench', moment, moment, 0.5, true
    from project, generate_series(1, ${KEEP_RUNS + 1}::integer) n,
      lateral (select now() - n * interval '1 hour' as moment) moments
    where project.key like 'kept %'`.execute(db);
  await sql`vacuum analyze`.execute(db);
  const begun = performance.now();
  const removed = await cleanUp(db, { keepDays: 365, keepRuns: KEEP_RUNS }, new Date());
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `cleaning up: ${removed?.runs} runs too many of ${KEPT_PROJECTS * (KEEP_RUNS + 1)} went in ${seconds} s`,
  );
}

async function clear(db: Db): Promise<void> {
  await db.deleteFrom('run').execute();
  await sql`delete from csqa_queue.job`.execute(db);
}

type Sizes = ReadonlyMap<string, number>;

/** Bytes of each table with its indexes, without the room of rows that are gone. */
async function sizes(db: Db): Promise<Sizes> {
  await sql`vacuum full`.execute(db);
  const { rows } = await sql<{ name: string; bytes: number }>`
    select schemaname || '.' || relname as name, pg_total_relation_size(relid)::float8 as bytes
    from pg_stat_user_tables`.execute(db);
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

function tellGrowth(before: Sizes, after: Sizes): void {
  const grown = [...after].map(
    ([name, bytes]) => [name, (bytes - (before.get(name) ?? 0)) / FULL_RUNS] as const,
  );
  const told = grown.filter(([, bytes]) => bytes >= 10).sort(([, a], [, b]) => b - a);
  const total = told.reduce((sum, [, bytes]) => sum + bytes, 0);
  const parts = told.map(([name, bytes]) => `${name} ${(bytes / 1024).toFixed(1)}`).join(', ');
  console.log(`a run of the clinic leaves ${(total / 1024).toFixed(1)} KiB: ${parts}`);
}

await runWith(USAGE, main);
