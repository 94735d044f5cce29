import { UNKNOWN_PART } from '../../match/constant-texts.ts';

/**
 * A path or pattern cut at its slashes. In a segment, `ONE` stands for any character and `RUN` for any run of characters;
 * a segment that is `MULTI` stands for any number of segments.
 */
export interface PathSegments {
  readonly segments: readonly string[];
  /** Per segment: a variable with a regular expression narrows it (`{id:\d+}`). */
  readonly narrowed: readonly boolean[];
  /** A part is not known in full (a constant that could not be folded). */
  readonly hasUnknown: boolean;
}

/** Private-use code units: what the source writes there is dropped first. */
export const ONE = '\uE000';
export const RUN = '\uE001';
export const MULTI = '\uE002';
const MARKS = /[\uE000-\uE002]/gu;

/** Longer ones are cut: nobody writes them by hand. */
const MOST_SEGMENTS = 64;
const MOST_SEGMENT_LENGTH = 400;

/** Rules and entry points are compared each with each, so the same few paths are cut over and over. */
const cuts = new Map<string, PathSegments>();
const MOST_CUTS = 2_000;
const LONGEST_CUT = 300;

/**
 * Cuts a path template (`/owners/{ownerId}`) or an ant or path pattern (`/api/**`) into segments. A trailing slash leaves
 * an empty last segment, so that `/admin/` and `/admin` stay two paths.
 */
export function cutPath(written: string): PathSegments {
  if (written.length > LONGEST_CUT) return cutAtSlashes(written);
  let segments = cuts.get(written);
  if (segments === undefined) {
    segments = cutAtSlashes(written);
    if (cuts.size >= MOST_CUTS) cuts.clear();
    cuts.set(written, segments);
  }
  return segments;
}

function cutAtSlashes(written: string): PathSegments {
  const hasUnknown = written.includes(UNKNOWN_PART);
  const text = written.replaceAll(MARKS, '').replaceAll(UNKNOWN_PART, MULTI);
  const parts = splitOutsideBraces(text.startsWith('/') ? text.slice(1) : text).slice(0, MOST_SEGMENTS);
  const cut = parts.map(readSegment);
  return {
    segments: cut.map((each) => each.text),
    narrowed: cut.map((each) => each.narrowed),
    hasUnknown,
  };
}

/** Whether a segment leaves a choice. */
export function isOpen(segment: string): boolean {
  return segment.includes(RUN) || segment.includes(ONE) || segment === MULTI;
}

/** A slash inside `{name:a/b}` separates nothing. */
function splitOutsideBraces(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '{') depth += 1;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (char === '/' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function readSegment(written: string): { readonly text: string; readonly narrowed: boolean } {
  if (written === '**' || written.includes(MULTI) || /^\{\*\w*\}$/u.test(written)) {
    return { text: MULTI, narrowed: false };
  }
  let text = '';
  let narrowed = false;
  const limited = written.slice(0, MOST_SEGMENT_LENGTH);
  for (let index = 0; index < limited.length; index += 1) {
    const char = limited[index] ?? '';
    if (char === '{') {
      const close = closingBrace(limited, index);
      narrowed ||= limited.slice(index, close).includes(':');
      text = withRun(text);
      index = close;
    } else if (char === '*') text = withRun(text);
    else text += char === '?' ? ONE : char;
  }
  return { text, narrowed };
}

function withRun(text: string): string {
  return text.endsWith(RUN) ? text : text + RUN;
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}
