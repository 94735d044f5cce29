import { type Sentence, WebError } from '../../failures/web-error.ts';

/** What may come out of an archive. */
export interface ArchiveLimits {
  /** Bytes of all files together. */
  readonly bytes: number;
  readonly files: number;
}

/** As much as of a clone. */
export const DEFAULT_ARCHIVE_LIMITS: ArchiveLimits = { bytes: 2 * 1024 ** 3, files: 200_000 };

const LONGEST_NAME = 1_024;
const DEEPEST = 64;

/** Why an archive cannot be used. */
export function unusable({ en, ru }: Sentence, cause?: unknown): WebError {
  const hint = 'upload a .zip, .tar or .tar.gz of the sources';
  return new WebError('UPLOAD_UNUSABLE', en, { hint, ru, ...(cause === undefined ? {} : { cause }) });
}

/** What is said of an archive that ends in the middle, or says what is not so. */
export const DAMAGED: Sentence = { en: 'the archive is damaged', ru: 'Архив повреждён.' };

/** What is said of an archive that holds more bytes than it may. */
export function tooManyBytes(most: number): WebError {
  return unusable({
    en: `the archive holds more than ${most} bytes`,
    ru: `В архиве больше ${most} байт.`,
  });
}

/**
 * The name of an entry as a path below the directory it is unpacked into, without a leading `./`. Throws
 * UPLOAD_UNUSABLE for one that leads out of it, or that some system would read as leading out of it.
 */
export function safeName(name: string): string {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  const leadsOut = name.startsWith('/') || parts.includes('..') || /[\\\0]|^[A-Za-z]:/u.test(name);
  if (leadsOut)
    throw unusable({
      en: 'a file in the archive would lie outside of it',
      ru: 'Файл из архива оказался бы вне его.',
    });
  if (name.length > LONGEST_NAME || parts.length > DEEPEST)
    throw unusable({ en: 'a path in the archive is too long', ru: 'В архиве есть слишком длинный путь.' });
  return parts.join('/');
}

/** Counts what comes out of an archive, as it comes: what an archive says of its sizes is not believed. */
export class ArchiveTally {
  readonly #limits: ArchiveLimits;
  #bytes = 0;
  #files = 0;

  constructor(limits: ArchiveLimits) {
    this.#limits = limits;
  }

  addFile(): void {
    if (++this.#files > this.#limits.files)
      throw unusable({
        en: `the archive has more than ${this.#limits.files} files`,
        ru: `В архиве файлов больше ${this.#limits.files}.`,
      });
  }

  addBytes(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#limits.bytes) throw tooManyBytes(this.#limits.bytes);
  }
}
