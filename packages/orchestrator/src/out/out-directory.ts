import { constants } from 'node:fs';
import { access, lstat, mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CsqaError, systemErrorCode } from '../errors.ts';
import { identifyProcess, livenessOf, type ProcessIdentity } from '../processes/process-identity.ts';
import { processIdentitySchema } from '../processes/process-identity-schema.ts';
import { STAGING_PREFIX } from './staging.ts';
import { writeError } from './write-errors.ts';

/** Says that a directory is an out directory of ours, and that a source walk may leave it out. */
const OUT_MARKER = '.csqa-out';

/** Held while a run works on an out directory. */
const OUT_LOCK = '.csqa-out.lock';

const markerText =
  'This directory is written by CSQA. Files with the names of its artifacts are replaced by each run.\n';

/** An out directory that is ours for the time of one run. */
export interface OutDirectory {
  /** Absolute path, links resolved. */
  readonly path: string;
  /** Lets the next run have it. */
  readonly release: () => Promise<void>;
}

/**
 * Takes an out directory: one that is not there yet, an empty one, or one that an earlier run marked. Anything else is
 * somebody's own and is refused untouched. Throws OUT_DIR_REFUSED, OUT_DIR_BUSY, PATH_NOT_WRITABLE or DISK_FULL.
 */
export async function claimOutDirectory(asked: string): Promise<OutDirectory> {
  const path = resolve(asked);
  try {
    await mkdir(path, { recursive: true });
    const real = await realpath(path);
    await assertOurs(real);
    await access(real, constants.W_OK | constants.X_OK);
    const release = await lock(real);
    try {
      await writeMarker(join(real, OUT_MARKER));
      await removeLeftovers(real);
    } catch (error) {
      await release();
      throw error;
    }
    return { path: real, release };
  } catch (error) {
    if (error instanceof CsqaError) throw error;
    throw unusable(path, error);
  }
}

async function assertOurs(path: string): Promise<void> {
  if (!(await stat(path)).isDirectory()) throw refused(path, { en: 'it is a file', ru: 'это файл' });
  const names = await readdir(path);
  if (names.length === 0 || names.every((name) => name === OUT_LOCK)) return;
  const marker = await lstat(join(path, OUT_MARKER)).catch(() => null);
  if (marker?.isFile()) return;
  const [first] = names.sort();
  throw refused(path, {
    en: `it holds ${names.length} entries that are not ours, as ${first}`,
    ru: `в нём есть чужое, записей: ${names.length}, например ${first}`,
  });
}

async function writeMarker(file: string): Promise<void> {
  try {
    await writeFile(file, markerText, { flag: 'wx' });
  } catch (error) {
    if (systemErrorCode(error) !== 'EEXIST') throw error;
  }
}

/** With the lock held, a staging directory belongs to nobody any more. */
async function removeLeftovers(path: string): Promise<void> {
  const names = await readdir(path);
  for (const name of names.filter((entry) => entry.startsWith(STAGING_PREFIX))) {
    await rm(join(path, name), { recursive: true, force: true });
  }
}

async function lock(path: string): Promise<() => Promise<void>> {
  const file = join(path, OUT_LOCK);
  if (!(await tryLock(file))) {
    if (await isHeld(file)) throw busy(path);
    await rm(file, { force: true });
    if (!(await tryLock(file))) throw busy(path);
  }
  return () => rm(file, { force: true });
}

async function tryLock(file: string): Promise<boolean> {
  const holder = JSON.stringify(await identifyProcess(process.pid));
  try {
    await writeFile(file, holder, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    await rm(file, { force: true });
    throw error;
  }
}

async function isHeld(file: string): Promise<boolean> {
  const holder = await readHolder(file);
  return holder !== null && (await livenessOf(holder)) !== 'dead';
}

/** Null for a lock that its writer did not finish: it died in between. */
async function readHolder(file: string): Promise<ProcessIdentity | null> {
  try {
    return processIdentitySchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

function refused(path: string, what: { readonly en: string; readonly ru: string }): CsqaError {
  return new CsqaError('OUT_DIR_REFUSED', `${path} cannot be the out directory: ${what.en}.`, {
    ru: `${path} не может быть каталогом для файлов: ${what.ru}.`,
    hint: 'Name a directory that is empty, or not there yet, or that an earlier run wrote.',
  });
}

function busy(path: string): CsqaError {
  return new CsqaError('OUT_DIR_BUSY', `Another analysis is writing to ${path}.`, {
    ru: `В ${path} пишет другой запуск.`,
    hint: `Wait for it, or name another directory; if there is none, remove ${join(path, OUT_LOCK)}.`,
  });
}

function unusable(path: string, cause: unknown): CsqaError {
  switch (systemErrorCode(cause)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return refused(path, { en: 'it is a file, or below one', ru: 'это файл или путь внутри файла' });
    default:
      return writeError(path, cause);
  }
}
