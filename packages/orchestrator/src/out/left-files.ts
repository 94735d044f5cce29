import type { Stats } from 'node:fs';
import { chmod, lstat, readdir, rm } from 'node:fs/promises';

/** The unit of `blocks` in stat(2), whatever the file system's own is. */
const BLOCK_BYTES = 512;
/** What a name takes with what stands behind it: empty files take room too. */
const LEAST_BYTES = 4_096;
const OWNER_MAY_ALL = 0o700;
const SEPARATOR = Buffer.from('/');

/** What keeps anybody from looking further, and may have been made for that. */
const HIDING: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM', 'ENAMETOOLONG']);

/**
 * Bytes that a directory takes with all that some process has left in it, whatever that is called; holes are left out, and links are
 * not followed. Infinite where something in it cannot be looked into; 0 where it is not there.
 */
export async function bytesOnDisk(directory: string): Promise<number> {
  let sum = 0;
  try {
    for await (const { seen } of below(directory)) sum += Math.max(seen.blocks * BLOCK_BYTES, LEAST_BYTES);
    return sum;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/**
 * Removes a directory or a file that some process has left, links themselves and not what they lead to, and what it has forbidden there.
 * Nobody may be writing to it any more. Throws what the file system answers where a part of it stays.
 */
export async function removeLeft(path: string | Buffer): Promise<void> {
  const remove = () => rm(path, { recursive: true, force: true });
  await remove().catch(async () => {
    await openUp(path);
    await remove();
  });
}

async function openUp(path: string | Buffer): Promise<void> {
  if ((await lstat(path)).isDirectory()) await chmod(path, OWNER_MAY_ALL);
  for await (const entry of below(path)) if (entry.seen.isDirectory()) await chmod(entry.path, OWNER_MAY_ALL);
}

interface Entry {
  readonly path: Buffer;
  readonly seen: Stats;
}

/** A directory before what lies in it. Names are bytes: whoever gave them need not have written text. Throws at what hides. */
async function* below(directory: string | Buffer): AsyncGenerator<Entry, void, undefined> {
  const waiting = [Buffer.from(directory)];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const names = await readdir(at, { encoding: 'buffer' }).catch(unlessHiding);
    for (const name of names ?? []) {
      const path = Buffer.concat([at, SEPARATOR, name]);
      const seen = await lstat(path).catch(unlessHiding);
      if (seen === null) continue;
      yield { path, seen };
      if (seen.isDirectory()) waiting.push(path);
    }
  }
}

/** Files come and go while a process is at work. */
function unlessHiding(error: NodeJS.ErrnoException): null {
  if (HIDING.has(error.code)) throw error;
  return null;
}
