import { EVENT_TYPES, isInOrder } from '../read/in-order.ts';
import { eventBySchema } from '../schema/by-schema.ts';
import { MAX_EVENT_BYTES } from '../schema/contract.ts';
import type { AnalyzerEvent } from '../schema/event.ts';

/** One line of an analyzer's standard output, read as hostile text. */
export type EventLine =
  | { readonly kind: 'event'; readonly event: AnalyzerEvent }
  /** A well-formed event of a type that this version does not know. */
  | { readonly kind: 'unknown'; readonly type: string }
  /** Anything else: belongs in the log. `text` is the line's beginning. */
  | {
      readonly kind: 'garbage';
      readonly reason: 'too-long' | 'not-json' | 'not-an-event';
      readonly detail: string;
      readonly text: string;
    };

/** UTF-16 units kept of a line that is no event. */
const GARBAGE_TEXT = 2_000;

/** Reads one line, without its newline. Never throws. */
export function parseEventLine(line: string): EventLine {
  if (line.length > MAX_EVENT_BYTES || Buffer.byteLength(line) > MAX_EVENT_BYTES) return tooLong(line);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : 'not JSON';
    return { kind: 'garbage', reason: 'not-json', detail, text: line.slice(0, GARBAGE_TEXT) };
  }
  if (isInOrder('event', value)) return { kind: 'event', event: value as AnalyzerEvent };
  const event = eventBySchema(value);
  if (typeof event !== 'string') return { kind: 'event', event };
  const type = typeOf(value);
  if (type !== null && !EVENT_TYPES.has(type)) return { kind: 'unknown', type };
  const detail = event.slice(0, 200);
  return { kind: 'garbage', reason: 'not-an-event', detail, text: line.slice(0, GARBAGE_TEXT) };
}

/** A line that is too long to be read. */
export function tooLong(beginning: string): EventLine {
  return {
    kind: 'garbage',
    reason: 'too-long',
    detail: `expected at most ${MAX_EVENT_BYTES} bytes`,
    text: beginning.slice(0, GARBAGE_TEXT),
  };
}

function typeOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  return typeof value.type === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(value.type) ? value.type : null;
}
