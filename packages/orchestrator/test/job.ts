import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createJobDirectory, type JobDirectory } from '../src/jobs/job-directory.ts';

/** An empty directory that is gone after the test. */
export async function scratchDirectory(): Promise<string> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'csqa-test-')));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** A job directory in a scratch directory. */
export async function scratchJob(): Promise<JobDirectory> {
  return createJobDirectory({
    analysisId: 'test',
    attempt: 1,
    tempDir: await scratchDirectory(),
    deadline: new Date(Date.now() + 60_000),
  });
}

/** What children need of the environment of the tests. */
export const testEnvironment: Readonly<Record<string, string>> = { PATH: process.env.PATH ?? '' };
