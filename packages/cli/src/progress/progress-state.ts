import type { AnalysisProgress } from '@csqa/orchestrator';

/** How far something has come. `unit` is a word of the analyzer ("files"), `objects` for a clone. */
export interface Count {
  readonly done: number;
  readonly total: number | null;
  readonly unit: string;
}

/** A step that is under way: a phase of the run, or a stage of the analyzer, in its own words. */
export interface Step {
  readonly name: string;
  /** Its place among the analyzer's stages; null for a phase of the run. */
  readonly place: { readonly index: number; readonly total: number } | null;
  readonly count: Count | null;
  readonly startedAt: number;
}

/** All that a progress display shows. */
export interface ProgressState {
  readonly step: Step | null;
  /** Problems in the analysed tree so far. */
  readonly warnings: number;
}

/** Before the first event. */
export const NOTHING_YET: ProgressState = { step: null, warnings: 0 };

/** What the display knows after one more event. */
export function advance(state: ProgressState, event: AnalysisProgress, now: number): ProgressState {
  switch (event.type) {
    case 'phase':
      return { ...state, step: { name: event.phase, place: null, count: null, startedAt: now } };
    case 'checkout': {
      const { done, total } = event;
      const counts = event.step === 'receiving' || event.step === 'resolving';
      return withCount(state, { done, total, unit: counts ? 'objects' : 'files' });
    }
    case 'analyzer':
      return afterAnalyzer(state, event.event, now);
    case 'warning':
      return state;
  }
}

function afterAnalyzer(
  state: ProgressState,
  event: Extract<AnalysisProgress, { type: 'analyzer' }>['event'],
  now: number,
): ProgressState {
  switch (event.type) {
    case 'phase': {
      const { index, total } = event;
      return { ...state, step: { name: event.phase, place: { index, total }, count: null, startedAt: now } };
    }
    case 'progress':
      return withCount(state, { done: event.done, total: event.total, unit: event.unit });
    case 'warn':
      return { ...state, warnings: state.warnings + 1 };
    default:
      return state;
  }
}

function withCount(state: ProgressState, count: Count): ProgressState {
  return state.step === null ? state : { ...state, step: { ...state.step, count } };
}

/** The share of the work that is done, 0 to 1; null where nothing tells. Stages of the analyzer count alike. */
export function shareDone({ place, count }: Step): number | null {
  const within =
    count === null || count.total === null || count.total === 0 ? null : count.done / count.total;
  if (place === null) return within;
  return place.total === 0 ? null : Math.min(1, (place.index + (within ?? 0)) / place.total);
}
