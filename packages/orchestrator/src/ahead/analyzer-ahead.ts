import { rmSync } from 'node:fs';
import { findAnalyzer } from '../engines/analyzer-bin.ts';
import { localCommand, WAIT } from '../engines/local-command.ts';
import { byteUnits, type Environment, jobsDirectory, quantityFrom, setting } from '../environment-values.ts';
import { createJobDirectory, type JobDirectory } from '../jobs/job-directory.ts';
import { type Child, type Command, signalGroup, startProcess } from '../processes/start-process.ts';
import { usualLimits } from '../usual-limits.ts';

/** What is loaded here must load at once: no schema. */

/** How long nobody can tell whose a job directory is that no run has taken; its process is asked first. */
const OWNED_MS = 15 * 60_000;

/**
 * An analyzer of the local engine that was started before anybody read what it is to do: its process, in the job directory of the run
 * to come, waits for its arguments, and ends by itself where the one that started it is gone. Hand it to `analyze` of an
 * orchestrator, which takes it where it is what the run needs; and `discard` it in the end, whatever became of it.
 */
export interface AnalyzerAhead {
  /** The job directory. */
  readonly path: string;
  /** Where job directories are made, as the environment says. */
  readonly tempDir: string | undefined;
  /** How it was started. */
  readonly command: Command;
  /** Leaves the job directory to a run. */
  readonly adopt: () => void;
  /** Tells the process what to do and leaves it to a run; null where it has ended already. */
  readonly take: (told: readonly string[]) => Child | null;
  /** Ends what no run has taken, and removes what no run has adopted. */
  readonly discard: () => void;
}

/**
 * Starts an analyzer ahead: that of the package @csqa/analyzer, or a script that is known to wait. Null where the environment names
 * another engine or another analyzer, where it cannot be read, and where nothing can be started: whoever runs the analysis then will
 * say why. Never rejects.
 */
export async function startAnalyzerAhead(
  env: Environment,
  analyzerBin?: string,
): Promise<AnalyzerAhead | null> {
  // Windows cannot remove the current directory of a process that has only just been ended.
  if (process.platform === 'win32' || !isUsual(env)) return null;
  let job: JobDirectory | null = null;
  try {
    const { path: script } = await findAnalyzer(analyzerBin);
    const memoryBytes = quantityFrom(env, 'CSQA_ANALYZER_MEMORY', byteUnits) ?? usualLimits.memoryBytes;
    const tempDir = jobsDirectory(env);
    const deadline = new Date(Date.now() + OWNED_MS);
    job = await createJobDirectory({ analysisId: `ahead-${process.pid}`, attempt: 1, tempDir, deadline });
    const home = await job.makeDirectory('home');
    const environment = Object.fromEntries(
      Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const command = localCommand({ script, home, memoryBytes, environment }, [WAIT]);
    return await startIn(job, { tempDir, command });
  } catch {
    if (job !== null) removeNow(job.path);
    return null;
  }
}

function isUsual(env: Environment): boolean {
  const engine = setting(env, 'CSQA_ENGINE') ?? 'auto';
  return (engine === 'auto' || engine === 'local') && setting(env, 'CSQA_ANALYZER_BIN') === undefined;
}

async function startIn(
  job: JobDirectory,
  start: Pick<AnalyzerAhead, 'tempDir' | 'command'>,
): Promise<AnalyzerAhead> {
  const child = startProcess(start.command, { stdin: 'pipe', third: 'ignore' });
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  const { pid } = child;
  if (pid === undefined) throw new Error('no process');
  let isOurs = true;
  let isDirectoryOurs = true;
  const discard = (): void => {
    process.removeListener('exit', discard);
    if (isOurs) signalGroup(pid, 'SIGKILL');
    if (isDirectoryOurs) removeNow(job.path);
    isOurs = false;
    isDirectoryOurs = false;
  };
  process.once('exit', discard);
  holdOpen(child, false);
  // Without its note it only escapes a reaper, and it ends by itself.
  await job.noteProcess(pid).catch(() => undefined);
  return {
    ...start,
    path: job.path,
    adopt: () => {
      isDirectoryOurs = false;
    },
    take: (told) => {
      if (child.exitCode !== null || child.signalCode !== null || !isOurs) return null;
      isOurs = false;
      holdOpen(child, true);
      child.stdin?.end(`${JSON.stringify(told)}\n`);
      return child;
    },
    discard,
  };
}

/** Whether this process stays for the child. */
function holdOpen(child: Child, isHeld: boolean): void {
  const call = isHeld ? 'ref' : 'unref';
  child[call]();
  // Pipes of a child are sockets.
  for (const pipe of [child.stdin, child.stdout, child.stderr] as readonly unknown[]) {
    (pipe as { readonly ref: () => void; readonly unref: () => void })[call]();
  }
}

function removeNow(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // A reaper's to remove.
  }
}
