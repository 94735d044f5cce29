import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { analyzerArguments, CALLS_FILE } from '../engines/analyzer-arguments.ts';
import type { EngineExit, EngineJob } from '../engines/engine.ts';
import { heapMib, listenForFullHeap } from '../engines/heap-exhaustion.ts';
import { type MountPlan, planBelow } from '../host-paths/mount-plan.ts';
import { handOver } from '../host-paths/path-probe.ts';
import { below } from '../host-paths/translate.ts';
import type { ParsedOptions } from '../options.ts';
import { identifyProcess } from '../processes/process-identity.ts';
import { packTree } from '../transfer/copy-in.ts';
import { copyOut } from '../transfer/copy-out.ts';
import { cachePlan } from './cache-plan.ts';
import { type Container, createContainer } from './container.ts';
import type { ContainerPlan, ContainerUser } from './container-flags.ts';
import { type ContainerInputs, prepareInputs } from './container-inputs.ts';
import { type ContainerState, exitOf } from './container-state.ts';
import { containerUser } from './container-user.ts';
import type { DockerCli } from './docker-cli.ts';
import { dockerFailure } from './docker-failure.ts';
import type { DockerOptions } from './docker-options.ts';
import type { DockerSession } from './docker-session.ts';
import { followLogs } from './follow-logs.ts';
import { labelsOf } from './labels.ts';
import { repositoryPlan } from './maven-repository.ts';
import type { ContainerMount } from './mount-flags.ts';

/** Where things are in a container of ours. */
const TARGETS = {
  source: '/src',
  out: '/out',
  config: '/config',
  advisories: '/advisories',
  m2: '/m2',
  cache: '/cache',
} as const;

/**
 * A volume without a name belongs to root, and no archive can change that of its own root: what the analyzer writes goes
 * into a directory of this name in it, which it is given.
 */
const COPIED_OUT = 'result';

/** The only files of the out directory that are carried back; what else there is goes with the container. */
const RESULT_FILES = ['report.json', CALLS_FILE];

/** Time after its limits that a container may still be needed, to carry its result away. */
const MARGIN_MS = 15 * 60_000;

/** Big trees and slow engines: the limits of the clone and of the out directory bound what is carried. */
const TRANSFER_MS = 30 * 60_000;

/** What containers are run with. */
export interface ContainerSetting {
  readonly session: DockerSession;
  readonly docker: DockerOptions;
  readonly libraries: ParsedOptions['libraries'];
  readonly instance: () => Promise<string>;
  /** Directory that all job directories are in: proved once for all of them. */
  readonly jobParent: string;
}

/** Runs a job in a container and takes the container away, however it went. Rejects where it never started. */
export async function runInContainer(setting: ContainerSetting, job: EngineJob): Promise<EngineExit> {
  const { cli } = setting.session;
  if (job.signal.aborted) return neverRan([]);
  const user = await containerUser(job.sourceDir, await setting.session.host());
  const inputs = await prepareInputs(job, setting.libraries);
  const mounts = await planMounts(setting, job, { user, inputs });
  if (job.signal.aborted) return neverRan(mounts);
  const container = await createContainer(cli, await planContainer(setting, job, { mounts, user, inputs }));
  try {
    for (const mount of mounts) await carryIn({ cli, container, job, user }, mount);
    if (job.signal.aborted) return neverRan(mounts);
    await container.start();
    const exit = await watch(cli, container, job);
    await carryOut({ cli, container, job }, mounts);
    return { ...exit, transfer: transferOf(mounts) };
  } finally {
    const reason = await container.remove();
    if (reason !== null) job.onStderr(Buffer.from(`csqa: ${container.name} is left behind: ${reason}\n`));
  }
}

/** How a run ends that was ended before it began; why it was is known to whoever ended it. */
function neverRan(mounts: readonly PlannedMount[]): EngineExit {
  return {
    exitCode: null,
    signal: 'SIGTERM',
    outOfMemory: null,
    wallMs: 0,
    cpuMs: null,
    peakMemoryBytes: null,
    ...(mounts.length === 0 ? {} : { transfer: transferOf(mounts) }),
  };
}

interface PlannedMount extends ContainerMount {
  /** The directory on our side. */
  readonly directory: string;
}

async function planMounts(
  { session, docker, jobParent }: ContainerSetting,
  job: EngineJob,
  { user, inputs }: { readonly user: ContainerUser; readonly inputs: ContainerInputs },
): Promise<readonly PlannedMount[]> {
  const paths = session.paths(docker.images[job.mode]);
  const jobs = await paths.resolve(jobParent, 'write');
  const planOf = async (directory: string): Promise<MountPlan> => {
    const rest = below(jobs.path, directory);
    return rest === null ? (await paths.resolve(directory, 'read')).plan : planBelow(jobs.plan, rest);
  };
  const mount = async (directory: string, target: string, readOnly: boolean): Promise<PlannedMount> => ({
    directory,
    target,
    readOnly,
    plan: await planOf(directory),
  });
  await handOver(job.outDir, user);
  const onRefusal = (reason: string): void =>
    job.onStderr(Buffer.from(`csqa: nothing is kept for the next run: ${reason}\n`));
  const cache = await cachePlan(job.cacheDir, { paths, user, onRefusal });
  return [
    await mount(job.sourceDir, TARGETS.source, true),
    await mount(job.outDir, TARGETS.out, false),
    ...(inputs.directory === null ? [] : [await mount(inputs.directory, TARGETS.config, true)]),
    ...(job.advisoriesDir === null ? [] : [await mount(job.advisoriesDir, TARGETS.advisories, true)]),
    ...(job.cacheDir === null || cache === null
      ? []
      : [{ directory: job.cacheDir, target: TARGETS.cache, readOnly: false, plan: cache }]),
  ];
}

interface Prepared {
  readonly mounts: readonly PlannedMount[];
  readonly user: ContainerUser;
  readonly inputs: ContainerInputs;
}

async function planContainer(
  { session, docker, libraries, instance }: ContainerSetting,
  job: EngineJob,
  { mounts, user, inputs }: Prepared,
): Promise<ContainerPlan> {
  const { limits, analysisId, attempt, mode } = job;
  const outDir = outPathIn(mounts);
  const isFull = mode === 'full';
  const m2: ContainerMount[] =
    isFull && docker.m2CacheDir !== undefined
      ? [{ target: TARGETS.m2, readOnly: false, plan: await repositoryPlan(session, docker) }]
      : [];
  return {
    name: `csqa-${analysisId}-${attempt}`,
    image: docker.images[mode],
    command: analyzerArguments({
      sourceDir: TARGETS.source,
      outDir,
      mode,
      configPath: inputs.config === null ? null : `${TARGETS.config}/${inputs.config}`,
      advisoriesDir: job.advisoriesDir === null ? null : TARGETS.advisories,
      callsPath: job.dumpCalls ? `${outDir}/${CALLS_FILE}` : null,
      timeoutSeconds: limits.timeoutSeconds,
      cacheDir: mounts.some(({ target }) => target === TARGETS.cache) ? TARGETS.cache : null,
      threads: null,
      maven: isFull
        ? {
            repository: m2.length === 0 ? null : TARGETS.m2,
            mirrorFile: inputs.mavenMirror === null ? null : `${TARGETS.config}/${inputs.mavenMirror}`,
            timeoutSeconds: libraries.mavenTimeoutSeconds ?? null,
            offline: !docker.network,
          }
        : null,
    }),
    mounts: [...mounts, ...m2],
    labels: labelsOf({
      instance: await instance(),
      analysisId,
      attempt,
      deadline: new Date(Date.now() + limits.timeoutSeconds * 1000 + MARGIN_MS),
      process: await identifyProcess(process.pid),
    }),
    environment: { NODE_OPTIONS: `--max-old-space-size=${heapMib(limits.memoryBytes)}` },
    user,
    limits,
    hostCpus: (await session.host()).cpus,
    network: isFull && docker.network,
    gpus: docker.gpus ?? null,
    isPodman: session.cli.isPodman,
  };
}

function outPathIn(mounts: readonly PlannedMount[]): string {
  return outIsCopied(mounts) ? `${TARGETS.out}/${COPIED_OUT}` : TARGETS.out;
}

function outIsCopied(mounts: readonly PlannedMount[]): boolean {
  return mounts.some(({ target, plan }) => target === TARGETS.out && plan.kind === 'copy');
}

interface Carrying {
  readonly cli: DockerCli;
  readonly container: Container;
  readonly job: EngineJob;
}

async function carryIn(
  { cli, container, job, user }: Carrying & { readonly user: ContainerUser },
  { plan, directory, target }: PlannedMount,
): Promise<void> {
  if (plan.kind !== 'copy') return;
  const carried = target === TARGETS.out ? await emptyOut(job) : directory;
  const copied = await cli.call(['cp', '-', `${container.name}:${target}`], {
    timeoutMs: TRANSFER_MS,
    signal: job.signal,
    input: packTree({
      directory: carried,
      owner: user,
      onUnreadable: (path) => job.onStderr(Buffer.from(`csqa: cannot read ${path}: left out\n`)),
    }),
  });
  if (copied.exitCode === 0 || job.signal.aborted) return;
  throw dockerFailure(copied, { what: `copy files to ${target}`, otherwise: 'START_FAILED' });
}

/** A directory with an empty one in it, to be given to the process in the container. */
async function emptyOut(job: EngineJob): Promise<string> {
  const directory = await job.directory.makeDirectory('empty-out');
  await mkdir(join(directory, COPIED_OUT));
  return directory;
}

async function carryOut({ cli, container, job }: Carrying, mounts: readonly PlannedMount[]): Promise<void> {
  if (!outIsCopied(mounts)) return;
  const archive = copyOut({
    names: RESULT_FILES,
    directory: job.outDir,
    maxBytes: job.limits.outBytes,
  });
  const copied = await cli.call(['cp', `${container.name}:${outPathIn(mounts)}`, '-'], {
    timeoutMs: TRANSFER_MS,
    signal: archive.refused,
    onStdout: archive.push,
  });
  // A run that was ended by us is judged by that, not by what it left.
  if (job.signal.aborted) return;
  await archive.end();
  if (copied.exitCode !== 0) {
    throw dockerFailure(copied, { what: 'copy the result', otherwise: 'RESULT_MISSING' });
  }
}

/** Pause between two looks at a container: short at first, so that short runs end at once. */
const LOOK_PAUSE_MS = { first: 100, growth: 1.5, last: 2_000 } as const;

async function watch(cli: DockerCli, container: Container, job: EngineJob): Promise<EngineExit> {
  const heap = listenForFullHeap();
  const logs = followLogs(cli, container.name, {
    onStdout: job.onStdout,
    onStderr: (chunk) => {
      heap.hear(chunk);
      job.onStderr(chunk);
    },
  });
  try {
    const exit = exitOf(await untilEnded(container, AbortSignal.any([job.signal, job.overdue])));
    job.onEnded();
    await logs.finish();
    return heap.wasFull(exit.exitCode) ? { ...exit, outOfMemory: true } : exit;
  } finally {
    await logs.finish();
  }
}

async function untilEnded(container: Container, signal: AbortSignal): Promise<ContainerState> {
  let stopping: Promise<void> | null = null;
  for (let pause: number = LOOK_PAUSE_MS.first; ; ) {
    const state = await container.state();
    if (!state.Running && state.Status !== 'created') {
      await stopping;
      return state;
    }
    if (signal.aborted) stopping ??= container.stop();
    await delay(pause, undefined, stopping === null ? { signal } : {}).catch(() => undefined);
    pause = Math.min(pause * LOOK_PAUSE_MS.growth, LOOK_PAUSE_MS.last);
  }
}

function transferOf(mounts: readonly PlannedMount[]): 'bind' | 'volume' | 'copy' {
  const kinds = new Set(mounts.map(({ plan }) => plan.kind));
  // The weakest of them names the run: one directory that is copied means that not everything is shared.
  return kinds.has('copy') ? 'copy' : kinds.has('volume') ? 'volume' : 'bind';
}
