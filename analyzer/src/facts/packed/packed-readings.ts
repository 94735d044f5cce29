import type { RelativePath } from '../../base/ids.ts';
import type { FileReading } from '../file-reading.ts';
import { validateFacts } from '../validate-facts.ts';
import { damaged, PackReader } from './pack-reader.ts';
import { PackWriter } from './pack-writer.ts';
import { readFacts, writeFacts } from './packed-facts.ts';

/** What was read of files, as one block that can change hands. */
export interface PackedReadings {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly entries: readonly {
    readonly path: RelativePath;
    /** Where it stands, by what `PackWriter.length` was before and after. */
    readonly start: number;
    readonly end: number;
  }[];
}

/** Packs what was read of files, in their order; texts that several of them hold are there once. */
export function packReadings(readings: readonly FileReading[]): PackedReadings {
  const to = new PackWriter();
  const entries = readings.map((reading) => {
    const start = to.length;
    writeReading(to, reading);
    return { path: reading.facts.path, start, end: to.length };
  });
  return { bytes: to.finish(), entries };
}

/** Reads what this process has packed: unlike what stands in a file, it needs no check. */
export function unpackReadings({ bytes, entries }: PackedReadings): readonly FileReading[] {
  const block = new PackReader(bytes);
  return entries.map(({ path, start, end }) =>
    block.at(start, end, (from) => ({ facts: readFacts(from, path), methodHashes: readHashes(from) })),
  );
}

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
