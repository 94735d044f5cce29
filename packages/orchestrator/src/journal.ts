import type { RunRecord, RunTimings } from '@csqa/report';
import { CAPS, clipText } from '@csqa/report';
import type { AnalysisProgress, RunPhase, RunWarning } from './events.ts';
import type { Clock } from './ports.ts';

type PhaseTiming = RunTimings['phases'][number];
type Warning = RunRecord['warnings'][number];

/** What a warning says, in both languages. */
export type WarningText = Required<Pick<RunWarning, 'message' | 'ru'>>;

/** What happened in one run so far, in the order in which it happened. */
export interface Journal {
  /** A step begins; the one before it has ended. */
  readonly begin: (phase: RunPhase) => void;
  /** Notes an event and passes it on. */
  readonly tell: (event: AnalysisProgress) => void;
  readonly warn: (code: string, words: WarningText) => void;
  readonly warnings: () => readonly Warning[];
  /** Times up to now. */
  readonly timings: () => RunTimings;
  /** Milliseconds since the run began. */
  readonly elapsedMs: () => number;
}

interface OpenPhase {
  readonly phase: string;
  readonly startedAt: string;
  readonly since: number;
}

/** Begins a journal. */
export function openJournal(clock: Clock, listener: (event: AnalysisProgress) => void): Journal {
  const startedAt = clock().toISOString();
  const since = performance.now();
  const warnings: Warning[] = [];
  const phases: PhaseTiming[] = [];
  const step = phaseClock(clock, phases);
  const stage = phaseClock(clock, phases);
  const tell = (event: AnalysisProgress): void => {
    if (event.type === 'warning' && warnings.length < CAPS.nested) {
      warnings.push({ code: clipText(event.code, CAPS.name), message: clipText(event.message, CAPS.text) });
    }
    if (event.type === 'analyzer' && event.event.type === 'phase') stage.begin(stageName(event.event.phase));
    listener(event);
  };
  return {
    tell,
    begin: (phase) => {
      stage.end();
      step.begin(phase);
      tell({ type: 'phase', phase });
    },
    warn: (code, words) => tell({ type: 'warning', code, ...words }),
    warnings: () => warnings,
    elapsedMs: () => performance.now() - since,
    timings: () => {
      const soFar = [...phases, ...stage.underWay(), ...step.underWay()];
      const inOrder = soFar.sort((left, right) => (left.startedAt < right.startedAt ? -1 : 1));
      return { startedAt, finishedAt: clock().toISOString(), phases: inOrder.slice(0, CAPS.nested) };
    },
  };
}

function stageName(stage: string): string {
  return clipText(`analyse/${stage}`, CAPS.name);
}

/** Times phases of which one follows the other. More than the record can hold are not kept. */
function phaseClock(clock: Clock, phases: PhaseTiming[]) {
  let open: OpenPhase | null = null;
  const end = (): void => {
    if (open !== null && phases.length < CAPS.nested) {
      phases.push({ phase: open.phase, startedAt: open.startedAt, wallMs: performance.now() - open.since });
    }
    open = null;
  };
  return {
    end,
    /** What has begun and goes on, as if it ended now. */
    underWay: (): readonly PhaseTiming[] =>
      open === null
        ? []
        : [{ phase: open.phase, startedAt: open.startedAt, wallMs: performance.now() - open.since }],
    begin: (phase: string): void => {
      end();
      open = { phase, startedAt: clock().toISOString(), since: performance.now() };
    },
  };
}
