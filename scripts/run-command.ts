import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** The root of this repository, wherever it was cloned and whatever the current directory is. */
export const repositoryRoot = resolve(import.meta.dirname, '..');

/** One child process: a script that Node runs, its arguments, and where its output goes. */
export interface Command {
  /** Absolute, or relative to the repository root. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Arguments for Node itself. */
  readonly nodeArgs?: readonly string[];
  /** Defaults to the repository root. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `show` hands our terminal to the child; `capture` keeps the output and returns it. */
  readonly output: 'show' | 'capture';
}

export interface CommandResult {
  /** Exit code; 128 + signal number when a signal ended the child, as shells report it. */
  readonly code: number;
  /** stdout and stderr in the order they came; empty when shown. */
  readonly text: string;
}

/** The scripts behind the tools' bin entries: run by Node directly, they need no shell on any system. */
export const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'node_modules/knip/bin/knip.js',
  tsc: 'node_modules/typescript/bin/tsc',
  turbo: 'node_modules/turbo/bin/turbo',
  vitest: 'node_modules/vitest/vitest.mjs',
} as const;

/**
 * Runs one script under the Node that runs us, with the repository's own tools first on PATH.
 * Signals reach the child through the terminal's process group or are passed on; we outlive it.
 */
export function runCommand(command: Command): Promise<CommandResult> {
  const script = resolve(repositoryRoot, command.script);
  const child = spawn(process.execPath, [...(command.nodeArgs ?? []), script, ...(command.args ?? [])], {
    cwd: command.cwd ?? repositoryRoot,
    env: { ...process.env, ...command.env, ...pathWithOwnTools(), TURBO_TELEMETRY_DISABLED: '1' },
    stdio: command.output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));

  const ignore = () => undefined;
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', ignore).on('SIGTERM', passOn);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      process.off('SIGINT', ignore).off('SIGTERM', passOn);
      done({ code: code ?? 128 + signalNumber(signal), text: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

function signalNumber(signal: NodeJS.Signals | null): number {
  return signal === null ? 0 : constants.signals[signal];
}

/** Windows spells the variable `Path`; setting the spelling that is there avoids two of them. */
function pathWithOwnTools(): Record<string, string> {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const own = join(repositoryRoot, 'node_modules', '.bin');
  return { [name]: [own, process.env[name] ?? ''].join(delimiter) };
}
