import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { zipOf } from '../../packages/web/test/zip.ts';
import { describeStack } from './engine.ts';
import { Api, type Run } from './hosts/api.ts';
import { noEngines } from './hosts/engine-programs.ts';
import { type Front, startFront } from './hosts/front.ts';
import { createLan } from './hosts/network.ts';
import { buildThrottledAnalyzer, SAMPLE, THROTTLED } from './hosts/throttled-analyzer.ts';
import { startWorkerHost, type WorkerHost } from './hosts/worker-host.ts';
import { IMAGES, run, until } from './stack.ts';

const HOSTS = 3;
const RUNS = 60;
/** Analyses at a time on one host. */
const SLOTS = 2;
/** Seconds that an analysis waits. With SLOTS this is what a host can do: no processor is the limit. */
const ANALYSIS_SECONDS = 8;
/** Runs that have ended when a host is cut off: in the middle. */
const CUT_AT = RUNS / 2;
/** Of the time that one host takes. */
const BAR = 0.45;
const PROJECTS = 6;
/** Who submit, each one run after another. */
const SUBMITTERS = 4;

/** Submits the runs and gives them when all have ended. Told of each look at them. */
async function workThrough(api: Api, look: (runs: readonly Run[]) => Promise<void>): Promise<readonly Run[]> {
  const content = zipOf([SAMPLE]);
  const submitted: Run[] = [];
  const submitter = async (lane: number) => {
    for (let i = lane; i < RUNS; i += SUBMITTERS) {
      submitted.push(await api.submit({ project: `service-${i % PROJECTS}`, content }));
    }
  };
  await Promise.all(Array.from({ length: SUBMITTERS }, (_, lane) => submitter(lane)));
  const ids = new Set(submitted.map(({ id }) => id));
  return await until('end of all runs', 600, async () => {
    const runs = (await api.runs(RUNS)).filter(({ id }) => ids.has(id));
    await look(runs);
    return runs.length === RUNS && runs.every(({ finishedAt }) => finishedAt !== null) ? runs : null;
  });
}

/** Seconds from the first submission to the last end. */
function secondsOf(runs: readonly Run[]): number {
  const begun = Math.min(...runs.map(({ createdAt }) => Date.parse(createdAt)));
  const ended = Math.max(...runs.map(({ finishedAt }) => Date.parse(finishedAt ?? '')));
  return (ended - begun) / 1000;
}

/** Which hosts have said that they ended a run. */
async function endedBy(hosts: readonly WorkerHost[], runs: readonly Run[]): Promise<readonly number[][]> {
  const logs = await Promise.all(hosts.map(({ stack }) => stack.logs('web')));
  return runs.map(({ id }) =>
    logs.flatMap((log, host) =>
      Array.from({ length: log.split(`run ${id} has ended`).length - 1 }, () => host),
    ),
  );
}

/** What became of the host that was cut off. */
interface Outage {
  phase: 'before' | 'away' | 'over';
  /** Runs that it had in its hands. */
  readonly lost: Set<string>;
  readonly worker: string;
}

/** Cuts a host off when enough runs have ended; mends its cable when others have its runs and it has results that nobody wants. */
async function cutInTheMiddle(
  { api, host, outage }: { readonly api: Api; readonly host: WorkerHost; readonly outage: Outage },
  runs: readonly Run[],
): Promise<void> {
  if (outage.phase === 'over') return;
  const held = (await api.workers()).find(({ id }) => id === outage.worker)?.runs ?? [];
  if (outage.phase === 'before') {
    if (held.length === 0 || runs.filter(({ finishedAt }) => finishedAt !== null).length < CUT_AT) return;
    await host.cable.cut();
    outage.phase = 'away';
    return;
  }
  for (const { id } of held) outage.lost.add(id);
  if (held.length === 0 && (await host.analyses()).length === 0) {
    await host.cable.mend();
    outage.phase = 'over';
  }
}

/** The worker of a host; its name is that of the container. */
async function workerOn(api: Api, host: WorkerHost): Promise<string> {
  const container = await host.stack.must('ps', '-q', 'web');
  return until('worker', 60, async () => {
    const found = (await api.workers()).find((worker) => container.startsWith(worker.host));
    return found?.id ?? null;
  });
}

async function startHosts(
  front: Front,
  made: AsyncDisposableStack,
  plugIn: () => Promise<WorkerHost['cable']>,
): Promise<readonly WorkerHost[]> {
  const directory = await mkdtemp(join(tmpdir(), 'csqa-images-'));
  made.defer(() => rm(directory, { recursive: true, force: true }));
  const images = join(directory, 'images.tar');
  const saved = await run('docker', ['save', '--output', images, IMAGES.CSQA_WEB_IMAGE, THROTTLED]);
  if (saved.code !== 0) throw new Error(`the images cannot be saved: ${saved.all}`);
  const settings = {
    ...{ APP_MODE: 'pipeline', DATABASE_URL: front.databaseUrl },
    ...{ CSQA_IMAGE_FAST: THROTTLED, CSQA_WORKER_CONCURRENCY: String(SLOTS) },
  };
  const starting = Array.from({ length: HOSTS }, async () =>
    startWorkerHost({ cable: await plugIn(), images, settings, token: front.token }),
  );
  const started = await Promise.allSettled(starting);
  const hosts = started.flatMap((each) => (each.status === 'fulfilled' ? [made.use(each.value)] : []));
  await Promise.all(starting);
  await rm(images);
  return hosts;
}

/** The command of docs/deployment.md for a host that works. */
const START = ['up', '-d', '--no-deps', 'csqa-analyzer-init', 'web'] as const;

async function shareOut(made: AsyncDisposableStack): Promise<void> {
  const lan = made.use(await createLan());
  await buildThrottledAnalyzer(ANALYSIS_SECONDS);
  const front = made.use(await startFront(lan.gateway));
  const api = new Api(front.url, front.token);
  const hosts = await startHosts(front, made, () => lan.plugIn());
  const [first, , last] = hosts;
  if (first === undefined || last === undefined) throw new Error('too few hosts');
  await first.stack.must(...START);
  await workerOn(api, first);
  const alone = await workThrough(api, () => Promise.resolve());
  await expectEndedOnce([first], alone);
  for (const { stack } of hosts.slice(1)) await stack.must(...START);
  const workers = await Promise.all(hosts.map((host) => workerOn(api, host)));
  const outage: Outage = { phase: 'before', lost: new Set(), worker: workers.at(-1) ?? '' };
  const shared = await workThrough(api, (runs) => cutInTheMiddle({ api, host: last, outage }, runs));
  expect(outage.phase).toBe('over');
  await expectEndedOnce(hosts, shared);
  const again = shared.filter(({ attempt }) => attempt > 1).map(({ id }) => id);
  expect(again.toSorted()).toEqual([...outage.lost].sort());
  expect(outage.lost.size).toBeGreaterThan(0);
  const [single, several] = [secondsOf(alone), secondsOf(shared)];
  const times = `one host ${single.toFixed(1)} s, ${HOSTS} hosts, one of them cut off, ${several.toFixed(1)} s`;
  process.stdout.write(`${RUNS} runs: ${times}: ${(several / single).toFixed(3)}\n`);
  await expectReadEverywhere(front, [...alone, ...shared]);
  await expectBack({ api, hosts, last });
  await expectNothingShared(hosts);
  await expectProxyToPassOver(front);
  expect(several / single).toBeLessThan(BAR);
}

async function expectEndedOnce(hosts: readonly WorkerHost[], runs: readonly Run[]): Promise<void> {
  expect(runs.filter(({ state, error }) => state !== 'succeeded' || error !== null)).toEqual([]);
  const ended = await endedBy(hosts, runs);
  expect(ended.filter((by) => by.length !== 1)).toEqual([]);
  expect(new Set(ended.flat()).size).toBe(hosts.length);
}

/** Every dashboard gives every report, the same bytes; who signed in at one is known to all. */
async function expectReadEverywhere(front: Front, runs: readonly Run[]): Promise<void> {
  const apis = front.dashboards.map(({ port }) => new Api(`http://localhost:${port}`, front.token));
  for (const { id } of runs) {
    const [one, ...others] = await Promise.all(apis.map((api) => api.combined(id)));
    expect(JSON.parse(one ?? '')).toMatchObject({ orchestrator: { engine: { name: 'docker' } } });
    expect(others.every((other) => other === one)).toBe(true);
  }
  const entered = await fetch(`${front.url}/${front.token}/`, {
    redirect: 'manual',
    headers: { accept: 'text/html' },
  });
  const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0]);
  for (const dashboard of front.dashboards) {
    const asked = [{ cookie: cookie.join('; ') }, {}].map((known) =>
      dashboard.ask('/projects', { headers: { ...known, accept: 'text/html' } }),
    );
    const [known, stranger] = await Promise.all(asked);
    expect([known?.status, stranger?.status]).toEqual([200, 303]);
  }
}

/** The host that was cut off does what comes, when it is the only one. */
async function expectBack(parts: {
  readonly api: Api;
  readonly hosts: readonly WorkerHost[];
  readonly last: WorkerHost;
}): Promise<void> {
  const { api, hosts, last } = parts;
  for (const { stack } of hosts.filter((host) => host !== last)) {
    await stack.must('stop', 'web');
    const said = await stack.logs('web');
    expect(said).toContain('SIGTERM: no more runs are taken');
    expect(said).toMatch(/stopped\s*$/u);
  }
  const content = zipOf([SAMPLE]);
  const { id } = await api.submit({ project: 'after', content });
  const ended = await until('end of a run after the cut', 120, async () => {
    const [newest] = await api.runs(1);
    return newest?.id === id && newest.finishedAt !== null ? newest : null;
  });
  expect(ended).toMatchObject({ state: 'succeeded', attempt: 1 });
  expect(await endedBy([last], [ended])).toEqual([[0]]);
}

/** Hosts have the same paths, and each its own files there; of runs that ended nothing is left. */
async function expectNothingShared(hosts: readonly WorkerHost[]): Promise<void> {
  const inApp = (host: WorkerHost, ...words: readonly string[]) =>
    host.stack.must('exec', '-T', '-u', 'node', 'web', ...words);
  for (const { stack } of hosts) await stack.must(...START);
  const names = await Promise.all(
    hosts.map((host) => inApp(host, 'sh', '-c', 'cat /app/out/jobs/csqa-instance-*')),
  );
  expect(names.every((name) => name.startsWith('local-'))).toBe(true);
  expect(new Set(names).size).toBe(HOSTS);
  for (const host of hosts) {
    expect(await host.analyses()).toEqual([]);
    expect(await inApp(host, 'ls', '/app/out/runs')).toBe('');
  }
}

/** Where a dashboard is down, the other answers all. */
async function expectProxyToPassOver({ url, dashboards }: Front): Promise<void> {
  const served = await Promise.all(
    dashboards.map(async (each) => (await each.logs('web')).includes('"/api/v1/runs')),
  );
  expect(served).toEqual(dashboards.map(() => true));
  await dashboards[0]?.must('stop', 'web');
  const asked = await Promise.all(Array.from({ length: 10 }, () => fetch(`${url}/ready`)));
  expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 200));
}

/** Names of what the system keeps of hosts: namespaces, interfaces, mounts. */
async function remains(): Promise<string> {
  const told = await Promise.all([
    run('ip', ['netns', 'list']),
    run('ip', ['-brief', 'link']),
    run('cat', ['/proc/self/mountinfo']),
  ]);
  return told
    .map(({ stdout }) => stdout.match(/\bcsqa(?:-host-\w+|[0-9a-f]{6}\S*)/gu)?.join(' ') ?? '')
    .join('\n');
}

describeStack(
  'several hosts',
  () => {
    it('share 60 runs though one of them is cut off: each ends once, sooner than on one, and nothing is left of them', async () => {
      const before = await remains();
      {
        await using made = new AsyncDisposableStack();
        await shareOut(made);
      }
      expect(await remains()).toEqual(before);
    });
  },
  noEngines,
);
