import type { AnalyzerAhead } from './ahead/analyzer-ahead.ts';
import { analyse } from './analysis.ts';
import type { Analysis } from './analysis-state.ts';
import { examine } from './doctor.ts';
import type { DoctorReport } from './doctor-report.ts';
import type { AnalyzerEngine } from './engines/engine.ts';
import { createEngines } from './engines/engines.ts';
import { asCsqaError, type CsqaErrorCode } from './errors.ts';
import { guardListener } from './event-listener.ts';
import { eventQueue } from './event-queue.ts';
import type { AnalysisEvent, AnalysisProgress } from './events.ts';
import { jobParent } from './jobs/job-directory.ts';
import { reapJobs } from './jobs/reap-jobs.ts';
import { resolveLimits } from './limits.ts';
import { type OrchestratorOptions, type ParsedOptions, parseOptions } from './options.ts';
import type { AnalysisOutcome } from './outcome.ts';
import { defaultPorts, type OrchestratorPorts } from './ports.ts';
import type { IsLive, ReapReport } from './reap-report.ts';
import { type AnalysisRequest, parseRequest } from './request.ts';

/** What accompanies an analysis while it runs. */
export interface RunContext {
  /** Ends the run: TERM, ten seconds, KILL. The out directory stays as it was before. */
  readonly signal?: AbortSignal;
  /** An analyzer that was started before (`@csqa/orchestrator/ahead`); the run takes it where it fits, and discards it otherwise. */
  readonly ahead?: AnalyzerAhead | null;
  /** Hears of progress, in order, never after `analyze` resolved. What it throws ends the run and rejects `analyze`. */
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
  /** Looks at everything that an analysis needs on this machine. */
  readonly doctor: () => Promise<DoctorReport>;
  /** Removes what dead runs of this machine left behind. Runs that `isLive` claims are kept; by default none is. */
  readonly reap: (isLive?: IsLive) => Promise<ReapReport>;
}

/**
 * Makes an orchestrator. It reads no environment: `optionsFromEnv(process.env)` does that where it is wanted. The ports
 * replace the clock, the resolver or an engine. Throws OPTIONS_INVALID.
 */
export function createOrchestrator(
  options: OrchestratorOptions = {},
  ports: Partial<OrchestratorPorts> = {},
): Orchestrator {
  const parsed = parseOptions(options);
  const allPorts: OrchestratorPorts = { ...defaultPorts, ...ports };
  const engines = createEngines(parsed, allPorts.engines);
  const prepare = (request: AnalysisRequest, context: RunContext): Analysis =>
    prepareAnalysis({ options: parsed, ports: allPorts, engines }, request, context);
  return {
    analyze: async (request, context = {}) => {
      const listener = guardListener(context);
      const outcome = await analyse(prepare(request, { ...context, ...listener.context }));
      listener.rethrow();
      return outcome;
    },
    stream: (request, context = {}) => streamAnalysis((own) => prepare(request, own), context.signal),
    doctor: () => examine(parsed, engines),
    reap: (isLive = () => false) => reapEverything(parsed, engines, isLive),
  };
}

function prepareAnalysis(
  setup: Pick<Analysis, 'options' | 'ports' | 'engines'>,
  request: AnalysisRequest,
  context: RunContext,
): Analysis {
  const parsed = parseRequest(request);
  return {
    ...setup,
    request: parsed,
    limits: resolveLimits(setup.options.limits, parsed.limits),
    signal: context.signal ?? new AbortController().signal,
    ahead: context.ahead ?? null,
    onEvent: context.onEvent ?? (() => undefined),
  };
}

async function* streamAnalysis(
  prepare: (context: RunContext) => Analysis,
  outer: AbortSignal | undefined,
): AsyncGenerator<AnalysisEvent, void, undefined> {
  const left = new AbortController();
  const queue = eventQueue();
  const signal = outer === undefined ? left.signal : AbortSignal.any([outer, left.signal]);
  const running = analyse(prepare({ signal, onEvent: queue.push })).then(
    (outcome) => queue.finish({ type: 'outcome', outcome }),
    queue.fail,
  );
  try {
    for (let last = false; !last; ) {
      const taken = await queue.take();
      yield* taken.events;
      last = taken.last;
    }
  } finally {
    left.abort(new Error('The reader of the events left.'));
    await running;
  }
}

async function reapEverything(
  options: ParsedOptions,
  engines: ReturnType<typeof createEngines>,
  isLive: IsLive,
): Promise<ReapReport> {
  const reports = await Promise.all([
    reapJobs(jobParent(options.tempDir), isLive),
    ...[...engines.values()].map((engine) => reapEngine(engine, isLive)),
  ]);
  return {
    removed: reports.flatMap(({ removed }) => removed),
    failed: reports.flatMap(({ failed }) => failed),
    kept: reports.reduce((sum, { kept }) => sum + kept, 0),
  };
}

/** An engine that is not there has nothing to sweep; one that is there and refuses is told. */
async function reapEngine(engine: AnalyzerEngine, isLive: IsLive): Promise<ReapReport> {
  try {
    return (await engine.reap?.(isLive)) ?? NOTHING_REAPED;
  } catch (error) {
    const { code, message } = asCsqaError(error);
    if (NO_ENGINE.has(code)) return NOTHING_REAPED;
    return { ...NOTHING_REAPED, failed: [{ name: engine.name, reason: message }] };
  }
}

const NOTHING_REAPED: ReapReport = { removed: [], failed: [], kept: 0 };

const NO_ENGINE: ReadonlySet<CsqaErrorCode> = new Set(['ENGINE_UNAVAILABLE', 'ENGINE_UNREACHABLE']);
