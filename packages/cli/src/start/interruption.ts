import process from 'node:process';
import type { Interruption } from '../world.ts';

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The first signal ends the analysis in order; the second one ends us at once, and our children with us. */
export function listenForInterruption(): Interruption {
  const abort = new AbortController();
  let exitCode: number = exitCodes.SIGINT;
  const listeners = SIGNALS.map((name) => {
    const listener = (): void => {
      if (abort.signal.aborted) process.exit(exitCodes[name]);
      exitCode = exitCodes[name];
      abort.abort();
    };
    process.on(name, listener);
    return { name, listener };
  });
  return {
    signal: abort.signal,
    exitCode: () => exitCode,
    dispose: () => {
      for (const { name, listener } of listeners) process.off(name, listener);
    },
  };
}

/** Calls `before`, which never rejects, when a signal ends this process, and then lets it. Gives what stops that. */
export function beforeInterruption(before: () => Promise<void>): () => void {
  const end = (name: NodeJS.Signals): void => {
    void before().then(() => {
      stop();
      process.kill(process.pid, name);
    });
  };
  const stop = (): void => {
    for (const name of SIGNALS) process.off(name, end);
  };
  for (const name of SIGNALS) process.on(name, end);
  return stop;
}
