import type { AnalyzerAhead } from '@csqa/orchestrator';
import type { Environment, OutputStream } from './terminal/terminal.ts';

/** Told that somebody pressed Ctrl-C, or that the process is asked to end. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Exit code of a process that ends for it: 128 and the number of the signal. */
  readonly exitCode: () => number;
  /** Stops listening. */
  readonly dispose: () => void;
}

/** The process around a command: all that it can see and reach. */
export interface World {
  readonly env: Environment;
  /** Absolute path of the current directory. */
  readonly cwd: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Version of this package. */
  readonly version: string;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** The day that it is in UTC, as `YYYY-MM-DD`. */
  readonly today: () => string;
  /** An analyzer that was started before the arguments were read; null where none was. */
  readonly ahead: AnalyzerAhead | null;
  /** Begins to listen for Ctrl-C; a second one ends the process at once. */
  readonly listenForInterruption: () => Interruption;
}
