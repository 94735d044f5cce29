import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Artifact } from '@csqa/report';
import type { PublishedFile } from '../outcome.ts';
import { writeError } from './write-errors.ts';

/** Staging directories begin so; one that is found was left by a run that died. */
export const STAGING_PREFIX = '.csqa-staging-';

/** Bytes of a file that may wait in memory for the disk while the next one is made. */
const SIDE_BY_SIDE_BYTES = 1024 * 1024;

type Source = AsyncIterable<Uint8Array> | readonly Uint8Array[];

/** Collects the artifacts of a run beside their place, so that they appear there together and whole. */
export interface Staging {
  /** Adds a file by its text; a small one is written beside the others. Throws DISK_FULL or PATH_NOT_WRITABLE, or `written` does. */
  readonly addText: (name: string, text: string) => Promise<Artifact>;
  /** Adds a copy of a file. Throws DISK_FULL or PATH_NOT_WRITABLE. */
  readonly addCopy: (name: string, path: string) => Promise<Artifact>;
  /** Waits until everything that was added is on the disk. Throws DISK_FULL or PATH_NOT_WRITABLE. */
  readonly written: () => Promise<void>;
  /** Moves everything that is written to its place, in the order in which it was added, each by one rename. */
  readonly commit: () => Promise<readonly PublishedFile[]>;
  /** Removes what was not moved. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens a staging directory inside of an out directory, thus on the same file system. A single-file library would not
 * do: with several files, a disk that fills up in between would leave new ones beside old ones.
 */
export async function openStaging(outDir: string): Promise<Staging> {
  const directory = await mkdtemp(join(outDir, STAGING_PREFIX)).catch((error: unknown) => {
    throw writeError(outDir, error);
  });
  const staged: Artifact[] = [];
  const underWay: Promise<unknown>[] = [];
  const write = async (name: string, source: Source): Promise<Artifact> => {
    try {
      return await writeDurably(join(directory, name), name, source);
    } catch (error) {
      throw writeError(outDir, error);
    }
  };
  return {
    addText: async (name, text) => {
      const content = new TextEncoder().encode(text);
      const artifact = { name, bytes: content.length, sha256: hash('sha256', content) };
      staged.push(artifact);
      const written = write(name, [content]);
      underWay.push(written);
      // What fails is told by whoever waits for it.
      written.catch(() => undefined);
      if (content.length > SIDE_BY_SIDE_BYTES) await written;
      return artifact;
    },
    addCopy: async (name, path) => {
      const artifact = await write(name, createReadStream(path));
      staged.push(artifact);
      return artifact;
    },
    written: async () => {
      await Promise.all(underWay);
    },
    commit: async () => {
      for (const { name } of staged) await rename(join(directory, name), join(outDir, name));
      await syncDirectory(outDir);
      return staged.map((artifact) => ({ ...artifact, path: join(outDir, artifact.name) }));
    },
    discard: async () => {
      await Promise.allSettled(underWay);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function writeDurably(path: string, name: string, source: Source): Promise<Artifact> {
  const digest = createHash('sha256');
  const file = await open(path, 'wx');
  let bytes = 0;
  try {
    for await (const chunk of source) {
      digest.update(chunk);
      await writeAll(file, chunk);
      bytes += chunk.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, bytes, sha256: digest.digest('hex') };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.length) written += (await file.write(chunk, written)).bytesWritten;
}

/** Makes the renames survive a power cut; Windows cannot open directories and needs no such thing. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
