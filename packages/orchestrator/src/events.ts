import type { AnalyzerEvent } from '@csqa/report';
import type { AnalysisOutcome } from './outcome.ts';

/** The steps of a run, in the order in which they happen. `checkout` is there for a git source only. */
export const RUN_PHASES = ['checkout', 'start', 'analyse', 'intake', 'render'] as const;

/** A step of a run. */
export type RunPhase = (typeof RUN_PHASES)[number];

/** A step begins. */
export interface PhaseStarted {
  readonly type: 'phase';
  readonly phase: RunPhase;
}

/** How far the clone is. `done` and `total` count objects while receiving and files while writing. */
export interface CheckoutProgress {
  readonly type: 'checkout';
  readonly step: 'connecting' | 'receiving' | 'resolving' | 'writing';
  readonly done: number;
  readonly total: number | null;
  /** Bytes on disk so far. */
  readonly bytes: number;
}

/** Something the analyzer said. */
export interface AnalyzerSaid {
  readonly type: 'analyzer';
  readonly event: AnalyzerEvent;
}

/**
 * Something is odd but the run goes on. The codes are stable kebab-case names; `stalled` means no event for a while, `lingering` that the
 * analyzer had told how it ends and did not end.
 */
export interface RunWarning {
  readonly type: 'warning';
  readonly code: string;
  readonly message: string;
  /** The message in Russian. */
  readonly ru?: string;
}

/** The reader was slower than the run: so many events were left out. Progress is thinned first, outcomes never. */
export interface EventsDropped {
  readonly type: 'dropped';
  readonly count: number;
}

/** The last event of every run. */
export interface RunFinished {
  readonly type: 'outcome';
  readonly outcome: AnalysisOutcome;
}

/** What `onEvent` hears: everything but the outcome, which `analyze` returns. */
export type AnalysisProgress = PhaseStarted | CheckoutProgress | AnalyzerSaid | RunWarning;

/** What `stream` yields; the last one is the outcome. */
export type AnalysisEvent = AnalysisProgress | EventsDropped | RunFinished;
