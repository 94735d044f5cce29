import { accessSync, constants, type Stats } from 'node:fs';
import { Readable } from 'node:stream';
import { Pack, type ReadEntry, type WriteEntry } from 'tar';

/** A tree to carry into a container. */
export interface CopyInRequest {
  /** Absolute path of the directory. */
  readonly directory: string;
  /** Owner of everything in the archive. */
  readonly owner: { readonly uid: number; readonly gid: number };
  /** Hears of files that cannot be read and so stay here. */
  readonly onUnreadable: (path: string) => void;
}

/**
 * Packs a tree into an archive whose root is the tree's. Links stay links and are never followed, as they may point at
 * anything of this machine; pipes, sockets and devices are left out. Owner and mode are ours, so that the process in the
 * container can read everything that this one can read. What is inside of `.git` stays here: nobody there looks at it.
 */
export function packTree({ directory, owner, onUnreadable }: CopyInRequest): Readable {
  const archive = new Pack({
    cwd: directory,
    follow: false,
    preservePaths: false,
    filter: (path, found) => {
      if (isInsideOfGit(path)) return false;
      if (isReadable(directory, path, found)) return true;
      onUnreadable(path);
      return false;
    },
    onWriteEntry: (entry) => giveTo(entry, owner),
  });
  archive.add('.').end();
  return Readable.from(archive, { objectMode: false });
}

function isInsideOfGit(path: string): boolean {
  return /(?:^|\/)\.git\/./.test(path);
}

/** Links are carried as they are: what they point at is not read. */
function isReadable(directory: string, path: string, found: Stats | ReadEntry): boolean {
  if ('isSymbolicLink' in found && found.isSymbolicLink()) return true;
  try {
    accessSync(`${directory}/${path}`, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function giveTo(entry: WriteEntry, owner: CopyInRequest['owner']): void {
  const { stat } = entry;
  if (stat === undefined) return;
  stat.uid = owner.uid;
  stat.gid = owner.gid;
  const isOpenable = stat.isDirectory() || (stat.mode & 0o100) !== 0;
  stat.mode = isOpenable ? 0o755 : 0o644;
}
