import type { AnalysisEvent, AnalysisProgress, RunFinished } from './events.ts';

/** Passes events from a run that does not wait to a reader that may be slow. */
export interface EventQueue {
  readonly push: (event: AnalysisProgress) => void;
  /** The run has ended: its outcome is read last. */
  readonly finish: (last: RunFinished) => void;
  /** The run failed to begin: the reader gets this. */
  readonly fail: (error: unknown) => void;
  /** What is waiting, oldest first, once there is something; `last` after the outcome. */
  readonly take: () => Promise<{ readonly events: readonly AnalysisEvent[]; readonly last: boolean }>;
}

/** Events that wait for a slow reader. */
const MOST_WAITING = 1_000;

/**
 * Makes a queue that never holds more than `mostWaiting` events. A report of progress gives way to the next one of its
 * kind; if that is not enough, the oldest go, and the reader is told how many.
 */
export function eventQueue(mostWaiting: number = MOST_WAITING): EventQueue {
  let waiting: AnalysisProgress[] = [];
  let dropped = 0;
  let end: { readonly last: RunFinished } | { readonly error: unknown } | null = null;
  let wake: () => void = () => undefined;
  return {
    push: (event) => {
      const newest = waiting.at(-1);
      if (newest !== undefined && supersedes(event, newest)) waiting.pop();
      waiting.push(event);
      if (waiting.length > mostWaiting) {
        waiting.shift();
        dropped += 1;
      }
      wake();
    },
    finish: (last) => {
      end = { last };
      wake();
    },
    fail: (error) => {
      end = { error };
      wake();
    },
    take: async () => {
      while (waiting.length === 0 && end === null) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const events: AnalysisEvent[] =
        dropped === 0 ? [...waiting] : [{ type: 'dropped', count: dropped }, ...waiting];
      waiting = [];
      dropped = 0;
      if (end === null) return { events, last: false };
      if ('error' in end) throw end.error;
      return { events: [...events, end.last], last: true };
    },
  };
}

function supersedes(next: AnalysisProgress, newest: AnalysisProgress): boolean {
  if (next.type === 'checkout' && newest.type === 'checkout') return next.step === newest.step;
  if (next.type !== 'analyzer' || newest.type !== 'analyzer') return false;
  const [later, earlier] = [next.event, newest.event];
  if (later.type === 'heartbeat') return earlier.type === 'heartbeat';
  return later.type === 'progress' && earlier.type === 'progress' && later.phase === earlier.phase;
}
