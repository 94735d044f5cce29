import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import type { JobDirectory } from '../jobs/job-directory.ts';
import { type ProcessUsage, readProcessUsage } from './process-usage.ts';
import { type Child, type Command, signalGroup, startProcess } from './start-process.ts';

/** Time between TERM and KILL. */
const KILL_GRACE_MS = 10_000;

/** How long output is waited for after the process ended: something it left behind may hold the pipes open. */
const OUTPUT_GRACE_MS = 1_000;

/** Pause between two looks at what the process uses: short at first, so that short runs are seen at all. */
const USAGE_PAUSE_MS = { first: 25, growth: 1.5, last: 500 } as const;

/** A program to run to its end. */
export interface ChildRequest extends Command {
  /** The program where it runs already; nothing of its output has been read. */
  readonly running?: Child | null;
  /** The job on whose behalf it runs. */
  readonly job: JobDirectory;
  readonly onStdout: (chunk: Uint8Array) => void;
  readonly onStderr: (chunk: Uint8Array) => void;
  /** Ends the child and all of its process group: TERM, ten seconds, KILL. */
  readonly signal: AbortSignal;
  /** Bytes that the child can read from file descriptor 3, once. */
  readonly secret?: Uint8Array;
  /** Resident bytes at which the child is killed at once; looked at twice a second, on Linux only. */
  readonly memoryBytes?: number;
}

/** How a program ended. */
export interface ChildExit {
  /** Why it never started; null where it did. */
  readonly startError: Error | null;
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** True where it was killed for its memory; null where nobody looked. */
  readonly overMemory: boolean | null;
  readonly wallMs: number;
  /** Null where the platform does not tell. */
  readonly usage: ProcessUsage | null;
}

/**
 * Runs a program in a process group of its own, without a shell, with nothing inherited. Always resolves, and when it
 * does, the whole group is gone.
 */
export async function runChild(request: ChildRequest): Promise<ChildExit> {
  const startedAt = performance.now();
  let child: Child;
  try {
    child = start(request);
  } catch (error) {
    return neverStarted(asError(error));
  }
  const { pid } = child;
  if (pid === undefined) {
    const [error] = await once(child, 'error').catch((thrown: unknown) => [thrown]);
    return neverStarted(asError(error));
  }
  // What can still fail once it runs, a signal that may not be sent, is told to whoever sends it.
  child.on('error', () => undefined);

  const killGroup = (): void => signalGroup(pid, 'SIGKILL');
  const ended = untilEnded(child, killGroup);
  child.stdout.on('data', request.onStdout);
  child.stderr.on('data', request.onStderr);
  process.once('exit', killGroup);
  const terminator = terminateOnAbort(pid, request.signal);
  const meter = startMeter(pid, { limit: request.memoryBytes ?? null, onOver: killGroup });
  // Without its note the process only escapes a reaper after a crash of ours: no reason to end the run.
  const noted = request.job.noteProcess(pid).catch(() => nothingToForget);
  try {
    const { exitCode, signal } = await ended;
    const wallMs = performance.now() - startedAt;
    return { startError: null, exitCode, signal, overMemory: meter.over(), wallMs, usage: meter.last() };
  } finally {
    meter.stop();
    terminator.dispose();
    process.removeListener('exit', killGroup);
    const forget = await noted;
    await forget();
  }
}

const nothingToForget = (): Promise<void> => Promise.resolve();

/** Throws, or gives a child without an id that will say why, where the program cannot be started. */
function start({ running, secret, ...command }: ChildRequest): Child {
  if (running) return running;
  const child = startProcess(command, { stdin: 'ignore', third: secret === undefined ? 'ignore' : 'pipe' });
  if (secret !== undefined) tell(child, secret);
  return child;
}

function tell(child: ChildProcess, secret: Uint8Array): void {
  const pipe = child.stdio[3];
  if (!(pipe instanceof Writable)) return;
  // Nobody has to read it.
  pipe.on('error', () => undefined);
  pipe.end(secret);
}

function neverStarted(startError: Error): ChildExit {
  return { startError, exitCode: null, signal: null, overMemory: null, wallMs: 0, usage: null };
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/**
 * Resolves once the process has ended and its output has been read. What it left in its group is killed first: a
 * grandchild that holds the pipes would keep the output open, and one that fled the group is not waited for.
 */
function untilEnded(
  child: Child,
  killGroup: () => void,
): Promise<{ exitCode: number | null; signal: string | null }> {
  return new Promise((resolve) => {
    child.once('exit', (exitCode, signal) => {
      killGroup();
      const finish = (): void => {
        clearTimeout(timer);
        resolve({ exitCode, signal });
      };
      const timer = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        finish();
      }, OUTPUT_GRACE_MS);
      child.once('close', finish);
    });
  });
}

function terminateOnAbort(pid: number, signal: AbortSignal): { readonly dispose: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const terminate = (): void => {
    signalGroup(pid, 'SIGTERM');
    timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), KILL_GRACE_MS);
  };
  if (signal.aborted) terminate();
  else signal.addEventListener('abort', terminate, { once: true });
  return {
    dispose: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', terminate);
    },
  };
}

interface Meter {
  readonly last: () => ProcessUsage | null;
  readonly over: () => boolean | null;
  readonly stop: () => void;
}

function startMeter(pid: number, memory: { limit: number | null; onOver: () => void }): Meter {
  let last: ProcessUsage | null = null;
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  let pause: number = USAGE_PAUSE_MS.first;
  let stopped = false;
  const look = async (): Promise<void> => {
    const usage = await readProcessUsage(pid);
    if (stopped) return;
    last = usage ?? last;
    if (usage !== null && memory.limit !== null && usage.rssBytes > memory.limit) {
      over = true;
      memory.onOver();
    }
    pause = Math.min(pause * USAGE_PAUSE_MS.growth, USAGE_PAUSE_MS.last);
    timer = setTimeout(() => void look(), pause);
  };
  void look();
  return {
    last: () => last,
    over: () => (last === null || memory.limit === null ? null : over),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
