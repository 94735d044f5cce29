import type { RelativePath } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { contentHash, digestOf, hashOfDigest } from '../inventory/content-hash.ts';

/** Hashes of the methods of one file by the line of their name, to tell which of them changed between two analyses. */
export type MethodHashes = ReadonlyMap<RelativePath, ReadonlyMap<number, string>>;

/**
 * The hash of each declaration from its annotations to its end; any space counts as one blank, so that indentation has no
 * say. Declarations whose names stand on one line share one: a minified file has thousands there, each as long as the line.
 */
export function hashMethods(facts: FileFacts, text: string): ReadonlyMap<number, string> {
  const ranges = new Map<number, { start: number; end: number }>();
  for (const { span, line } of facts.types.flatMap((type) => type.methods)) {
    const known = ranges.get(line);
    ranges.set(line, {
      start: Math.min(known?.start ?? span.start, span.start),
      end: Math.max(known?.end ?? span.end, span.end),
    });
  }
  if (ranges.size === 0) return new Map();
  const starts = lineStarts(text);
  return new Map(
    [...ranges].map(([line, { start, end }]) => [
      line,
      hashBetween(text, starts[start - 1] ?? text.length, starts[end] ?? text.length),
    ]),
  );
}

const LINE_END = /\r\n|\r|\n/g;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes('\r'))
    for (const { 0: end, index } of text.matchAll(LINE_END)) starts.push(index + end.length);
  else for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
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
