import { tmpdir } from 'node:os';
import type { Environment } from '../src/terminal/terminal.ts';
import type { World } from '../src/world.ts';

/** A stream that keeps what is written to it. */
export interface MemoryStream {
  readonly write: (text: string) => boolean;
  readonly text: () => string;
}

/** A world without a terminal, whose output can be read. */
export interface MemoryWorld extends World {
  readonly stdout: MemoryStream;
  readonly stderr: MemoryStream;
}

/** Makes a world; the clock moves a tenth of a second each time that it is asked. */
export function memoryWorld(
  changes: { readonly env?: Environment; readonly cwd?: string } = {},
): MemoryWorld {
  let now = 0;
  return {
    env: changes.env ?? {},
    cwd: changes.cwd ?? tmpdir(),
    stdout: memoryStream(),
    stderr: memoryStream(),
    version: '1.2.3',
    now: () => {
      now += 100;
      return now;
    },
    today: () => '2026-11-26',
    ahead: null,
    listenForInterruption: () => ({
      signal: new AbortController().signal,
      exitCode: () => 130,
      dispose: () => undefined,
    }),
  };
}

function memoryStream(): MemoryStream {
  const written: string[] = [];
  return {
    write: (text) => {
      written.push(text);
      return true;
    },
    text: () => written.join(''),
  };
}
