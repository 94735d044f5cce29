import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnalyzerEvent, formatEvent, type Report, WRITERS } from '@csqa/report';
import type { AnalyzerEngine, EngineExit, EngineJob } from '../engines/engine.ts';

/** What an event is without its envelope. */
type Said = AnalyzerEvent extends infer Event
  ? Event extends AnalyzerEvent
    ? Omit<Event, 'v' | 'seq' | 'ts'>
    : never
  : never;

/** How a fake engine behaves. */
export interface FakeEngineScript {
  /** What the analyzer finds; null for a run that leaves no report. */
  readonly report: Report | null;
  /** What it says before it is done. */
  readonly events?: readonly Said[];
  /** Its log. */
  readonly log?: string;
  /** How it ends; 0 where nothing is said. */
  readonly exit?: Partial<EngineExit>;
  /** Milliseconds that it takes; an abort ends it sooner. */
  readonly takesMs?: number;
}

/** An engine without an analyzer, for the tests of those who use an orchestrator. It runs both modes. */
export function createFakeEngine(script: FakeEngineScript): AnalyzerEngine {
  return {
    name: 'fake',
    isolation: 'none',
    modes: ['fast', 'full'],
    describe: () =>
      Promise.resolve({ name: 'fake', isolation: 'none', version: null, image: null, transfer: 'none' }),
    checks: () =>
      Promise.resolve([{ id: 'fake-engine', status: 'ok', detail: 'There is nothing to check.', fix: null }]),
    run: (job) => play(script, job),
  };
}

const normalExit: EngineExit = {
  exitCode: 0,
  signal: null,
  outOfMemory: null,
  wallMs: 0,
  cpuMs: null,
  peakMemoryBytes: null,
};

async function play(script: FakeEngineScript, job: EngineJob): Promise<EngineExit> {
  let seq = 0;
  const say = (said: Said): void => {
    const event = { v: 1, seq, ts: '2026-01-01T00:00:00Z', ...said } satisfies AnalyzerEvent;
    seq += 1;
    job.onStdout(Buffer.from(formatEvent(event)));
  };
  say({ type: 'hello', tool: 'fake', version: '0.0.0', contract: 1, capabilities: [] });
  for (const said of script.events ?? []) say(said);
  job.onStderr(Buffer.from(script.log ?? ''));
  const inTime = await elapsed(script.takesMs ?? 0, job.signal);
  if (!inTime) return { ...normalExit, exitCode: null, signal: 'SIGTERM' };
  if (script.report !== null) {
    const { fileName } = WRITERS.json;
    const bytes = Buffer.from(WRITERS.json.render(script.report));
    await writeFile(join(job.outDir, fileName), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    say({ type: 'result', files: [{ name: fileName, bytes: bytes.length, sha256 }] });
  }
  return { ...normalExit, ...script.exit };
}

/** True once the time has passed, false as soon as the signal is aborted. */
function elapsed(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve(true);
    }, ms);
    const stop = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
