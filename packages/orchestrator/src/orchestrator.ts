import type { DoctorReport } from './doctor-report.ts';
import type { AnalysisEvent, AnalysisProgress } from './events.ts';
import type { AnalysisOutcome } from './outcome.ts';
import type { IsLive, ReapReport } from './reap-report.ts';
import type { AnalysisRequest } from './request.ts';

/** What accompanies an analysis while it runs. */
export interface RunContext {
  /** Ends the run. What was published before stays; nothing is left half-written. */
  readonly signal?: AbortSignal;
  /** Hears of progress. It is called in order, never after `analyze` resolved; what it throws ends the run. */
  readonly onEvent?: (event: AnalysisProgress) => void;
}

/** Runs an analyzer over sources. It holds no state between calls and may run several analyses at once. */
export interface Orchestrator {
  /**
   * Runs one analysis. Resolves however it ended; `outcome.error` says why where it did not succeed. Rejects with a
   * CsqaError only for a request that is not valid (REQUEST_INVALID), before anything was touched.
   */
  readonly analyze: (request: AnalysisRequest, context?: RunContext) => Promise<AnalysisOutcome>;
  /**
   * The same as events, the outcome last. The run begins when the first event is asked for; leaving the loop early
   * cancels it. A reader that is slow misses progress, never the outcome, and never slows the run.
   */
  readonly stream: (
    request: AnalysisRequest,
    context?: Pick<RunContext, 'signal'>,
  ) => AsyncGenerator<AnalysisEvent, void, undefined>;
  /** Looks at everything an analysis needs on this machine. */
  readonly doctor: () => Promise<DoctorReport>;
  /** Removes what dead runs of this machine left behind. Runs that `isLive` claims are kept; by default none is. */
  readonly reap: (isLive?: IsLive) => Promise<ReapReport>;
}
