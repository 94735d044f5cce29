import { constants, type Dirent } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import type { Entry, openPromise } from 'yauzl';
import type { Diagnostic } from '../../base/diagnostics.ts';
import { byText } from '../../base/ordering.ts';
import type { Advisory, AdvisoryIndex } from './advisory.ts';
import { readOsv } from './osv.ts';

/** Limits: the whole of OSV is half of each. An advisory that is larger is none. */
const MAX_FILES = 1_000_000;
const MAX_FILE_BYTES = 4 * 1024 * 1024;
const MAX_TOTAL_BYTES = 4 * 1024 * 1024 * 1024;
const MAX_DEPTH = 16;

/** Advisories, and how many files were read and could not be. */
export interface AdvisoryReading {
  readonly index: AdvisoryIndex;
  /** Advisories about libraries of the Maven ecosystem. */
  readonly count: number;
  readonly unreadable: number;
  /** True where a limit ended the reading. */
  readonly truncated: boolean;
}

/**
 * Reads every `.json` file below a directory, and every one in a `.zip` archive there, as an advisory in OSV format.
 * Links are not followed. Names inside archives are never used as paths, and sizes are counted as they come out. What
 * cannot be read is counted; it never rejects.
 */
export async function readAdvisories(directory: string): Promise<AdvisoryReading> {
  const reading = new Reading();
  await readBelow(directory, MAX_DEPTH, reading);
  return reading.result();
}

class Reading {
  readonly #found: Advisory[] = [];
  #files = 0;
  #bytes = 0;
  #unreadable = 0;
  #truncated = false;

  /** Whether one more file of so many bytes may be read. */
  admits(bytes: number): boolean {
    this.#files += 1;
    this.#bytes += bytes;
    this.#truncated ||= this.#files > MAX_FILES || this.#bytes > MAX_TOTAL_BYTES;
    return !this.#truncated;
  }

  take(json: string): void {
    const advisory = readOsv(json);
    if (advisory === null) this.refuse();
    else if (advisory.affected.length > 0) this.#found.push(advisory);
  }

  refuse(): void {
    this.#unreadable += 1;
  }

  result(): AdvisoryReading {
    const index = new Map<string, Advisory[]>();
    for (const advisory of [...this.#found].sort(byText(({ id }) => id))) {
      for (const library of new Set(advisory.affected.map((affected) => affected.library))) {
        const known = index.get(library);
        if (known === undefined) index.set(library, [advisory]);
        else known.push(advisory);
      }
    }
    return {
      index,
      count: this.#found.length,
      unreadable: this.#unreadable,
      truncated: this.#truncated,
    };
  }
}

async function readBelow(directory: string, depth: number, reading: Reading): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => null);
  if (entries === null) return reading.refuse();
  for (const entry of entries.sort(byText((found: Dirent) => found.name))) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && depth > 0) await readBelow(path, depth - 1, reading);
    else if (entry.isFile() && entry.name.endsWith('.json')) await readJsonFile(path, reading);
    else if (entry.isFile() && entry.name.endsWith('.zip')) await readArchive(path, reading);
  }
}

async function readJsonFile(path: string, reading: Reading): Promise<void> {
  const file = await openFile(path);
  if (file === null) return reading.refuse();
  try {
    const { size } = await file.stat();
    if (size > MAX_FILE_BYTES) reading.refuse();
    else if (reading.admits(size)) reading.take(await file.readFile('utf8'));
  } finally {
    await file.close();
  }
}

function openFile(path: string): Promise<FileHandle | null> {
  return open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(() => null);
}

/** An archive as OSV publishes it. The reader holds every entry to the size that it declares. */
async function readArchive(path: string, reading: Reading): Promise<void> {
  try {
    const yauzl = await import('yauzl');
    const archive = await yauzl.openPromise(path);
    for await (const entry of archive.eachEntry()) {
      if (!reading.admits(entry.uncompressedSize)) break;
      if (!entry.fileName.endsWith('.json')) continue;
      if (entry.uncompressedSize > MAX_FILE_BYTES) reading.refuse();
      else reading.take(await entryText(archive, entry));
    }
  } catch {
    reading.refuse();
  }
}

async function entryText(archive: Awaited<ReturnType<typeof openPromise>>, entry: Entry): Promise<string> {
  return readText(await archive.openReadStreamPromise(entry));
}

/** What was compared with, and what could not be. */
export function diagnoseReading({ count, unreadable, truncated }: AdvisoryReading): readonly Diagnostic[] {
  const stage = 'libraries';
  const compared: Diagnostic = {
    code: 'advisories-compared',
    stage,
    severity: count === 0 ? 'warning' : 'info',
    message: {
      en: `Libraries were compared with ${count} advisories about the Maven ecosystem.`,
      ru: `Библиотеки сверены с бюллетенями об экосистеме Maven: ${count}.`,
    },
  };
  const refused: Diagnostic = {
    code: 'advisories-unreadable',
    stage,
    severity: 'warning',
    message: {
      en: truncated
        ? 'There are more advisories than are read; the rest is left out.'
        : `${unreadable} files or directories of advisories cannot be read as OSV.`,
      ru: truncated
        ? 'Бюллетеней больше, чем читается; остальные пропущены.'
        : `Файлы и каталоги бюллетеней, которые не читаются как OSV: ${unreadable}.`,
    },
    hint: {
      en: 'Give a directory with one OSV advisory a .json file, or the all.zip of an ecosystem.',
      ru: 'Дайте каталог, где в каждом файле .json один бюллетень OSV, или all.zip экосистемы.',
    },
  };
  return unreadable > 0 || truncated ? [compared, refused] : [compared];
}
