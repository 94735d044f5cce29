import { on } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { relativePath } from '../base/ids.ts';
import { type ByteReader, createByteReader } from '../inventory/confined-bytes.ts';
import { digestOf } from '../inventory/content-hash.ts';
import { type FilesRead, NOT_READ, type WorkerMessage } from '../worker-protocol.ts';

/** Between paths: what no name of a file can hold. */
const NUL = 0;
/** Bytes that change hands at a time; a larger file goes alone. */
const BATCH = 1 << 20;
const MOST_FILES = 256;
/** Larger files are left to whoever looks at them, for there would be several in memory at a time. */
const LARGEST = 2 * BATCH;
/** Batches that are on their way or looked at, at most. */
const MOST_BATCHES = 4;

/** What is to be read, and where it goes. */
export type WantedFiles = Extract<WorkerMessage, { readonly kind: 'read-ahead' }>;

/**
 * Reads files in their order for a thread that looks at them, a few batches ahead of it. A file that gives no bytes is left to
 * that thread, which then says why. The port is closed at the end. What is needed of this thread's heap is kept small: it would
 * grow by more than all that is read.
 */
export async function readAhead({ place, paths, port }: WantedFiles): Promise<void> {
  const waiting = { paths: Buffer.from(paths.buffer), at: 0 };
  const read = createByteReader({ ...place, maxFileBytes: Math.min(place.maxFileBytes, LARGEST) });
  const returned = on(port, 'message', { close: ['close'] });
  try {
    for (let batches = 0; waiting.at < paths.length; batches += 1) {
      const room = batches < MOST_BATCHES ? new Uint8Array(BATCH) : await roomOf(returned);
      if (room === null) return;
      const files = fill(room, waiting, read);
      port.postMessage(files, [files.bytes.buffer]);
      await turn();
    }
  } finally {
    port.close();
  }
}

/** The memory of a batch that was looked at; null where nobody looks any more. */
async function roomOf(
  returned: AsyncIterator<readonly ArrayBuffer[]>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const step = await returned.next();
  const buffer = step.done === true ? undefined : step.value[0];
  if (buffer === undefined) return null;
  return buffer.byteLength === BATCH ? new Uint8Array(buffer) : new Uint8Array(BATCH);
}

/** Paths, each before the next, and where the next one begins: not as texts, which are moved about where objects are collected. */
interface WaitingPaths {
  readonly paths: Buffer;
  at: number;
}

/** The next files, as many as there is room for; a larger one in memory of its own. */
function fill(room: Uint8Array<ArrayBuffer>, waiting: WaitingPaths, read: ByteReader): FilesRead {
  const { paths } = waiting;
  const lengths = new Int32Array(MOST_FILES);
  let digests = '';
  let bytes = room;
  let filled = 0;
  let count = 0;
  for (; count < MOST_FILES && waiting.at < paths.length; count += 1) {
    const nul = paths.indexOf(NUL, waiting.at);
    const end = nul === -1 ? paths.length : nul;
    const content = read(relativePath(paths.toString('utf8', waiting.at, end)));
    if (content instanceof Uint8Array) {
      if (filled + content.length > bytes.length) {
        if (filled > 0) break;
        bytes = new Uint8Array(content.length);
      }
      bytes.set(content, filled);
      filled += content.length;
      digests += digestOf(content);
    }
    lengths[count] = content instanceof Uint8Array ? content.length : NOT_READ;
    waiting.at = end + 1;
  }
  return { bytes, lengths: lengths.slice(0, count), digests };
}
