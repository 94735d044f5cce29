import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CsqaError, isDiskFull } from '../errors.ts';
import { identifyProcess, type ProcessIdentity } from '../processes/process-identity.ts';

/** Every job directory's name begins so. */
export const JOB_DIRECTORY_PREFIX = 'csqa-job-';

/** The file in a job directory that says whose it is. */
export const JOB_OWNER_FILE = 'owner.json';

/** Where the processes of a job are noted, one file each, so that a reaper can end those that outlive their parent. */
export const JOB_PROCESSES_DIRECTORY = 'processes';

/** What a job directory says about itself. */
export interface JobOwner {
  readonly csqa: 'job-directory';
  readonly analysisId: string;
  readonly attempt: number;
  readonly process: ProcessIdentity;
  /** After this moment nobody works here any more, whatever the process table looks like. ISO 8601. */
  readonly deadline: string;
}

/** A private scratch directory of one run, removed at its end. */
export interface JobDirectory {
  /** Absolute path, links resolved; readable by its owner only. */
  readonly path: string;
  /** Makes a subdirectory and gives its path. */
  readonly makeDirectory: (name: string) => Promise<string>;
  /** Notes a process that this job started; call the result once it has ended. */
  readonly noteProcess: (pid: number) => Promise<() => Promise<void>>;
  /** Removes everything. Rejects only where something could not be removed. */
  readonly remove: () => Promise<void>;
}

/** Whose job directory to make, and where. */
export interface JobDirectoryRequest {
  readonly analysisId: string;
  readonly attempt: number;
  /** Parent directory; undefined for that of the system. It is made where it is not there. */
  readonly tempDir: string | undefined;
  readonly deadline: Date;
}

/** Makes a job directory. Throws PATH_NOT_WRITABLE or DISK_FULL. */
export async function createJobDirectory(request: JobDirectoryRequest): Promise<JobDirectory> {
  const parent = jobParent(request.tempDir);
  try {
    await mkdir(parent, { recursive: true });
    const path = await realpath(await mkdtemp(join(parent, JOB_DIRECTORY_PREFIX)));
    await writeOwner(path, request);
    await mkdir(join(path, JOB_PROCESSES_DIRECTORY));
    return jobDirectoryAt(path);
  } catch (error) {
    throw unusableParent(parent, error);
  }
}

/** Takes a job directory that this process has made, for another run than it was made for. Throws as the making of one. */
export async function adoptJobDirectory(path: string, request: JobDirectoryRequest): Promise<JobDirectory> {
  try {
    await writeOwner(path, request);
    return jobDirectoryAt(path);
  } catch (error) {
    throw unusableParent(jobParent(request.tempDir), error);
  }
}

async function writeOwner(
  path: string,
  { analysisId, attempt, deadline }: JobDirectoryRequest,
): Promise<void> {
  const owner: JobOwner = {
    csqa: 'job-directory',
    analysisId,
    attempt,
    process: await identifyProcess(process.pid),
    deadline: deadline.toISOString(),
  };
  await writeFile(join(path, JOB_OWNER_FILE), JSON.stringify(owner));
}

function unusableParent(parent: string, cause: unknown): CsqaError {
  const full = isDiskFull(cause);
  return new CsqaError(
    full ? 'DISK_FULL' : 'PATH_NOT_WRITABLE',
    `No job directory could be made in ${parent}.`,
    {
      ru: `В ${parent} нельзя создать каталог для работы.`,
      hint: full
        ? `Free some space on the disk of ${parent}.`
        : `Make ${parent} writable, or name another tempDir.`,
      cause,
    },
  );
}

/** Where job directories are: the directory named in the options, or that of the system. */
export function jobParent(tempDir: string | undefined): string {
  return tempDir ?? tmpdir();
}

function jobDirectoryAt(path: string): JobDirectory {
  return {
    path,
    makeDirectory: async (name) => {
      const made = join(path, name);
      await mkdir(made, { mode: 0o700 });
      return made;
    },
    noteProcess: async (pid) => {
      const note = join(path, JOB_PROCESSES_DIRECTORY, `${pid}.json`);
      await writeFile(note, JSON.stringify(await identifyProcess(pid)));
      return () => rm(note, { force: true });
    },
    remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
