import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Mounts a disk of so many mebibytes; gives how to take it away, or why there is none. */
export async function smallDisk(
  directory: string,
  mebibytes: number,
): Promise<(() => Promise<void>) | { readonly why: string }> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return { why: 'a disk is mounted by root on Linux' };
  }
  await mkdir(directory);
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', directory]);
  } catch {
    return { why: 'this system lets nobody mount a disk' };
  }
  return async () => {
    await run('umount', ['--lazy', directory]);
  };
}
