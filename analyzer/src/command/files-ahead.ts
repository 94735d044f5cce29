import { on } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { RelativePath } from '../base/ids.ts';
import type { BytesAhead, FileAhead } from '../inventory/bytes-ahead.ts';
import type { ConfinedPlace } from '../inventory/confined-bytes.ts';
import { type FilesRead, NOT_READ, type WorkerMessage } from '../worker-protocol.ts';

/** Fewer files are read before another thread has begun. */
const LEAST_FILES = 1_000;

const NO_FILES: FilesRead = { bytes: new Uint8Array(), lengths: new Int32Array(), digests: '' };
/** Hex digits of a digest. */
const DIGEST = 64;

/** Files that the thread which waits for this one reads meanwhile. */
export class FilesAhead implements BytesAhead {
  readonly #send: (message: WorkerMessage) => void;
  #port: MessagePort | null = null;
  #batches: AsyncIterator<readonly FilesRead[], unknown, undefined> | null = null;
  #paths: readonly RelativePath[] = [];
  /** Index of the path that is asked for next. */
  #next = 0;
  #batch = NO_FILES;
  /** Files of the batch that were taken, those of them that were read, and the bytes of these. */
  #taken = 0;
  #read = 0;
  #bytes = 0;

  constructor(send: (message: WorkerMessage) => void) {
    this.#send = send;
  }

  foresee(place: ConfinedPlace, paths: readonly RelativePath[]): void {
    if (paths.length < LEAST_FILES || this.#port !== null) return;
    const { port1, port2 } = new MessageChannel();
    this.#batches = on(port1, 'message', { close: ['close'] });
    this.#port = port1;
    this.#paths = paths;
    // It keeps this thread alive only while something is waited for.
    port1.unref();
    this.#send({ kind: 'read-ahead', place, paths: new TextEncoder().encode(paths.join('\0')), port: port2 });
  }

  take(path: RelativePath): FileAhead | Promise<FileAhead | null> | null {
    if (this.#paths[this.#next] !== path) {
      if (this.#next === this.#paths.length) this.#batch = NO_FILES;
      return null;
    }
    this.#next += 1;
    return this.#taken < this.#batch.lengths.length ? this.#takeNext() : this.#takeFirst();
  }

  /** Of the next batch; the one before is given back to be filled again. */
  async #takeFirst(): Promise<FileAhead | null> {
    const port = this.#port;
    const { buffer } = this.#batch.bytes;
    if (buffer.byteLength > 0) port?.postMessage(buffer, [buffer]);
    port?.ref();
    const step = await this.#batches?.next();
    port?.unref();
    const batch = step?.done === true ? undefined : step?.value[0];
    this.#batch = batch ?? NO_FILES;
    this.#taken = 0;
    this.#read = 0;
    this.#bytes = 0;
    if (batch !== undefined) return this.#takeNext();
    // Whoever was to read has ended.
    this.#paths = [];
    return null;
  }

  #takeNext(): FileAhead | null {
    const { bytes, lengths, digests } = this.#batch;
    const length = lengths[this.#taken] ?? NOT_READ;
    this.#taken += 1;
    if (length === NOT_READ) return null;
    const start = this.#bytes;
    this.#bytes += length;
    const digest = this.#read * DIGEST;
    this.#read += 1;
    return { bytes: bytes.subarray(start, this.#bytes), digest: digests.slice(digest, digest + DIGEST) };
  }
}
