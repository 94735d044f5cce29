import { setTimeout as wait } from 'node:timers/promises';

/** Work that is done again and again. */
export interface Repetition {
  /** Begins no more, and waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Does work at once and then with pauses between, never twice at a time. A failure is told once, until the work succeeds
 * again: a database that is away for an hour is one line of the log.
 */
export function repeat(
  work: () => Promise<unknown>,
  how: { readonly pauseMs: number; readonly onError: (error: unknown) => void },
): Repetition {
  const stopped = new AbortController();
  const going = (async () => {
    for (let isFailing = false; !stopped.signal.aborted; ) {
      try {
        await work();
        isFailing = false;
      } catch (error) {
        if (!isFailing) how.onError(error);
        isFailing = true;
      }
      await wait(how.pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  })();
  return {
    stop() {
      stopped.abort();
      return going;
    },
  };
}
