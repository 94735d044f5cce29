import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { Diagnostic } from '../base/diagnostics.ts';
import { type RelativePath, relativePath } from '../base/ids.ts';
import type { Text } from '../base/text.ts';
import type { SourceContent } from './source-reader.ts';

/** Where files are read from and how large one may be. */
export interface ConfinedPlace {
  /** Absolute path of the tree with all symbolic links resolved. */
  readonly root: string;
  /** Largest file that is read at all, in bytes. */
  readonly maxFileBytes: number;
}

/** Gives the bytes of a file until it is asked for the next one, or what is to be said where they are not read. */
export type ByteReader = (path: RelativePath) => Uint8Array | SourceContent;

/**
 * Reads files below one directory and nothing else: a link is refused both as the file itself and as any directory on
 * the way to it, and so are pipes, sockets and devices. A pipe cannot make it wait.
 */
export function createByteReader({ root, maxFileBytes }: ConfinedPlace): ByteReader {
  const confined = new Map<string, boolean>();
  // Paths are made of names and `/`, so that nothing in them is to be settled.
  const within = root.endsWith(sep) ? root : root + sep;
  /** From the root down to it, each directory once: no link may stand anywhere on the way. */
  const isConfined = (directory: string): boolean => {
    const known = confined.get(directory);
    if (known !== undefined) return known;
    const around = directory.slice(0, Math.max(0, directory.lastIndexOf('/')));
    const isReal =
      directory === '' ? isRealPath(root) : isConfined(around) && isDirectoryItself(within + directory);
    confined.set(directory, isReal);
    return isReal;
  };
  const room = new ReadingRoom();
  return (path) => {
    const file = relativePath(path);
    if (!isConfined(file.slice(0, Math.max(0, file.lastIndexOf('/'))))) return unreadable(file, CONFINED);
    return readRegularFile(file, { within, maxFileBytes, room });
  };
}

const CONFINED: Text = {
  en: 'its directory is a link or cannot be entered',
  ru: 'его каталог — ссылка, или в него нельзя войти',
};
const NOT_REGULAR: Text = { en: 'it is not a regular file', ru: 'это не обычный файл' };

function isRealPath(path: string): boolean {
  return orFalse(() => realpathSync(path) === path);
}

/** Whether a path leads to a directory, not to a link to one, where all that is around it is known to be real. */
function isDirectoryItself(path: string): boolean {
  return orFalse(() => lstatSync(path).isDirectory());
}

function orFalse(test: () => boolean): boolean {
  try {
    return test();
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}

interface Reading {
  readonly maxFileBytes: number;
  /** The root with its separator. */
  readonly within: string;
  readonly room: ReadingRoom;
}

function readRegularFile(
  path: RelativePath,
  { within, maxFileBytes, room }: Reading,
): Uint8Array | SourceContent {
  let descriptor: number;
  try {
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    descriptor = openSync(within + path, flags);
  } catch (error) {
    if (isSystemError(error)) return unreadable(path, describeSystemError(error));
    throw error;
  }
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) return unreadable(path, NOT_REGULAR);
    if (status.size > maxFileBytes) return tooLarge(path, status.size, maxFileBytes);
    const bytes = room.read(descriptor, maxFileBytes + 1, status.size);
    if (bytes.length > maxFileBytes) return tooLarge(path, bytes.length, maxFileBytes);
    return bytes;
  } catch (error) {
    if (isSystemError(error)) return unreadable(path, describeSystemError(error));
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes of a file until they have become text. Most files are read into memory that was there for the one before. */
class ReadingRoom {
  #buffer = Buffer.allocUnsafeSlow(FIRST_ROOM);

  /** Reads to the end of the file, however its size changes meanwhile, but never more than `limit` bytes. */
  read(descriptor: number, limit: number, expected: number): Uint8Array {
    this.#makeRoom(Math.min(limit, expected + 1), 0);
    let length = 0;
    while (length < limit) {
      this.#makeRoom(Math.min(limit, length + 1), length);
      const most = Math.min(limit, this.#buffer.length) - length;
      const count = readSync(descriptor, this.#buffer, length, most, null);
      length += count;
      // A file ends where it gives nothing, and where one that has not changed gives all it has.
      if (count === 0 || (length === expected && count < most)) break;
    }
    return this.#buffer.subarray(0, length);
  }

  #makeRoom(bytes: number, kept: number): void {
    if (bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(bytes, this.#buffer.length * 2));
    this.#buffer.copy(larger, 0, 0, kept);
    this.#buffer = larger;
  }
}

const FIRST_ROOM = 64 * 1024;

function tooLarge(path: RelativePath, bytes: number, limit: number): SourceContent {
  return { kind: 'too-large', bytes, diagnostics: [fileTooLarge(path, bytes, limit)] };
}

function fileTooLarge(path: RelativePath, bytes: number, limit: number): Diagnostic {
  return {
    code: 'file-too-large',
    stage: 'inventory',
    severity: 'warning',
    message: {
      en: `${path} has ${bytes} bytes, more than the ${limit} that are read; nothing in it was analysed`,
      ru: `Размер ${path} — ${bytes} байт, больше предела в ${limit}; файл не анализировался`,
    },
    hint: {
      en: 'Raise limits.maxFileBytes in .csqa.yml, or exclude the file.',
      ru: 'Увеличьте limits.maxFileBytes в .csqa.yml или исключите файл.',
    },
    file: path,
  };
}

/** What is said of a file that cannot be read. */
export function unreadable(path: RelativePath, reason: Text): SourceContent {
  const diagnostic: Diagnostic = {
    code: 'file-unreadable',
    stage: 'inventory',
    severity: 'warning',
    message: {
      en: `${path} cannot be read: ${reason.en}`,
      ru: `${path} прочитать нельзя: ${reason.ru}`,
    },
    hint: {
      en: 'Give the analyzer read permission, or exclude the file.',
      ru: 'Дайте анализатору право читать файл или исключите его.',
    },
    file: path,
  };
  return { kind: 'unreadable', bytes: 0, diagnostics: [diagnostic] };
}

/** True for what the operating system refuses, as opposed to a defect of the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}

/** The refusal in words, without the absolute path that Node puts into its message. */
export function describeSystemError(error: NodeJS.ErrnoException): Text {
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return { en: 'permission denied', ru: 'нет прав' };
    case 'ENOENT':
      return { en: 'it is no longer there', ru: 'его уже нет' };
    case 'ELOOP':
    case 'EMLINK':
      return { en: 'it is a symbolic link', ru: 'это символическая ссылка' };
    case 'ENAMETOOLONG':
      return { en: 'its path is too long', ru: 'слишком длинный путь' };
    default:
      return { en: `the system answers ${error.code}`, ru: `система отвечает ${error.code}` };
  }
}
