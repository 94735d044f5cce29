import { hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { type ZstdOptions, zstdDecompressSync } from 'node:zlib';
import { PackReader } from '../facts/packed/pack-reader.ts';
import { PackWriter } from '../facts/packed/pack-writer.ts';
import { packedFast } from './packing.ts';

/*
 * A segment holds what was read of many files, by key:
 *   head   8 bytes of magic, length of the index, its SHA-256
 *   index  number of blocks, of entries; a row a block: packed length, unpacked length, SHA-256 of the packed bytes;
 *          a row an entry: key, block, start, end
 *   blocks one after the other, each packed by zstd; the entries of a block share a table of texts
 * Numbers are of 32 bits, the low byte first. A segment is never changed.
 */
const MAGIC = 'CSQA-F01';
const DIGEST = 32;
const HEAD = MAGIC.length + 4 + DIGEST;
const COUNTS = 8;
const BLOCK_ROW = 8 + DIGEST;
const ENTRY_ROW = DIGEST + 12;
/** An index of this many bytes has more than a million entries. */
const MOST_INDEX = 64 * 1024 * 1024;
/** Entries share a block until it has so many bytes: enough for texts to be shared, and little is unpacked for one entry. */
const BLOCK_BYTES = 128 * 1024;
/** No entry of a file that is read at all comes near. */
const MOST_UNPACKED = 256 * 1024 * 1024;
/** Bytes that zlib unpacks at a time. */
const LEAST_PIECE = 64;
const MOST_PIECE = 16 * 1024 * 1024;

interface Block {
  /** Where it begins in the file. */
  readonly at: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly digest: string;
}

interface Entry {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A segment of a directory. Whatever has become of the file, it gives what was written or nothing. */
export class FactSegment {
  readonly file: string;
  readonly #blocks: readonly Block[];
  readonly #entries: ReadonlyMap<string, Entry>;
  /** The block that was read last: neighbours are asked for one after the other. */
  #current: { readonly block: number; readonly reader: PackReader | null } | null = null;

  private constructor(file: string, blocks: readonly Block[], entries: ReadonlyMap<string, Entry>) {
    this.file = file;
    this.#blocks = blocks;
    this.#entries = entries;
  }

  /** Reads which entries a file holds; null where it is no segment, or a damaged one. */
  static async open(file: string): Promise<FactSegment | null> {
    const head = await bytesAt(file, 0, HEAD);
    if (head?.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
    const length = head.readUInt32LE(MAGIC.length);
    const index = length < COUNTS || length > MOST_INDEX ? null : await bytesAt(file, HEAD, length);
    if (index === null || sha256(index) !== head.toString('hex', MAGIC.length + 4)) return null;
    const [blockCount, entryCount] = [index.readUInt32LE(0), index.readUInt32LE(4)];
    if (length !== COUNTS + blockCount * BLOCK_ROW + entryCount * ENTRY_ROW) return null;
    const blocks = blocksOf(index, blockCount, HEAD + length);
    return new FactSegment(file, blocks, entriesOf(index, COUNTS + blockCount * BLOCK_ROW));
  }

  /** Keys of what it holds, 64 hex digits each. */
  keys(): Iterable<string> {
    return this.#entries.keys();
  }

  /** Reads an entry; null where it is not there any more, damaged, or where `read` throws. */
  async read<T>(key: string, read: (from: PackReader) => T): Promise<T | null> {
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    const reader = await this.#readerOf(entry.block);
    try {
      return reader?.at(entry.start, entry.end, read) ?? null;
    } catch {
      return null;
    }
  }

  async #readerOf(block: number): Promise<PackReader | null> {
    if (this.#current?.block !== block) {
      this.#current = { block, reader: await this.#unpack(this.#blocks[block]) };
    }
    return this.#current.reader;
  }

  async #unpack(block: Block | undefined): Promise<PackReader | null> {
    if (block === undefined || block.unpacked > MOST_UNPACKED) return null;
    const packed = await bytesAt(this.file, block.at, block.packed);
    if (packed === null || sha256(packed) !== block.digest) return null;
    try {
      return new PackReader(zstdDecompressSync(packed, roomFor(block)));
    } catch {
      return null;
    }
  }
}

/** In one piece, but for what says that it is very large. */
function roomFor({ unpacked }: Block): ZstdOptions {
  return { maxOutputLength: unpacked, chunkSize: Math.min(Math.max(unpacked + 1, LEAST_PIECE), MOST_PIECE) };
}

function blocksOf(index: Buffer, count: number, first: number): readonly Block[] {
  let at = first;
  return Array.from({ length: count }, (_, number) => {
    const row = COUNTS + number * BLOCK_ROW;
    const packed = index.readUInt32LE(row);
    const digest = index.toString('hex', row + 8, row + BLOCK_ROW);
    const block = { at, packed, unpacked: index.readUInt32LE(row + 4), digest };
    at += packed;
    return block;
  });
}

function entriesOf(index: Buffer, first: number): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let row = first; row < index.length; row += ENTRY_ROW) {
    const numbers = row + DIGEST;
    entries.set(index.toString('hex', row, numbers), {
      block: index.readUInt32LE(numbers),
      start: index.readUInt32LE(numbers + 4),
      end: index.readUInt32LE(numbers + 8),
    });
  }
  return entries;
}

/** Exactly so many bytes of a file; null where they cannot be had. */
async function bytesAt(file: string, at: number, length: number): Promise<Buffer | null> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return null;
  try {
    if (at + length > (await handle.stat()).size) return null;
    const bytes = Buffer.allocUnsafe(length);
    const { bytesRead } = await handle.read(bytes, 0, length, at);
    return bytesRead === length ? bytes : null;
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** Makes the content of a segment, entry by entry. */
export class FactSegmentBuilder {
  readonly #blocks: Uint8Array[] = [];
  readonly #blockRows: Buffer[] = [];
  readonly #entryRows: Buffer[] = [];
  readonly #writer = new PackWriter();

  get entries(): number {
    return this.#entryRows.length;
  }

  /** Adds an entry, unless `write` throws. */
  add(key: string, write: (to: PackWriter) => void): void {
    const start = this.#writer.length;
    try {
      write(this.#writer);
    } catch {
      return;
    }
    const row = Buffer.alloc(ENTRY_ROW);
    row.write(key, 'hex');
    row.writeUInt32LE(this.#blocks.length, DIGEST);
    row.writeUInt32LE(start, DIGEST + 4);
    row.writeUInt32LE(this.#writer.length, DIGEST + 8);
    this.#entryRows.push(row);
    if (this.#writer.length > BLOCK_BYTES) this.endBlock();
  }

  /** All of it, as it stands in the file. */
  finish(): readonly Uint8Array[] {
    this.endBlock();
    const counts = Buffer.alloc(COUNTS);
    counts.writeUInt32LE(this.#blocks.length, 0);
    counts.writeUInt32LE(this.#entryRows.length, 4);
    const index = Buffer.concat([counts, ...this.#blockRows, ...this.#entryRows]);
    const head = Buffer.alloc(HEAD);
    head.write(MAGIC, 'latin1');
    head.writeUInt32LE(index.length, MAGIC.length);
    head.write(sha256(index), MAGIC.length + 4, 'hex');
    return [head, index, ...this.#blocks];
  }

  /** What is added from now on shares nothing with what was. */
  endBlock(): void {
    const unpacked = this.#writer.finish();
    const packed = packedFast(unpacked);
    const row = Buffer.alloc(BLOCK_ROW);
    row.writeUInt32LE(packed.length, 0);
    row.writeUInt32LE(unpacked.length, 4);
    row.write(sha256(packed), 8, 'hex');
    this.#blocks.push(packed);
    this.#blockRows.push(row);
  }
}
