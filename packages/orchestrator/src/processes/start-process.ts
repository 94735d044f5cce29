import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { systemErrorCode } from '../errors.ts';

/** A process with both outputs to be read. */
export type Child = ChildProcess & { readonly stdout: Readable; readonly stderr: Readable };

/** A program to start, without a shell. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment of the child: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
}

/** What a child has beside its outputs. */
export interface ChildPipes {
  readonly stdin: 'ignore' | 'pipe';
  /** File descriptor 3. */
  readonly third: 'ignore' | 'pipe';
}

const hasProcessGroups = process.platform !== 'win32';

/**
 * Starts a program in a process group of its own, with nothing inherited. Throws, or gives a child without an id that will say why,
 * where it cannot be started.
 */
export function startProcess({ file, args, cwd, env }: Command, { stdin, third }: ChildPipes): Child {
  return spawn(file, args, {
    cwd,
    env,
    detached: hasProcessGroups,
    windowsHide: true,
    stdio: [stdin, 'pipe', 'pipe', third],
  }) as Child;
}

/** Signals every process of a group; one that is gone already is no error. Windows has no groups: the leader only. */
export function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(hasProcessGroups ? -pid : pid, signal);
  } catch (error) {
    if (systemErrorCode(error) !== 'ESRCH' && systemErrorCode(error) !== 'EPERM') throw error;
  }
}
