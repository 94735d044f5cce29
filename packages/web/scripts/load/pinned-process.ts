import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

/** Where the built app is. */
export const BUILT_APP = join(import.meta.dirname, '../../dist/main.js');

/** Which processor a process is held to. */
export type Core = 0 | 1;

type Env = Readonly<Record<string, string>>;

/** Says whether processes can be held to one processor each, on this machine. */
export function canPin(): Promise<boolean> {
  return promisify(execFile)('taskset', ['--cpu-list', '1', 'true']).then(
    () => true,
    () => false,
  );
}

/** Starts Node on a script, held to one processor where that is possible. */
export async function startNode(core: Core, args: readonly string[], env: Env): Promise<ChildProcess> {
  const node = [process.execPath, ...args];
  const [file = '', ...rest] = (await canPin()) ? ['taskset', '--cpu-list', String(core), ...node] : node;
  return spawn(file, rest, {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Runs Node on a script to its end and gives what it printed. Throws where it fails. */
export async function runNode(core: Core, args: readonly string[], env: Env = {}): Promise<string> {
  const child = await startNode(core, args, env);
  if (child.stdout === null) throw new Error('the process has no output');
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
  return printed;
}

/** Waits for a line of a process and gives the match. What it says later is read and dropped, for it would end of a closed pipe. */
export function lineOf(child: ChildProcess, words: RegExp): Promise<RegExpExecArray> {
  let heard = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8');
      const found = words.exec(heard);
      if (found !== null) resolve(found);
    });
    child.once('close', () => reject(new Error(`it ended without ${String(words)}: ${heard}`)));
  });
}

/** Ends a process in order. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
