import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type ReadEntry, UnpackSync } from 'tar';

/** What an archive may be at most. */
export interface ArchiveLimits {
  /** Bytes as it comes. */
  readonly packedBytes: number;
  /** Bytes of all files together, as their headers tell. */
  readonly bytes: number;
  /** Files, directories and links. */
  readonly entries: number;
}

const GIB = 1024 ** 3;
/** Far above what any repository has that a job checks out within its time. */
const LIMITS: ArchiveLimits = { packedBytes: 2 * GIB, bytes: 8 * GIB, entries: 1_000_000 };

/**
 * Unpacks the packed archive of a commit into a directory that is there, without the one directory that all of it lies in. The archive
 * is read as the work of somebody hostile: one path that leads out of the directory, one entry that is neither file nor directory nor
 * symbolic link, or more than the limits, and nothing of it stays. Links are not made: no analysis follows one. Rejects with an Error
 * that says what was wrong.
 */
export async function unpackArchive(
  packed: Readable,
  directory: string,
  { limits = LIMITS, signal }: { readonly limits?: ArchiveLimits; readonly signal?: AbortSignal } = {},
): Promise<void> {
  const check = entryCheck(limits);
  let wrong: Error | null = null;
  // Written at once, entry by entry: nothing is still on its way to the disk when the archive turns out to be refused.
  const unpack = new UnpackSync({
    ...{ cwd: directory, strip: 1, strict: true, noMtime: true, preserveOwner: false },
    filter: (_path, entry) => {
      wrong ??= 'header' in entry ? check(entry) : null;
      return wrong === null && 'type' in entry && entry.type !== 'SymbolicLink';
    },
  });
  unpack.on('error', (error) => {
    wrong ??= error instanceof Error ? error : new Error(String(error));
  });
  try {
    await feed(packed, unpack, { most: limits.packedBytes, signal, failure: () => wrong });
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

interface Feeding {
  readonly most: number;
  readonly signal: AbortSignal | undefined;
  /** What has gone wrong so far. */
  readonly failure: () => Error | null;
}

async function feed(packed: Readable, unpack: UnpackSync, { most, signal, failure }: Feeding): Promise<void> {
  let bytes = 0;
  const check = (): void => {
    signal?.throwIfAborted();
    const wrong = failure();
    if (wrong !== null) throw wrong;
    if (bytes > most) throw new Error(`the archive is larger than ${most} bytes`);
  };
  for await (const chunk of packed as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    check();
    unpack.write(Buffer.from(chunk));
  }
  unpack.end();
  check();
}

const KINDS: ReadonlySet<string> = new Set([
  'File',
  'OldFile',
  'ContiguousFile',
  'Directory',
  'SymbolicLink',
]);

/** Says of one entry after the other what speaks against the archive; null for nothing. */
function entryCheck(limits: ArchiveLimits): (entry: ReadEntry) => Error | null {
  let [entries, bytes] = [0, 0];
  let top: string | null = null;
  return (entry) => {
    entries += 1;
    bytes += entry.size;
    const [first = '', ...rest] = entry.path.split('/');
    top ??= first;
    if (entries > limits.entries) return new Error(`the archive has more than ${limits.entries} entries`);
    if (bytes > limits.bytes) return new Error(`the archive holds more than ${limits.bytes} bytes`);
    if (!KINDS.has(entry.type)) return new Error(`the archive holds an entry of the kind ${entry.type}`);
    if (first === '' || first !== top || [first, ...rest].includes('..') || /[\0\\]/.test(entry.path))
      return new Error('the archive holds a path that leads out of it');
    // Rights are those of a checkout, whatever the archive says.
    entry.mode = entry.type === 'Directory' ? 0o755 : 0o644;
    return null;
  };
}
