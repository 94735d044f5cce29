import { createHash } from 'node:crypto';
import { createWriteStream, fdatasync, type WriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Artifact } from '@csqa/report';
import { AnalysisError } from '../base/errors.ts';

/** Bytes that go to the disk together, while more are made: waiting for all of a large file at its end takes longer. */
const AT_A_TIME = 4 << 20;

/** Has what was written to an open file go to the disk. */
export type Flush = (descriptor: number) => Promise<void>;

/**
 * A file that comes in parts and is there whole or not at all: written beside its place, to the disk, then renamed. Nothing is
 * written before the first part, and nothing is left once it was discarded.
 */
export class WholeFile {
  readonly #directory: string;
  readonly #name: string;
  readonly #temporary: string;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #stream: WriteStream | null = null;
  #written: Promise<void> = Promise.resolve();
  readonly #flush: Flush;
  #descriptor: number | null = null;
  /** Bytes that were written since the last flush began, and what comes of it; no other begins after one that failed. */
  #unflushed = 0;
  #flushed: Promise<void> = Promise.resolve();
  #mayFlush = true;

  constructor(directory: string, name: string, flush: Flush = promisify(fdatasync)) {
    this.#flush = flush;
    this.#directory = directory;
    this.#name = name;
    this.#temporary = join(directory, `.${name}.${process.pid}.tmp`);
  }

  /** Takes a part, and lets its memory go once it is written. What the file system says of it is told at the end. */
  add(part: Uint8Array<ArrayBuffer>): void {
    this.#bytes += part.length;
    // Garbage is collected by what lies on the heap, and bytes lie beside it.
    const { length } = part;
    this.#begun().write(part, () => {
      part.buffer.transfer(0);
      this.#flushWith(length);
    });
    // While the disk is at work.
    this.#hash.update(part);
  }

  /** Puts it in its place. Throws AnalysisError where the file system refuses any of it. */
  async finish(): Promise<Artifact> {
    try {
      await this.#lastFlush();
      this.#begun().end();
      await this.#written;
      await rename(this.#temporary, join(this.#directory, this.#name));
    } catch (cause) {
      throw writeFailed(this.#directory, this.#name, cause);
    }
    return { name: this.#name, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  /** Removes what was written, unless it is in its place. */
  async discard(): Promise<void> {
    if (this.#stream === null) return;
    await this.#lastFlush().catch(() => undefined);
    this.#stream.destroy();
    await this.#written.catch(() => undefined);
    await rm(this.#temporary, { force: true }).catch(() => undefined);
  }

  #flushWith(bytes: number): void {
    this.#unflushed += bytes;
    if (this.#unflushed < AT_A_TIME || !this.#mayFlush || this.#descriptor === null) return;
    this.#unflushed = 0;
    this.#mayFlush = false;
    this.#flushed = this.#flush(this.#descriptor).then(() => {
      this.#mayFlush = true;
    });
    this.#flushed.catch(() => undefined);
  }

  /** No other begins: the file is closed then. Throws what the disk has said of it. */
  async #lastFlush(): Promise<void> {
    await this.#flushed;
    this.#mayFlush = false;
  }

  #begun(): WriteStream {
    if (this.#stream !== null) return this.#stream;
    this.#stream = createWriteStream(this.#temporary, { flags: 'wx', mode: 0o644, flush: true });
    this.#stream.once('open', (descriptor: number) => {
      this.#descriptor = descriptor;
    });
    this.#written = finished(this.#stream);
    this.#written.catch(() => undefined);
    return this.#stream;
  }
}

/** Makes the out directory where it is missing; anything else in its place is refused. */
export async function prepareOutDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    if ((await stat(directory)).isDirectory()) return;
  } catch (error) {
    throw notADirectory(directory, error);
  }
  throw new AnalysisError('OUT_DIR_REFUSED', `expected a directory at ${directory}, got something else`, {
    hint: 'give another --out',
    ru: `по пути ${directory} ожидался каталог, а там другое`,
  });
}

function notADirectory(directory: string, cause: unknown): AnalysisError {
  return new AnalysisError(
    'OUT_DIR_REFUSED',
    `expected a directory to write to at ${directory}, and cannot make one`,
    {
      hint: 'give another --out, or the right to write there',
      ru: `каталога ${directory} нет, и создать его нельзя`,
      cause,
    },
  );
}

function writeFailed(directory: string, name: string, cause: unknown): AnalysisError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return new AnalysisError(
    'WRITE_FAILED',
    isFull
      ? `no space left to write ${name} in ${directory}`
      : `cannot write ${name} in ${directory} (${code})`,
    {
      hint: isFull ? 'free some space and run again' : 'check the rights of the out directory',
      ru: isFull
        ? `нет места, чтобы записать ${name} в ${directory}`
        : `записать ${name} в ${directory} нельзя (${code})`,
      cause,
    },
  );
}
