import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Absolute path of a directory that all files of a run have in common; gone after it. */
    sharedDirectory: string;
  }
}

/** Makes the directory before the first file and takes it away after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'csqa-shared-'));
  project.provide('sharedDirectory', directory);
  return () => rm(directory, { recursive: true, force: true });
}
