import { lstat, mkdir, readdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Journal } from '../journal.ts';
import { bytesOnDisk, removeLeft } from '../out/left-files.ts';

/** What is read of a project is nobody else's to read. */
const PRIVATE = 0o700;

/** What is asked for, how much it may hold, and who is told where it cannot be had. */
export interface CacheWanted {
  readonly path: string | undefined;
  readonly mostBytes: number;
  readonly journal: Pick<Journal, 'warn'>;
}

/**
 * Makes the directory in which what is read of a project is kept for its next analysis. Null where none is wanted, and where it
 * cannot be had: that is told, and is no reason to fail.
 */
export async function openCacheDirectory(wanted: CacheWanted): Promise<string | null> {
  if (wanted.path === undefined) return null;
  const { mostBytes, journal } = wanted;
  const path = resolve(wanted.path);
  try {
    await mkdir(path, { recursive: true, mode: PRIVATE });
    // Whoever could put a link there would have the analyzer write elsewhere.
    const problem = (await lstat(path)).isDirectory() ? await overfull(path, mostBytes) : LINK;
    if (problem === null) return path;
    journal.warn('cache', notKept(path, problem));
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    journal.warn(
      'cache',
      notKept(path, { en: `the system answers ${code}`, ru: `система отвечает ${code}` }),
    );
  }
  return null;
}

const LINK: Text = { en: 'it is a link', ru: 'это ссылка' };
const FULL: Text = {
  en: 'there is more than may be, and it cannot be removed',
  ru: 'там больше, чем можно, и удалить это не удаётся',
};

/** What is over the limit goes; what of it cannot be removed would have each run ended that uses the directory. */
async function overfull(path: string, mostBytes: number): Promise<Text | null> {
  if ((await bytesOnDisk(path)) <= mostBytes) return null;
  await emptyDirectory(path);
  return (await bytesOnDisk(path)) <= mostBytes ? null : FULL;
}

interface Text {
  readonly en: string;
  readonly ru: string;
}

function notKept(path: string, reason: Text) {
  return {
    message: `Nothing is kept in ${path} for the next analysis: ${reason.en}.`,
    ru: `В ${path} ничего не сохраняется для следующего анализа: ${reason.ru}.`,
  };
}

/** Removes what is in a directory, links themselves and not what they lead to. What cannot be removed stays. */
export async function emptyDirectory(path: string): Promise<void> {
  const names = await readdir(path, { encoding: 'buffer' }).catch(() => []);
  for (const name of names) {
    const entry = Buffer.concat([Buffer.from(join(path, sep)), name]);
    await removeLeft(entry).catch(() => undefined);
  }
}
