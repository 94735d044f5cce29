import type { RelativePath } from '../../base/ids.ts';
import type { FileReading } from '../file-reading.ts';
import { validateFacts } from '../validate-facts.ts';
import { damaged, type PackReader } from './pack-reader.ts';
import type { PackWriter } from './pack-writer.ts';
import { readFacts, writeFacts } from './packed-facts.ts';

/** Writes what was read of a file, all but its path. Throws RangeError for what no front end gives. */
export function writeReading(to: PackWriter, { facts, methodHashes }: FileReading): void {
  writeFacts(to, facts);
  to.optional(methodHashes === null ? null : methodHashes.size);
  for (const [line, hash] of methodHashes ?? []) {
    to.number(line);
    to.text(hash);
  }
}

/**
 * Reads what was written of a file: equal in everything. Throws RangeError where the bytes are none, and where they break a
 * rule that every reader of facts relies on: checksums tell of accidents, not of who wrote them.
 */
export function readReading(from: PackReader, path: RelativePath): FileReading {
  const facts = readFacts(from, path);
  const methodHashes = readHashes(from);
  return validateFacts(facts).length === 0 ? { facts, methodHashes } : damaged();
}

const HASH = /^[0-9a-f]{32}$/;

function readHashes(from: PackReader): ReadonlyMap<number, string> | null {
  const count = from.optional();
  if (count === null) return null;
  const hashes = new Map<number, string>();
  for (let index = 0; index < count; index++) {
    const line = from.number();
    const hash = from.text();
    hashes.set(line, HASH.test(hash) ? hash : damaged());
  }
  return hashes;
}
