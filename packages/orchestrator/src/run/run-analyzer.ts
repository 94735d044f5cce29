import type { AnalyzerEvent } from '@csqa/report';
import type { AnalyzerEngine, EngineExit, EngineJob } from '../engines/engine.ts';
import type { AnalysisProgress } from '../events.ts';
import type { CappedLog } from './capped-log.ts';
import { eventIntake, type Heard } from './event-intake.ts';
import { type EndReason, startWatchdog } from './watchdog.ts';

/** How a run of the analyzer went, whichever engine ran it. */
export interface AnalyzerRun {
  readonly exit: EngineExit;
  /** Why we ended it; null where it ended by itself. */
  readonly endedBy: EndReason | null;
  readonly heard: Heard;
}

/** What to run, and who listens. */
export interface AnalyzerRunRequest {
  readonly engine: AnalyzerEngine;
  readonly job: Omit<EngineJob, 'onStdout' | 'onStderr' | 'signal' | 'overdue' | 'onEnded'>;
  readonly log: CappedLog;
  readonly signal: AbortSignal;
  readonly onEvent: (event: AnalysisProgress) => void;
}

/** Runs the analyzer under its limits. Rejects only where it never started. */
export async function runAnalyzer(request: AnalyzerRunRequest): Promise<AnalyzerRun> {
  const { engine, job, log, onEvent } = request;
  const { limits, outDir, cacheDir } = job;
  const watchdog = startWatchdog({
    limits,
    outDir,
    cacheDir,
    signal: request.signal,
    onQuiet: (seconds) =>
      onEvent({
        type: 'warning',
        code: 'stalled',
        message: `The analyzer has said nothing for ${seconds} s.`,
        ru: `Анализатор молчит уже ${seconds} с.`,
      }),
  });
  const intake = eventIntake({
    onEvent: (event: AnalyzerEvent) => {
      watchdog.sawEvent();
      if (event.type === 'result' || event.type === 'error') watchdog.sawLastWord();
      onEvent({ type: 'analyzer', event });
    },
    onGarbage: (line) => log.push(Buffer.from(line)),
  });
  const onStdout = (chunk: Uint8Array): void => {
    // Once the run is being ended there is nothing more to learn from a flood.
    if (watchdog.reason() === 'events') return;
    intake.push(chunk);
    watchdog.sawBytes(intake.heard().bytes);
  };
  try {
    const { signal, overdue, sawEnd: onEnded } = watchdog;
    const exit = await engine.run({ ...job, onStdout, onStderr: log.push, signal, overdue, onEnded });
    intake.end();
    return { exit, endedBy: watchdog.reason(), heard: intake.heard() };
  } finally {
    watchdog.stop();
  }
}
