import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { WebError } from '../failures/web-error.ts';

/** The one process that may use a directory. */
export interface DirectoryLock {
  release(): void;
}

/** SQLite's result code for a file that another connection holds. */
const SQLITE_BUSY = 5;

/**
 * Takes a directory for this process: PGlite itself takes no lock, and two processes on one directory destroy it. The
 * lock is the kernel's, on a file that SQLite holds open: it ends with its process, however that ends, and holds between
 * containers that share a volume. The empty file stays; who took it away would let a second holder in. Throws
 * DATA_DIR_BUSY while another holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true });
  const file = new DatabaseSync(join(directory, 'directory.lock'), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    file.close();
    if ((cause as { errcode?: unknown }).errcode !== SQLITE_BUSY) throw cause;
    throw busy(directory, cause);
  }
  return {
    release() {
      if (file.isOpen) file.close();
    },
  };
}

function busy(directory: string, cause: unknown): WebError {
  return new WebError('DATA_DIR_BUSY', `another process uses the database in ${directory}`, {
    hint: 'stop the other process, or give this one a directory of its own with CSQA_DATA_DIR',
    cause,
  });
}
