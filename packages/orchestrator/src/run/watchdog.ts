import type { Limits } from '../limits.ts';
import { bytesOnDisk } from '../out/left-files.ts';

/**
 * Why a run was ended by us: the caller, the clock, silence, too much output, too many files, too much kept for later runs; or why its
 * analyzer was: no end although it had said how it ends.
 */
export type EndReason = 'cancelled' | 'timeout' | 'stalled' | 'events' | 'files' | 'cache' | 'lingering';

/** Ends a run that breaks a limit. */
export interface Watchdog {
  /** Aborted when the run must end. */
  readonly signal: AbortSignal;
  /** Aborted when the analyzer must end, though all is well. */
  readonly overdue: AbortSignal;
  /** Why; null as long as nothing is wrong. */
  readonly reason: () => EndReason | null;
  /** The analyzer gave a sign of life. */
  readonly sawEvent: () => void;
  /** The analyzer told its result, or that there is none: its last word. */
  readonly sawLastWord: () => void;
  /** The analyzer has ended. */
  readonly sawEnd: () => void;
  /** The analyzer has written so many bytes of events altogether. */
  readonly sawBytes: (total: number) => void;
  readonly stop: () => void;
}

/** What to watch over. */
export interface WatchdogRequest {
  readonly limits: Limits;
  readonly signal: AbortSignal;
  /** The analyzer's out directory. */
  readonly outDir: string;
  /** Where it keeps what later runs may use; null for nowhere. */
  readonly cacheDir: string | null;
  /** Called each time that nothing was heard for `quietSeconds`. */
  readonly onQuiet: (seconds: number) => void;
}

/** The analyzer ends itself at its deadline; only if it does not, it is ended so much later. */
const AFTER_DEADLINE_MS = 5_000;

/** All files are in their places when a result is told. What does not end by then never will. */
const AFTER_LAST_WORD_MS = 10_000;

const TICK_MS = 500;

/** Watches over a run until it is stopped. The first reason to end it is the one that counts. */
export function startWatchdog(request: WatchdogRequest): Watchdog {
  const { limits, signal } = request;
  const own = new AbortController();
  let reason: EndReason | null = null;
  const end = (why: EndReason): void => {
    reason ??= why;
    own.abort(reason);
  };
  const onAbort = (): void => end('cancelled');
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });

  const silence = watchSilence(limits, { onQuiet: request.onQuiet, onStalled: () => end('stalled') });
  const clock = setTimeout(() => end('timeout'), limits.timeoutSeconds * 1000 + AFTER_DEADLINE_MS);
  const ending = watchEnd();
  let measuring = false;
  const measure = async (): Promise<void> => {
    if (measuring) return;
    measuring = true;
    const bytes = await bytesOnDisk(request.outDir);
    const kept = request.cacheDir === null ? 0 : await bytesOnDisk(request.cacheDir);
    measuring = false;
    if (bytes > limits.outBytes) end('files');
    else if (kept > limits.cacheBytes) end('cache');
  };
  const tick = setInterval(() => {
    silence.look();
    void measure();
  }, TICK_MS);
  return {
    signal: own.signal,
    overdue: ending.overdue,
    reason: () => reason ?? (ending.overdue.aborted ? 'lingering' : null),
    sawEvent: silence.sawEvent,
    sawLastWord: ending.sawLastWord,
    sawEnd: ending.sawEnd,
    sawBytes: (total) => {
      if (total > limits.eventBytes) end('events');
    },
    stop: () => {
      clearTimeout(clock);
      ending.sawEnd();
      clearInterval(tick);
      signal.removeEventListener('abort', onAbort);
    },
  };
}

function watchSilence(
  limits: Limits,
  on: { readonly onQuiet: (seconds: number) => void; readonly onStalled: () => void },
): { readonly sawEvent: () => void; readonly look: () => void } {
  let heardAt = performance.now();
  let warned = false;
  return {
    sawEvent: () => {
      heardAt = performance.now();
      warned = false;
    },
    look: () => {
      const seconds = (performance.now() - heardAt) / 1000;
      if (seconds > limits.stallSeconds) on.onStalled();
      else if (seconds > limits.quietSeconds && !warned) {
        warned = true;
        on.onQuiet(Math.round(seconds));
      }
    },
  };
}

function watchEnd(): Pick<Watchdog, 'overdue' | 'sawLastWord' | 'sawEnd'> {
  const late = new AbortController();
  let clock: NodeJS.Timeout | undefined;
  let hasEnded = false;
  return {
    overdue: late.signal,
    sawLastWord: () => {
      if (!hasEnded) clock ??= setTimeout(() => late.abort(), AFTER_LAST_WORD_MS);
    },
    sawEnd: () => {
      // Its words may still be on their way.
      hasEnded = true;
      clearTimeout(clock);
    },
  };
}
