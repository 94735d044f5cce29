import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { isSystemError } from './confined-bytes.ts';

/** One name in a directory. `name` is null where the bytes are not UTF-8; `shown` is always safe to print. */
export interface TreeEntry {
  readonly name: string | null;
  readonly shown: string;
  readonly kind: 'file' | 'directory' | 'symlink' | 'special';
}

/** Where a symbolic link leads. Links are described, never followed. */
export type LinkTarget = 'inside' | 'outside' | 'broken';

/** What the walk asks of a file system. Errors of the system are thrown as they come; the walk turns them into diagnostics. */
export interface TreeLister {
  /** Names in a directory, in any order; null where there are more than `limit`. `directory` is relative, `` for the root. */
  list(directory: string, limit: number): readonly TreeEntry[] | null;
  /** Size of a regular file in bytes; null where it is no longer one. */
  sizeOf(path: string): number | null;
  targetOf(path: string): LinkTarget;
}

/** Lists a real directory tree. `root` is absolute with all links resolved. */
export function createNodeTreeLister(root: string): TreeLister {
  // Paths are made of names and `/`, so that nothing in them is to be settled.
  const within = root.endsWith(sep) ? root : root + sep;
  const absolute = (path: string): string => (path === '' ? root : within + path);
  return {
    list: (directory, limit) => {
      const items = readdirSync(absolute(directory), { encoding: 'utf8', withFileTypes: true });
      if (items.length > limit) return null;
      // A name that is not UTF-8, or one that really has this character in it: only its bytes can tell.
      if (items.some(({ name }) => name.includes('\ufffd'))) return listBytes(absolute(directory), limit);
      return items.map((item) => ({ ...safeName(item.name), kind: kindOf(item) }));
    },
    sizeOf: (path) => {
      const status = lstatSync(absolute(path));
      return status.isFile() ? status.size : null;
    },
    targetOf: (path) => {
      try {
        const target = realpathSync(absolute(path));
        statSync(target);
        return target === root || target.startsWith(within) ? 'inside' : 'outside';
      } catch (error) {
        if (isSystemError(error)) return 'broken';
        throw error;
      }
    },
  };
}

function listBytes(directory: string, limit: number): readonly TreeEntry[] | null {
  const items = readdirSync(directory, { encoding: 'buffer', withFileTypes: true });
  return items.length > limit
    ? null
    : items.map((item) => ({ ...decodeName(item.name), kind: kindOf(item) }));
}

function kindOf(item: Dirent<Buffer | string>): TreeEntry['kind'] {
  if (item.isSymbolicLink()) return 'symlink';
  if (item.isDirectory()) return 'directory';
  return item.isFile() ? 'file' : 'special';
}

/** Control characters, line separators and direction marks: a name with one of them can forge lines of a log or a report. */
const UNSAFE_IN_NAMES = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

/** Refuses a name that is not UTF-8. */
const NAMES = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Longest part of a bad name that is shown. */
const SHOWN_NAME_LENGTH = 80;

/** Decodes a name; one that is not UTF-8 or holds control characters gets no `name`, only a safe rendering. */
function decodeName(bytes: Uint8Array): Pick<TreeEntry, 'name' | 'shown'> {
  let text: string;
  try {
    text = NAMES.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { name: null, shown: printable(new TextDecoder('latin1').decode(bytes)) };
  }
  return safeName(text);
}

function safeName(text: string): Pick<TreeEntry, 'name' | 'shown'> {
  return UNSAFE_IN_NAMES.test(text) ? { name: null, shown: printable(text) } : { name: text, shown: text };
}

function printable(text: string): string {
  const escaped = text.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return escaped.length <= SHOWN_NAME_LENGTH ? escaped : `${escaped.slice(0, SHOWN_NAME_LENGTH)}…`;
}
