import { hash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { keepFile, makeRoom, touch } from './kept-files.ts';
import { createFastPacking } from './packing.ts';

/** Bytes that all results of a directory may take; what was asked for longest ago goes first. */
const MOST_BYTES = 256 * 1024 * 1024;
/** A result that unpacks to more is damaged or made to fill the memory. */
const MOST_UNPACKED = 1024 * 1024 * 1024;
const EXTENSION = '.result';
/** Ours among whatever else is in the directory. */
const RESULT = /^[0-9a-f]{64}\.result$/;
const DIGEST_LENGTH = 64;

const unpack = promisify(zstdDecompress);

/**
 * Contents by key in a directory, for any number of processes at a time: each is one file that is there whole or not at all.
 * A file that is not what was written counts as absent and is removed.
 */
export class ResultStore {
  readonly #directory: string;
  readonly #mostBytes: number;

  constructor(directory: string, mostBytes = MOST_BYTES) {
    this.#directory = directory;
    this.#mostBytes = mostBytes;
  }

  /** The content that was kept under a key of 64 hex digits; null where there is none that is whole. */
  async find(key: string): Promise<Buffer | null> {
    const file = this.#fileOf(key);
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) return null;
    const content = await opened(bytes);
    if (content === null) await rm(file, { force: true });
    else await touch(file);
    return content;
  }

  /**
   * Keeps a content, given in parts, then removes what was asked for longest ago until all is small enough. Each part is asked for
   * while those before it are packed. Throws what the file system says.
   */
  async keep(key: string, content: Iterable<Uint8Array>): Promise<void> {
    const packed = await pack(content);
    const file = [hash('sha256', packed, 'hex'), packed];
    await keepFile({ directory: this.#directory, stem: key, extension: EXTENSION }, file);
    await makeRoom(this.#directory, { isCounted: RESULT, mostBytes: this.#mostBytes });
  }

  #fileOf(key: string): string {
    return join(this.#directory, `${key}${EXTENSION}`);
  }
}

/** Parts that may wait to be packed. */
const PARTS_AHEAD = 8;

async function pack(parts: Iterable<Uint8Array>): Promise<Buffer> {
  const packing = createFastPacking();
  const waiting = Readable.from(parts, { highWaterMark: PARTS_AHEAD });
  const [packed] = await Promise.all([buffer(packing), pipeline(waiting, packing)]);
  return packed;
}

async function opened(bytes: Buffer): Promise<Buffer | null> {
  const packed = bytes.subarray(DIGEST_LENGTH);
  if (hash('sha256', packed, 'hex') !== bytes.toString('latin1', 0, DIGEST_LENGTH)) return null;
  return await unpack(packed, { maxOutputLength: MOST_UNPACKED }).catch(() => null);
}
