import type { RelativePath } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { contentHash } from '../inventory/content-hash.ts';

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
  const lines = (text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n')).map(evenlySpaced);
  return new Map([...ranges].map(([line, range]) => [line, hashOf(lines, range)]));
}

/** Space that is not one blank between two words. */
const UNEVEN = /[^\S ]| {2}/;

/** A line with single blanks for space; most lines of code have no others but their indentation. */
function evenlySpaced(line: string): string {
  const written = line.trim();
  return UNEVEN.test(written) ? written.replace(/\s+/g, ' ') : written;
}

function hashOf(
  lines: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const written = lines.slice(start - 1, end).filter((line) => line !== '');
  return contentHash(written.join(' '));
}
