import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import { type ArchiveLimits, tooManyBytes } from './archive-limits.ts';
import { type ArchiveWork, placeOf, writeEntry } from './write-entry.ts';

/** Bytes of a tar beside those of its files: headers, and what fills up blocks. */
const BYTES_BESIDE = 2_048;

const REGULAR: ReadonlySet<string> = new Set(['File', 'OldFile', 'ContiguousFile']);

/** Unpacks the files of a tar, gzipped or not. */
export async function unpackTar(
  work: ArchiveWork & { readonly isPacked: boolean; readonly limits: ArchiveLimits },
): Promise<void> {
  const { limits } = work;
  const reader = new TarReader(work);
  const most = limits.bytes + (limits.files + 2) * BYTES_BESIDE;
  let bytes = 0;
  const read = async (content: AsyncIterable<Buffer>) => {
    for await (const chunk of content) {
      bytes += chunk.length;
      // What is no file counts too: a few packed bytes can be a great many of nothing.
      if (bytes > most) throw tooManyBytes(limits.bytes);
      await reader.push(chunk);
    }
    await reader.end();
  };
  const packed = createReadStream(work.file);
  if (work.isPacked) await pipeline(packed, createGunzip(), read);
  else await pipeline(packed, read);
}

/** Writes the files of a tar as its bytes come. Once something is wrong nothing is waited for any more. */
class TarReader {
  readonly #work: ArchiveWork;
  readonly #parser: Parser;
  readonly #failure = Promise.withResolvers<never>();
  #writing: Promise<void> = Promise.resolve();
  #hasFailed = false;

  constructor(work: ArchiveWork) {
    this.#work = work;
    this.#failure.promise.catch(() => undefined);
    this.#parser = new Parser({ strict: true, onReadEntry: (entry) => this.#take(entry) });
    this.#parser.on('error', (error: unknown) => this.#fail(error));
  }

  /** Takes bytes, and more when those are written. */
  async push(chunk: Buffer): Promise<void> {
    const drained = this.#parser.write(chunk) ? null : once(this.#parser, 'drain');
    if (drained !== null || this.#hasFailed) await Promise.race([this.#failure.promise, drained]);
  }

  async end(): Promise<void> {
    const ended = once(this.#parser, 'end');
    this.#parser.end();
    await Promise.race([this.#failure.promise, ended.then(() => this.#writing)]);
  }

  #take(entry: ReadEntry): void {
    try {
      const place = REGULAR.has(entry.type) ? placeOf(entry.path, this.#work) : undefined;
      if (place === undefined) entry.resume();
      else this.#write(entry, place);
    } catch (error) {
      this.#fail(error);
    }
  }

  #write(entry: ReadEntry, place: string): void {
    const written = writeEntry(this.#work, place, [Readable.from(entry)]);
    this.#writing = Promise.all([this.#writing, written]).then(() => undefined);
    this.#writing.catch((error: unknown) => this.#fail(error));
  }

  #fail(error: unknown): void {
    this.#hasFailed = true;
    this.#failure.reject(error);
  }
}
