import { hash, randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RelativePath } from '../base/ids.ts';
import type { FactSource, FileReading, KeptReadings } from '../facts/file-reading.ts';
import { readReading, writeReading } from '../facts/packed/packed-readings.ts';
import { FactSegment, FactSegmentBuilder } from './fact-segment.ts';
import { keepFile, makeRoom, touch } from './kept-files.ts';

/** Bytes that all segments of a directory may take; what was of use longest ago goes first. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Each is opened by each run. */
const MOST_SEGMENTS = 256;
/** Where a tree's facts are in more segments than this, they are written into one. */
const MOST_FOR_A_TREE = 8;
const EXTENSION = '.facts';
/** Ours among whatever else is in the directory: the code that wrote it, then what tells it from others. */
const SEGMENT = /^[0-9a-f]{16}-[0-9a-f-]{36}\.facts$/;

interface Found {
  readonly segment: FactSegment;
  readonly path: RelativePath;
}

interface Missed {
  readonly key: string;
  /** Null until it was read. */
  reading: FileReading | null;
}

/** How a store is told apart from others. */
export interface FactStoreOptions {
  readonly directory: string;
  /** The code that reads files, by its content, as hex digits: other code finds nothing of it. */
  readonly code: string;
  readonly log: (text: string) => void;
  readonly mostBytes?: number;
}

/**
 * What was read of single files, in a directory for any number of processes and trees at a time. It is found by the content
 * of a file, its path, and the code that read it. No fault of the directory fails a run.
 */
export class FactStore implements KeptReadings {
  readonly #options: FactStoreOptions;
  readonly #found = new Map<string, Found>();
  /**
   * Those that were not packed yet, in the order in which they were asked for: in that order later runs will ask, and find
   * neighbours in one block.
   */
  readonly #missed = new Map<RelativePath, Missed>();
  /** What is to be written. Facts are packed as soon as they are there: as objects they take ten times as much. */
  readonly #content = new FactSegmentBuilder();
  #segments: Promise<ReadonlyMap<string, FactSegment>> | null = null;
  #asked = 0;
  readonly #damaged = new Set<FactSegment>();

  constructor(options: FactStoreOptions) {
    this.#options = options;
  }

  async find(source: FactSource): Promise<FileReading | null> {
    this.#asked += 1;
    this.#segments ??= this.#open();
    const key = this.keyOf(source);
    const segment = (await this.#segments).get(key);
    const reading = (await segment?.read(key, (from) => readReading(from, source.path))) ?? null;
    if (segment !== undefined && reading !== null && isOf(reading, source)) {
      this.#found.set(key, { segment, path: source.path });
      return reading;
    }
    if (segment !== undefined) this.#damaged.add(segment);
    this.#missed.set(source.path, { key, reading: null });
    return null;
  }

  /** Whether an earlier run has read what has this key; it counts as of use. */
  async has(key: string, path: RelativePath): Promise<boolean> {
    this.#segments ??= this.#open();
    const segment = (await this.#segments).get(key);
    if (segment === undefined) return false;
    this.#asked += 1;
    this.#found.set(key, { segment, path });
    return true;
  }

  /** What an earlier run has read of a file; null where it is not there any more. */
  async readAt(key: string, path: RelativePath): Promise<FileReading | null> {
    this.#segments ??= this.#open();
    const segment = (await this.#segments).get(key);
    return (await segment?.read(key, (from) => readReading(from, path))) ?? null;
  }

  keep(path: RelativePath, reading: FileReading): void {
    const missed = this.#missed.get(path);
    if (missed === undefined) return;
    missed.reading = reading;
    for (const [first, { key, reading: read }] of this.#missed) {
      // Somebody else may be at it still.
      if (read === null) return;
      this.#missed.delete(first);
      this.#content.add(key, (to) => writeReading(to, read));
    }
  }

  /** Writes what was not there yet, and says what was. Once a run, when all files are read. */
  async save(): Promise<void> {
    if (this.#asked === 0) return;
    const { log } = this.#options;
    log(`facts of ${this.#found.size} of ${this.#asked} files were kept by an earlier run`);
    try {
      const used = new Set([...this.#found.values()].map(({ segment }) => segment));
      if (this.#missed.size > 0 || this.#content.entries > 0) await this.#write(used);
      for (const { file } of used) await touch(file);
    } catch (error) {
      log(`facts cannot be kept for the next run: ${String(error)}`);
    }
  }

  async #write(used: ReadonlySet<FactSegment>): Promise<void> {
    const { directory, code, mostBytes = MOST_BYTES } = this.#options;
    const isWhole = this.#damaged.size > 0 || used.size >= MOST_FOR_A_TREE;
    const content = this.#content;
    for (const { key, reading } of this.#missed.values()) {
      if (reading !== null) content.add(key, (to) => writeReading(to, reading));
    }
    if (isWhole) await this.#addFound(content);
    if (content.entries === 0) return;
    const stem = `${code.slice(0, 16)}-${randomUUID()}`;
    await keepFile({ directory, stem, extension: EXTENSION }, content.finish());
    if (isWhole) await this.#removeReplaced(used);
    await makeRoom(directory, { isCounted: SEGMENT, mostBytes, mostFiles: MOST_SEGMENTS });
  }

  async #addFound(content: FactSegmentBuilder): Promise<void> {
    for (const [key, { segment, path }] of this.#found) {
      const reading = await segment.read(key, (from) => readReading(from, path));
      if (reading !== null) content.add(key, (to) => writeReading(to, reading));
    }
  }

  /** Removes damaged segments, and those most of which stands in a newer one: other revisions may miss the rest. */
  async #removeReplaced(used: ReadonlySet<FactSegment>): Promise<void> {
    for (const { file } of this.#damaged) await rm(file, { force: true });
    for (const segment of used) {
      const keys = [...segment.keys()];
      const replaced = keys.filter((key) => this.#found.get(key)?.segment === segment);
      if (replaced.length * 2 >= keys.length) await rm(segment.file, { force: true });
    }
  }

  /** Where each key is; the names of a directory are in no order that matters, as equal keys mean equal content. */
  async #open(): Promise<ReadonlyMap<string, FactSegment>> {
    const { directory, code } = this.#options;
    const names = await readdir(directory).catch(() => []);
    const places = new Map<string, FactSegment>();
    for (const name of names) {
      if (!SEGMENT.test(name) || !name.startsWith(code.slice(0, 16))) continue;
      const segment = await FactSegment.open(join(directory, name));
      if (segment === null) await rm(join(directory, name), { force: true }).catch(() => undefined);
      for (const key of segment?.keys() ?? []) places.set(key, segment as FactSegment);
    }
    return places;
  }

  /** What tells a text, its path and the code that reads it from all others. */
  keyOf({ path, language, text, digest, isMeasured }: FactSource): string {
    const { code } = this.#options;
    const head = JSON.stringify([code, language, path, isMeasured, digest ?? null]);
    return hash('sha256', digest === undefined ? `${head}\n${text}` : head, 'hex');
  }
}

/** Whether a reading can be one of the text: a check on who wrote it, as the key has told the rest. */
function isOf({ facts, methodHashes }: FileReading, { language, text, isMeasured }: FactSource): boolean {
  const isOfText = facts.language === language && facts.lines.total <= text.length + 1;
  return isOfText && (methodHashes !== null) === isMeasured;
}
