import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runWith } from '../../../benchmarks/wrong-arguments.ts';
import { migrate } from '../src/data/migrate.ts';
import { type Database, openDatabase } from '../src/data/open-database.ts';
import { projectFor } from '../src/data/projects.ts';
import { appendEvents } from '../src/data/run-events.ts';
import { claimRun, finishRun } from '../src/data/runs.ts';
import { submitRun } from '../src/data/submit-run.ts';
import { postgresPackage, startPostgres } from '../test/postgres-server.ts';
import { BUILT_APP, canPin, endProcess, lineOf, runNode, startNode } from './load/pinned-process.ts';
import { seed } from './load/seed.ts';

const USAGE = `npm run bench:web

Measures the web app under load on a PostgreSQL of its own, the app on one processor and who asks it on another, and
prints the figures: the table of 1,000 projects with 100 runs each, 1,000 listeners on one run, 500 submissions at once.
Takes some minutes; needs nothing but what npm ci brings.
  --help   this text

Exit codes: 0 measured, 1 something failed, 2 wrong arguments.
`;

const TOKEN = 'a-token-for-the-load-benchmark';
const SECONDS = 15;
const CONNECTIONS = 20;
/** Requests a second that are asked for where the question is how soon each is answered, and not how many can be. */
const STEADY_RATE = 350;
const LISTENERS = 1_000;
const EVENTS = 200;
const SUBMISSIONS = 500;
/** A host that the app lets in and the worker does not know: its runs end at once. */
const NO_HOST = 'load.invalid';

interface Loaded {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly base: string;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const found = postgresPackage();
  if (typeof found !== 'string') throw new Error(found.why);
  console.log(`${cpus()[0]?.model ?? 'a processor'}, Node ${process.version}, pinned: ${await canPin()}`);
  const server = await startPostgres(found);
  let web: ChildProcess | null = null;
  let database: Database | null = null;
  try {
    const databaseUrl = await server.newDatabase();
    database = await openDatabase({ kind: 'postgres', url: databaseUrl });
    await migrate(database.db);
    await seed(database.db);
    web = await startNode(0, [BUILT_APP, 'serve'], {
      ...{ DATABASE_URL: databaseUrl, APP_MODE: 'dashboard', PORT: '0', CSA_WEB_TOKEN: TOKEN },
      ...{ CSQA_LOG_LEVEL: 'error', CSQA_ALLOWED_HOSTS: NO_HOST, CSQA_REQUESTS_PER_MINUTE: '1000000' },
      ...{ CSQA_MAX_STREAMS: String(LISTENERS * 2), CSQA_MAX_STREAMS_PER_TOKEN: String(LISTENERS * 2) },
    });
    const [, base = ''] = await lineOf(web, /CSQA is at (\S+)\//u);
    const loaded = { database, databaseUrl, base };
    await measurePortfolio(loaded);
    await measureListeners(loaded);
    await measureBurst(loaded);
    return 0;
  } finally {
    if (web !== null) await endProcess(web);
    await database?.close();
    await server.stop();
  }
}

interface AutocannonResult {
  readonly requests: { readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly non2xx: number;
  readonly errors: number;
  readonly throughput: { readonly average: number };
}

async function measurePortfolio({ base }: Loaded): Promise<void> {
  const pages = ['/projects', '/projects?sort=recent&page=7', '/projects?q=service-77', '/api/v1/projects'];
  for (const path of pages) {
    await ask(`${base}${path}`, { what: `${path}, as fast as it goes`, limits: [] });
    const limits = ['--overallRate', String(STEADY_RATE)];
    await ask(`${base}${path}`, { what: `${path}, ${STEADY_RATE} a second wanted`, limits });
  }
}

async function ask(
  url: string,
  { what, limits }: { readonly what: string; readonly limits: readonly string[] },
): Promise<void> {
  const cannon = createRequire(import.meta.url).resolve('autocannon');
  const printed = await runNode(1, [
    ...[cannon, '--json', '--duration', String(SECONDS), '--connections', String(CONNECTIONS), ...limits],
    ...['--header', `authorization=Bearer ${TOKEN}`, url],
  ]);
  const { requests, latency, non2xx, errors, throughput } = JSON.parse(printed) as AutocannonResult;
  const times = `p50 ${latency.p50} ms, p99 ${latency.p99} ms, most ${latency.max} ms`;
  const size = `${Math.round(throughput.average / Math.max(requests.average, 1) / 1024)} KiB each`;
  console.log(
    `${what}: ${requests.average} requests/s, ${times}, ${size}, ${non2xx} refused, ${errors} errors`,
  );
}

async function measureListeners({ database: { db }, base }: Loaded): Promise<void> {
  const now = new Date();
  const project = await projectFor(db, { key: `https://${NO_HOST}/watched`, name: 'watched' }, now);
  const source = { kind: 'git', url: project.key, ref: null } as const;
  const { id } = await submitRun(
    db,
    { projectId: project.id, source, mode: 'fast', requestedBy: 'load' },
    now,
  );
  const own = { id, workerId: 'load', attempt: 1 };
  await claimRun(db, own, now);
  const script = join(import.meta.dirname, 'load/listen.ts');
  const listeners = await startNode(
    1,
    [script, `${base}/api/v1/runs/${id}/events`, String(LISTENERS), TOKEN],
    {},
  );
  const printed = lineOf(listeners, /^\{.*\}$/mu);
  // Where it fails before that, the line below says so.
  printed.catch(() => undefined);
  await lineOf(listeners, /all are open/u);
  for (let sent = 0; sent < EVENTS; sent += 4) {
    const events = Array.from({ length: 4 }, (_, i) => ({
      at: new Date(),
      body: { type: 'log', text: `line ${sent + i}`, sent: Date.now() },
    }));
    await appendEvents(db, id, events);
    await wait(100);
  }
  await finishRun(db, own, { state: 'succeeded', revision: null, error: null, at: new Date() });
  const [last] = await printed;
  const { inOrder, fewest, p99, most } = JSON.parse(last) as Record<string, number>;
  console.log(
    `${LISTENERS} listeners on one run: ${inOrder} heard every event in order, the one that heard least heard ${fewest} of ` +
      `${EVENTS}; delay p99 ${p99} ms, most ${most} ms`,
  );
}

async function measureBurst({ database: { db }, databaseUrl, base }: Loaded): Promise<void> {
  const begun = performance.now();
  const answers = await Promise.all(
    Array.from({ length: SUBMISSIONS }, async (_, i) => {
      const answer = await fetch(`${base}/api/v1/runs`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify({ url: `https://${NO_HOST}/burst/${i}` }),
      });
      return { status: answer.status, id: ((await answer.json()) as { readonly id?: string }).id };
    }),
  );
  const ms = Math.round(performance.now() - begun);
  const ids = answers.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const queued = await countIn(db, ids, 'queued');
  console.log(`${SUBMISSIONS} submissions at once: ${ids.length} taken in ${ms} ms, ${queued} in line`);
  const dataDir = await mkdtemp(join(tmpdir(), 'csqa-load-'));
  const worker = await startNode(1, [BUILT_APP, 'pipeline'], {
    ...{ DATABASE_URL: databaseUrl, CSQA_ENGINE: 'local', CSQA_WORKER_CONCURRENCY: '4' },
    CSQA_DATA_DIR: dataDir,
  });
  worker.stdout?.resume();
  while ((await countIn(db, ids, 'failed')) < ids.length) await wait(250);
  const runs = await db.selectFrom('run').select('attempt').where('id', 'in', ids).execute();
  const once = runs.filter(({ attempt }) => attempt === 1).length;
  console.log(`${once} of ${runs.length} were run once, all in ${Math.round(performance.now() - begun)} ms`);
  await endProcess(worker);
  await rm(dataDir, { recursive: true, force: true });
}

async function countIn(
  db: Database['db'],
  ids: readonly string[],
  state: 'queued' | 'failed',
): Promise<number> {
  const runs = await db
    .selectFrom('run')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '=', state)
    .execute();
  return runs.length;
}

await runWith(USAGE, main);
