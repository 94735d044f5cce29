import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const MAIN = join(import.meta.dirname, '../../src/main.ts');
const READ_TSX = join(import.meta.dirname, '../read-tsx.ts');

/** A process of the web app, and all that it says. */
export interface AppProcess {
  readonly pid: number;
  readonly said: () => string;
  /** Waits for words. Throws where the process ends without them. */
  hears(words: RegExp): Promise<void>;
  /** Sends a signal and waits for the end; gives the exit code, null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a command of the app from its sources, on the local engine unless told otherwise. */
export function startApp(command: string, env: Readonly<Record<string, string>>): AppProcess {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--conditions=csqa-source', '--import', READ_TSX, MAIN, command],
    {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], CSQA_ENGINE: 'local', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  }
  let isOver = false;
  const gone = once(child, 'exit').then(([code]) => {
    isOver = true;
    return code as number | null;
  });
  return {
    pid: child.pid ?? 0,
    said: () => text,
    async hears(words) {
      while (!words.test(text)) {
        if (isOver) throw new Error(`it ended without a word of ${String(words)}: ${text}`);
        await wait(50);
      }
    },
    end(signal) {
      child.kill(signal);
      return gone;
    },
  };
}

/** Waits until something is so. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await wait(50);
}

/** Numbers of the processes that have a path in their command line: the analyzers that work below it. */
export async function processesAt(path: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/u.test(name) || Number(name) === process.pid) continue;
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(path)) found.push(Number(name));
  }
  return found;
}
