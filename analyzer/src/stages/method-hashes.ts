import type { RelativePath } from '../base/ids.ts';
import type { LineSpan } from '../base/source-location.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { contentHash, digestOf, hashOfDigest } from '../inventory/content-hash.ts';
import type { LineIndex } from '../languages/shared/line-index.ts';

/** Hashes of the methods of one file by the line of their name, to tell which of them changed between two analyses. */
export type MethodHashes = ReadonlyMap<RelativePath, ReadonlyMap<number, string>>;

/**
 * The hash of each declaration from its annotations to its end; any space counts as one blank, so that indentation has no
 * say. Declarations whose names stand on one line share one: a minified file has thousands there, each as long as the line.
 */
export function hashMethods(
  facts: FileFacts,
  text: string,
  { starts }: LineIndex,
): ReadonlyMap<number, string> {
  const hashes = new Map<number, string>();
  for (const [line, { start, end }] of spansByLine(facts))
    hashes.set(line, hashBetween(text, starts[start - 1] ?? text.length, starts[end] ?? text.length));
  return hashes;
}

/** The lines of the methods whose names stand on a line. */
function spansByLine({ types }: FileFacts): ReadonlyMap<number, LineSpan> {
  const spans = new Map<number, LineSpan>();
  for (const { methods } of types) {
    for (const { span, line } of methods) {
      const known = spans.get(line);
      spans.set(line, known === undefined ? span : joined(known, span));
    }
  }
  return spans;
}

function joined(one: LineSpan, other: LineSpan): LineSpan {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** Bytes of a declaration with single blanks for space. */
const ROOM = Buffer.allocUnsafeSlow(64 * 1024);
const SPACE = 32;
const TAB = 9;
const CR = 13;
const ASCII = 0x80;

function hashBetween(text: string, from: number, to: number): string {
  const length = evenlySpaced(text, from, to);
  if (length === -1) return contentHash(text.slice(from, to).replace(/\s+/g, ' ').trim());
  return hashOfDigest(digestOf(ROOM.subarray(0, length)));
}

/** Writes a part of a text, with a blank for any space in it and none around it; -1 where it is too long or of other characters. */
function evenlySpaced(text: string, from: number, to: number): number {
  if (to - from > ROOM.length) return -1;
  let length = 0;
  let isAfterSpace = true;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE || (unit >= TAB && unit <= CR)) {
      if (!isAfterSpace) ROOM[length++] = SPACE;
      isAfterSpace = true;
      continue;
    }
    isAfterSpace = false;
    if (unit >= ASCII) return -1;
    ROOM[length++] = unit;
  }
  return isAfterSpace && length > 0 ? length - 1 : length;
}
