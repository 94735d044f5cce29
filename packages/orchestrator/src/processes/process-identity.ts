import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process, told apart from a later one with the same number. Null where the platform does not say. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Changes with every start of the kernel. */
  readonly bootId: string | null;
  /** Process numbers mean something within one namespace only. */
  readonly pidNamespace: string | null;
  /** Clock ticks from the start of the kernel to that of the process. */
  readonly startTicks: number | null;
}

/** What can be said about a process: `unknown` where it lives in another namespace or on another host. */
export type Liveness = 'alive' | 'dead' | 'unknown';

/** Index of `starttime` in /proc/<pid>/stat, counted after the closing bracket of the command name (proc(5)). */
const START_TIME_FIELD = 19;

/** Identifies a process of this machine. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity> {
  const [bootId, pidNamespace, startTicks] = await Promise.all([
    readText('/proc/sys/kernel/random/boot_id'),
    readlink('/proc/self/ns/pid').catch(() => null),
    readStartTicks(pid),
  ]);
  return { pid, host: hostname(), bootId, pidNamespace, startTicks };
}

/** Says whether an identified process still runs. */
export async function livenessOf(identity: ProcessIdentity): Promise<Liveness> {
  const here = await identifyProcess(identity.pid);
  if (identity.bootId === null || here.bootId === null) {
    if (identity.host !== here.host) return 'unknown';
    return isRunning(identity.pid) ? 'alive' : 'dead';
  }
  if (identity.bootId !== here.bootId) return identity.host === here.host ? 'dead' : 'unknown';
  if (identity.pidNamespace !== here.pidNamespace) return 'unknown';
  return here.startTicks !== null && here.startTicks === identity.startTicks ? 'alive' : 'dead';
}

/** The fields of /proc/<pid>/stat after the command name, which may itself hold blanks and brackets; null off Linux. */
export async function readStatFields(pid: number): Promise<readonly string[] | null> {
  const stat = await readText(`/proc/${pid}/stat`);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Null for a process that is not there, and for one that ended and only waits to be collected. */
async function readStartTicks(pid: number): Promise<number | null> {
  const fields = await readStatFields(pid);
  if (fields?.[0] === 'Z' || fields?.[0] === 'X') return null;
  const ticks = Number(fields?.[START_TIME_FIELD]);
  return Number.isFinite(ticks) ? ticks : null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    return null;
  }
}
