import type { RelativePath } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { contentHash } from '../inventory/content-hash.ts';

/** Hashes of the methods of one file by the line of their name, to tell which of them changed between two analyses. */
export type MethodHashes = ReadonlyMap<RelativePath, ReadonlyMap<number, string>>;

/** The hash of each declaration from its annotations to its end; any space counts as one blank, so that indentation has no say. */
export function hashMethods(facts: FileFacts, text: string): ReadonlyMap<number, string> {
  const lines = text.split(/\r\n|\r|\n/);
  const texts = new Map<number, string>();
  for (const { span, line } of facts.types.flatMap((type) => type.methods)) {
    const written = lines.slice(span.start - 1, span.end).join(' ');
    texts.set(line, `${texts.get(line) ?? ''} ${written}`);
  }
  return new Map(
    [...texts].map(([line, written]) => [line, contentHash(written.trim().replace(/\s+/g, ' '))]),
  );
}
