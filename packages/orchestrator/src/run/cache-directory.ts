import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Journal } from '../journal.ts';

/** What is read of a project is nobody else's to read. */
const PRIVATE = 0o700;

/**
 * Makes the directory in which what is read of a project is kept for its next analysis. Null where none is wanted, and where it
 * cannot be had: that is told, and is no reason to fail.
 */
export async function openCacheDirectory(
  wanted: string | undefined,
  journal: Pick<Journal, 'warn'>,
): Promise<string | null> {
  if (wanted === undefined) return null;
  const path = resolve(wanted);
  try {
    await mkdir(path, { recursive: true, mode: PRIVATE });
    // Whoever could put a link there would have the analyzer write elsewhere.
    if ((await lstat(path)).isDirectory()) return path;
    journal.warn('cache', notKept(path, { en: 'it is a link', ru: 'это ссылка' }));
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    journal.warn(
      'cache',
      notKept(path, { en: `the system answers ${code}`, ru: `система отвечает ${code}` }),
    );
  }
  return null;
}

function notKept(path: string, reason: { readonly en: string; readonly ru: string }) {
  return {
    message: `Nothing is kept in ${path} for the next analysis: ${reason.en}.`,
    ru: `В ${path} ничего не сохраняется для следующего анализа: ${reason.ru}.`,
  };
}

/** Removes what is in a directory, links themselves and not what they lead to. What cannot be removed stays. */
export async function emptyDirectory(path: string): Promise<void> {
  const names = await readdir(path).catch(() => []);
  for (const name of names)
    await rm(join(path, name), { recursive: true, force: true }).catch(() => undefined);
}
