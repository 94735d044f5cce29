import type { RunState } from '../../data/schema.ts';

/** Lines of the log that a page keeps. */
export const LOG_LINES = 200;

/** One line of what happened. */
export type LogEntry =
  | { readonly kind: 'phase'; readonly name: string; readonly at: string }
  | { readonly kind: 'stage'; readonly name: string; readonly at: string }
  | { readonly kind: 'metric'; readonly name: string; readonly value: number | null; readonly at: string }
  | { readonly kind: 'warning'; readonly name: string; readonly text: string; readonly at: string };

/** Where a run is, as far as its events tell. Plain data: the server begins it and a browser goes on with it. */
export interface RunProgress {
  readonly state: RunState;
  /** Number of the last event that went in. */
  readonly seq: number;
  /** Step of the orchestrator: checkout, start, analyse, intake, render. */
  readonly phase: string | null;
  readonly checkout: { readonly step: string; readonly done: number; readonly total: number | null } | null;
  /** Stage of the analyzer. */
  readonly stage: { readonly name: string; readonly index: number; readonly total: number } | null;
  /** How far the stage is. */
  readonly counts: { readonly done: number; readonly total: number | null; readonly unit: string } | null;
  readonly metrics: readonly { readonly id: string; readonly value: number | null }[];
  readonly log: readonly LogEntry[];
}

/** A run of which no event is known. */
export function progressOf(state: RunState): RunProgress {
  return { state, seq: 0, phase: null, checkout: null, stage: null, counts: null, metrics: [], log: [] };
}

/** What is stored and sent of an event. */
export interface ProgressEvent {
  readonly seq: number;
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Takes an event in. One that is known already, or of a kind that is not shown, changes nothing but the number. */
export function withEvent(progress: RunProgress, { seq, at, body }: ProgressEvent): RunProgress {
  if (seq <= progress.seq) return progress;
  const next = { ...progress, seq };
  switch (body['type']) {
    case 'phase':
      return phaseBegins(next, text(body['phase']), at);
    case 'checkout':
      return {
        ...next,
        checkout: {
          step: text(body['step']),
          done: number(body['done']),
          total: numberOrNull(body['total']),
        },
      };
    case 'warning':
      return logged(next, { kind: 'warning', name: text(body['code']), text: text(body['message']), at });
    case 'analyzer':
      return analyzerSaid(next, record(body['event']), at);
    default:
      return next;
  }
}

/**
 * A run that is begun again starts from nothing, but what happened stays in the log. What is known of a run is written down
 * whatever became of it: where no report was taken in before, that is no step forward, and no file that anybody waits for.
 */
function phaseBegins(progress: RunProgress, name: string, at: string): RunProgress {
  if (name === 'render' && progress.phase !== 'intake') return progress;
  const again = name === 'checkout' || (name === 'start' && progress.phase !== 'checkout');
  const cleared = again ? { ...progress, checkout: null, stage: null, counts: null, metrics: [] } : progress;
  return logged({ ...cleared, phase: name, counts: null }, { kind: 'phase', name, at });
}

function analyzerSaid(
  progress: RunProgress,
  event: Readonly<Record<string, unknown>>,
  at: string,
): RunProgress {
  switch (event['type']) {
    case 'phase': {
      const name = text(event['phase']);
      const stage = { name, index: number(event['index']), total: number(event['total']) };
      return logged({ ...progress, stage, counts: null }, { kind: 'stage', name, at });
    }
    case 'progress': {
      const { done, total, unit } = event;
      return { ...progress, counts: { done: number(done), total: numberOrNull(total), unit: text(unit) } };
    }
    case 'metric': {
      const metric = { id: text(event['id']), value: numberOrNull(event['value']) };
      const metrics = [...progress.metrics.filter(({ id }) => id !== metric.id), metric];
      return logged({ ...progress, metrics }, { kind: 'metric', name: metric.id, value: metric.value, at });
    }
    case 'warn':
      return logged(progress, {
        kind: 'warning',
        name: text(event['code']),
        text: text(event['message']),
        at,
      });
    case 'error':
      return logged(progress, {
        kind: 'warning',
        name: text(event['code']),
        text: text(event['message']),
        at,
      });
    default:
      return progress;
  }
}

function logged(progress: RunProgress, entry: LogEntry): RunProgress {
  return { ...progress, log: [...progress.log, entry].slice(-LOG_LINES) };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Longest text of an event that is kept. */
const LONGEST_TEXT = 400;
const MISLEADING = /[\p{Cc}\p{Cf}]/gu;

/** Events say what an analysed tree says. This runs in browsers too, where `plain` of the report cannot be had without all of it. */
function text(value: unknown): string {
  return typeof value === 'string'
    ? value.slice(0, LONGEST_TEXT).toWellFormed().replace(MISLEADING, '\ufffd')
    : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
