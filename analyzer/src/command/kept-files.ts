import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds after which nobody writes a temporary file any more. */
const ABANDONED = 60 * 60 * 1000;
const TEMPORARY = /^[0-9a-f-]{36,}\.[\da-f-]+\.tmp$/;

/** A file of a directory that several processes may write to. */
export interface KeptFile {
  readonly directory: string;
  /** Hex digits and dashes, 36 at least. */
  readonly stem: string;
  /** With the dot. */
  readonly extension: string;
}

/** Writes a file so that it is there whole or not at all, and makes the directory. Throws what the file system says. */
export async function keepFile(
  { directory, stem, extension }: KeptFile,
  content: readonly (string | Uint8Array)[],
): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const temporary = join(directory, `${stem}.${process.pid}-${randomUUID()}.tmp`);
  const file = join(directory, `${stem}${extension}`);
  try {
    await writeFile(temporary, content, { mode: 0o600 });
    await rename(temporary, file);
    return file;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** How much may be kept. */
export interface Room {
  /** Names of the files that count; others are left alone. */
  readonly isCounted: RegExp;
  readonly mostBytes: number;
  readonly mostFiles?: number;
}

/** Removes what was of use longest ago until the rest fits, and what writers that died have left. */
export async function makeRoom(directory: string, { isCounted, mostBytes, mostFiles }: Room): Promise<void> {
  const names = await readdir(directory);
  const now = Date.now();
  for (const { file, time } of await timed(directory, names, TEMPORARY)) {
    if (now - time > ABANDONED) await rm(file, { force: true });
  }
  const kept = await timed(directory, names, isCounted);
  let bytesLeft = mostBytes;
  let filesLeft = mostFiles ?? Number.POSITIVE_INFINITY;
  for (const { file, bytes } of kept.sort((one, other) => other.time - one.time)) {
    bytesLeft -= bytes;
    filesLeft -= 1;
    if (bytesLeft < 0 || filesLeft < 0) await rm(file, { force: true });
  }
}

/** Size and last use of files; one that another process has removed meanwhile is left out. */
async function timed(directory: string, names: readonly string[], wanted: RegExp) {
  const found = await Promise.all(
    names
      .filter((name) => wanted.test(name))
      .map(async (name) => {
        const file = join(directory, name);
        const about = await stat(file).catch(() => null);
        return about === null ? [] : [{ file, bytes: about.size, time: about.mtimeMs }];
      }),
  );
  return found.flat();
}

/** Says that a file is of use. A directory that is only read from keeps its times. */
export async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}
