import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** What one run took: from the start of the process to its end, with all processes that it started. */
export interface Run {
  readonly wallMs: number;
  /** User and system. */
  readonly cpuMs: number;
  /** Of resident memory; NaN where the system has no /proc. */
  readonly peakMemoryBytes: number;
}

export interface FinishedRun extends Run {
  readonly code: number;
  readonly stdout: string;
  /** The last line of standard error, which is where programs say why they fail. */
  readonly complaint: string;
}

/** Milliseconds between two looks at the memory of a process. Linux keeps the peak of each, so little is lost between them. */
const LOOK_EVERY = 20;
const OUTPUT_LIMIT = 64 * 1024 * 1024;

/**
 * Runs a shell command and measures it from outside, so that every program is measured the same way: the shell tells the processor
 * time of all that it waited for, and /proc the peak of memory. POSIX only.
 */
export async function measureCommand(command: string): Promise<FinishedRun> {
  const started = performance.now();
  const child = spawn('sh', ['-c', `${command}\ncode=$?\ntimes >&3\nexit $code`], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const [stdout, stderr, times] = [1, 2, 3].map((index) => collect(child.stdio[index]));
  let peak = Number.NaN;
  const look = async () => {
    const now = await peakOfTree(child.pid ?? 0);
    if (!(now <= peak)) peak = now > 0 ? now : peak;
  };
  const timer = setInterval(() => void look(), LOOK_EVERY);
  const code = await new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', (ended) => done(ended ?? 1));
  });
  clearInterval(timer);
  return {
    wallMs: performance.now() - started,
    cpuMs: cpuOfChildren(times?.() ?? ''),
    peakMemoryBytes: peak,
    code,
    stdout: stdout?.() ?? '',
    complaint: (stderr?.() ?? '').trim().split('\n').at(-1) ?? '',
  };
}

/** A word that the shell takes as it is. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function collect(stream: unknown): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  (stream as NodeJS.ReadableStream).on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= OUTPUT_LIMIT) chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString('utf8');
}

/** Milliseconds in the second line that `times` prints, `0m1.25s 0m0.5s`: user and system time of the children. */
export function cpuOfChildren(times: string): number {
  const [, children = ''] = times.trim().split('\n');
  const parts = [...children.matchAll(/(?<minutes>\d+)m(?<seconds>[\d.]+)s/gu)];
  return parts.reduce((sum, { groups }) => {
    const { minutes, seconds } = groups ?? {};
    return sum + (Number(minutes) * 60 + Number(seconds)) * 1000;
  }, 0);
}

/** Peaks of all living processes below the shell, together. */
async function peakOfTree(shell: number): Promise<number> {
  const below = await childrenOf(shell);
  const peaks = await Promise.all(below.map(async (pid) => (await peakOf(pid)) + (await peakOfTree(pid))));
  return peaks.reduce((sum, bytes) => sum + bytes, 0);
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').flatMap((word) => (word.trim() === '' ? [] : [Number(word)]));
}

async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(?<kilobytes>\d+)/u.exec(status)?.groups?.kilobytes ?? 0) * 1024;
}
