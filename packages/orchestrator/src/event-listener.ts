import type { AnalysisProgress } from './events.ts';

/** A caller's listener and signal. */
export interface Listening {
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: AnalysisProgress) => void;
}

/** A listener whose errors cannot escape in the middle of a run. */
export interface GuardedListener {
  /** Never throws; its signal is also aborted by the first error of the listener. */
  readonly context: Required<Listening>;
  /** Throws the first error of the listener, if there was one. */
  readonly rethrow: () => void;
}

/** Guards a run against its listener: an error there must end the run in order, and reach the caller at its end. */
export function guardListener({ signal, onEvent }: Listening): GuardedListener {
  const broken = new AbortController();
  return {
    context: {
      signal: signal === undefined ? broken.signal : AbortSignal.any([signal, broken.signal]),
      onEvent: (event) => {
        if (broken.signal.aborted) return;
        try {
          onEvent?.(event);
        } catch (error) {
          broken.abort(error);
        }
      },
    },
    rethrow: () => broken.signal.throwIfAborted(),
  };
}
