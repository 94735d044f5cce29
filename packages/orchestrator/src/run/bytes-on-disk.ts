import { lstat, readdir } from 'node:fs/promises';

/** The unit of `blocks` in stat(2), whatever the file system's own is. */
const BLOCK_BYTES = 512;

const SEPARATOR = Buffer.from('/');

/**
 * What a tree takes up, holes left out: a sparse file is caught by its size later. A block at least for each name, for empty files take
 * room too. Links are not followed. Names are bytes, for whoever gave them need not have written text.
 */
export async function bytesOnDisk(directory: string): Promise<number> {
  const waiting = [Buffer.from(directory)];
  let sum = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const parent = Buffer.concat([at, SEPARATOR]);
    const entries = await readdir(at, { withFileTypes: true, encoding: 'buffer' }).catch(() => []);
    for (const entry of entries) {
      const path = Buffer.concat([parent, entry.name]);
      sum += await lstat(path).then(
        ({ blocks }) => Math.max(blocks, 1) * BLOCK_BYTES,
        () => 0,
      );
      if (entry.isDirectory()) waiting.push(path);
    }
  }
  return sum;
}
