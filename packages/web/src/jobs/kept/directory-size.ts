import type { Stats } from 'node:fs';
import { chmod, lstat, opendir } from 'node:fs/promises';

/** Entries of one directory that are looked at; where there are more, something is wrong with it. */
const MOST_ENTRIES = 20_000;
/** Bytes of a block of a disk, as lstat counts them. */
const BLOCK = 512;
const SLASH = Buffer.from('/');
/** What a person must be allowed to empty a directory. */
const OWNER_MAY_ALL = 0o700;

interface Entry {
  readonly path: Buffer;
  readonly seen: Stats;
}

/**
 * Bytes that a directory takes on the disk with all that lies in it. Links are counted and not followed. Infinite where that
 * cannot be said: of what may not be read, and of more entries than an analyzer would ever leave.
 */
export async function directorySize(directory: string): Promise<number> {
  let bytes = 0;
  try {
    for await (const { seen } of below(directory)) bytes += Math.max(seen.size, seen.blocks * BLOCK);
    return bytes;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Takes back what a directory and those in it were forbidden, so that they can be removed. Nobody may be writing there. */
export async function openUp(directory: string): Promise<void> {
  for await (const { path, seen } of below(directory)) {
    if (seen.isDirectory()) await chmod(path, OWNER_MAY_ALL);
  }
}

/** A directory before what lies in it. Names are bytes: whoever wrote them need not have written text. */
async function* below(directory: string): AsyncGenerator<Entry> {
  const waiting = [Buffer.from(directory)];
  let met = 1;
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const seen = await lstat(path).catch(unlessGone);
    if (seen === null) continue;
    yield { path, seen };
    if (!seen.isDirectory()) continue;
    const opened = await opendir(path, { encoding: 'buffer' as BufferEncoding }).catch(unlessGone);
    for await (const { name } of opened ?? []) {
      met += 1;
      if (met > MOST_ENTRIES) throw new Error('too many entries');
      waiting.push(Buffer.concat([path, SLASH, Buffer.from(name)]));
    }
  }
}

/** Files come and go while an analysis is at work. */
function unlessGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
