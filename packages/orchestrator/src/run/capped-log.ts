import { type FileHandle, open } from 'node:fs/promises';
import { outputTail } from '../processes/output-tail.ts';

/** A log file that never grows beyond its cap: its head is on disk as it comes, its tail follows at the end. */
export interface CappedLog {
  /** Takes the next bytes. Never throws; a write that fails is reported by `close`. */
  readonly push: (chunk: Uint8Array) => void;
  /** The last lines so far. */
  readonly lastLines: (count: number) => readonly string[];
  /** Writes the tail and closes. Rejects with the first write that failed. */
  readonly close: () => Promise<void>;
}

/** Bytes that the last lines are looked for in. */
const RECENT_BYTES = 64 * 1024;

/** Opens a log of at most `maxBytes` bytes, half for the head and half for the tail. */
export async function openCappedLog(path: string, maxBytes: number): Promise<CappedLog> {
  const file = await open(path, 'wx', 0o600);
  const half = Math.max(1, Math.floor(maxBytes / 2));
  const tail = outputTail(half);
  const recent = outputTail(RECENT_BYTES);
  let headBytes = 0;
  let tailBytes = 0;
  let writing: Promise<void> = Promise.resolve();
  const write = (bytes: Uint8Array): void => {
    writing = writing.then(() => writeAll(file, bytes));
    // The rejection is handed out by `close`; until then it must not count as unhandled.
    writing.catch(() => undefined);
  };
  return {
    push: (chunk) => {
      const head = chunk.subarray(0, Math.max(0, half - headBytes));
      const rest = chunk.subarray(head.length);
      headBytes += head.length;
      tailBytes += rest.length;
      if (head.length > 0) write(Buffer.from(head));
      if (rest.length > 0) tail.push(rest);
      recent.push(chunk);
    },
    lastLines: recent.lines,
    close: async () => {
      if (tailBytes > half) write(Buffer.from(`\n[${tailBytes - half} bytes are left out here]\n`));
      if (tailBytes > 0) write(tail.bytes());
      try {
        await writing;
      } finally {
        await file.close();
      }
    },
  };
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten;
}
