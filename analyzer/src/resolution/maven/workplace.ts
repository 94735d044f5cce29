import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A directory of our own that Maven works in. */
export interface Workplace {
  readonly path: string;
  readonly write: (name: string, text: string, mode?: number) => Promise<void>;
  /** The text of a file that Maven wrote; null where there is none or it is too long to be one. */
  readonly read: (name: string) => Promise<string | null>;
  readonly remove: () => Promise<void>;
}

/** Bytes of a tree that is read; the largest known ones take a twentieth. */
const MAX_TREE_BYTES = 32 * 1024 * 1024;

/** Makes a directory that only its owner can enter. Rejects where there is no place for one. */
export async function openWorkplace(): Promise<Workplace> {
  const path = await mkdtemp(join(tmpdir(), 'csqa-maven-'));
  return {
    path,
    write: async (name, text, mode = 0o644) => {
      const file = join(path, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text, { mode });
    },
    read: async (name) => readWhole(join(path, name)),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

async function readWhole(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    return size > MAX_TREE_BYTES ? null : await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Whether Maven could keep there what it downloads. */
export function canWriteTo(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
