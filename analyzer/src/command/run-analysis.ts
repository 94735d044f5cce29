import { AnalysisError } from '../base/errors.ts';
import type { WorkerMessage, WorkerTask } from '../worker-protocol.ts';
import type { AnalysisThread } from './analysis-thread.ts';
import type { EventStream } from './event-stream.ts';
import type { WantedFiles } from './read-ahead.ts';
import { threadFailure } from './threads.ts';

/** Stages that are announced, in their order. */
const STAGES = ['inventory', 'libraries', 'facts', 'link', 'models', 'flow', 'metrics', 'findings', 'report'];
/** Readers take a run for dead after five silent seconds. */
const HEARTBEAT_INTERVAL_MS = 2_000;
/** Two progress events are at least this far apart, but the last of a stage is always sent. */
const PROGRESS_INTERVAL_MS = 100;

export interface RunOptions {
  readonly task: WorkerTask;
  /** Where the task is done. */
  readonly thread: AnalysisThread;
  readonly events: EventStream;
  /** Seconds after which the run ends itself; null for none. */
  readonly deadline: number | null;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  /** What takes the next bytes of report.json. */
  readonly onReport: (part: Uint8Array<ArrayBuffer>) => void;
}

/** What is said of an analysis beside its report. */
export type FinishedAnalysis = Extract<WorkerMessage, { readonly kind: 'done' }>;

/** Runs the analysis on its thread and tells of it. Throws AnalysisError, DEADLINE_EXCEEDED and CANCELLED included. */
export async function runAnalysis(options: RunOptions): Promise<FinishedAnalysis> {
  const { thread } = options;
  const heartbeat = setInterval(() => beat(options.events), HEARTBEAT_INTERVAL_MS);
  const { promise, resolve, reject } = Promise.withResolvers<FinishedAnalysis>();
  const timer =
    options.deadline === null
      ? undefined
      : setTimeout(() => reject(tooLate(options.deadline)), options.deadline * 1000);
  const onAbort = () =>
    reject(
      new AnalysisError('CANCELLED', 'the analysis was cancelled', {
        hint: 'run it again',
        ru: 'анализ отменён',
      }),
    );
  if (options.signal.aborted) onAbort();
  options.signal.addEventListener('abort', onAbort, { once: true });
  const teller = tell(options);
  thread.ended.catch((error: Error) => reject(threadFailure(error)));
  thread.begin(options.task, (message) => {
    if (message.kind === 'done') resolve(message);
    else if (message.kind === 'report') options.onReport(message.part);
    else if (message.kind === 'read-ahead') void help(message);
    else if (message.kind === 'failed') {
      options.log(message.detail);
      const { hint, ru } = message;
      reject(new AnalysisError(message.code, message.message, { hint, ru }));
    } else teller(message);
  });
  try {
    // It ends by itself then, while the report is written.
    return await promise;
  } catch (error) {
    await thread.end();
    throw error;
  } finally {
    clearInterval(heartbeat);
    clearTimeout(timer);
    options.signal.removeEventListener('abort', onAbort);
  }
}

/** Whoever asked reads himself what is not read here. */
async function help(wanted: WantedFiles): Promise<void> {
  try {
    const { readAhead } = await import('./read-ahead.ts');
    await readAhead(wanted);
  } catch {
    wanted.port.close();
  }
}

function tell(
  options: RunOptions,
): (message: Exclude<WorkerMessage, { kind: 'done' | 'report' | 'read-ahead' | 'failed' }>) => void {
  let phase = '';
  let last = 0;
  return (message) => {
    if (message.kind === 'log') {
      options.log(message.text.trimEnd());
      return;
    }
    if (message.kind === 'stage') {
      phase = message.stage;
      last = 0;
      options.log(`stage ${phase}`);
      options.events.send({ type: 'phase', phase, index: STAGES.indexOf(phase), total: STAGES.length });
      return;
    }
    const now = performance.now();
    if (message.done !== message.total && now - last < PROGRESS_INTERVAL_MS) return;
    last = now;
    const { done, total, unit } = message;
    options.events.send({ type: 'progress', phase, done, total, unit });
  };
}

function beat(events: EventStream): void {
  const { user, system } = process.cpuUsage();
  events.send({ type: 'heartbeat', rssBytes: process.memoryUsage.rss(), cpuMs: (user + system) / 1000 });
}

function tooLate(seconds: number | null): AnalysisError {
  return new AnalysisError('DEADLINE_EXCEEDED', `the analysis took longer than ${seconds} s`, {
    hint: 'raise the time limit, or exclude what need not be analysed in .csqa.yml',
    ru: `анализ занял больше ${seconds} с`,
  });
}
