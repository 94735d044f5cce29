import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty directory with a blank in its path, because people have them; gone after the test. */
export async function scratchDirectory(): Promise<string> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'csqa cli-')));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}
