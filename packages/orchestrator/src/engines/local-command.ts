import { childEnvironment } from '../processes/child-environment.ts';
import type { Command } from '../processes/start-process.ts';
import { heapMib } from './heap-exhaustion.ts';

/** What the analyzer is told to wait for what it is asked, one line on standard input: a JSON array of arguments. */
export const WAIT = 'wait';

/** What decides how the process of a local analyzer is started. */
export interface LocalCommandRequest {
  /** The script of the analyzer. */
  readonly script: string;
  /** Private directory of the process, the current one too. */
  readonly home: string;
  readonly memoryBytes: number;
  /** What its own environment is taken from. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The analyzer as a process of this Node, with its memory, its home and its environment; `told` is what it is asked. */
export function localCommand(
  { script, home, memoryBytes, environment }: LocalCommandRequest,
  told: readonly string[],
): Command {
  return {
    file: process.execPath,
    args: [`--max-old-space-size=${heapMib(memoryBytes)}`, script, ...told],
    cwd: home,
    env: childEnvironment(environment, home),
  };
}
