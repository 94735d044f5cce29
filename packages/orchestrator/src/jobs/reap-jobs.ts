import { lstat, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemErrorCode } from '../errors.ts';
import { livenessOf, type ProcessIdentity } from '../processes/process-identity.ts';
import { processIdentitySchema } from '../processes/process-identity-schema.ts';
import type { IsLive, ReapedItem, ReapFailure, ReapReport } from '../reap-report.ts';
import { JOB_DIRECTORY_PREFIX, JOB_OWNER_FILE, JOB_PROCESSES_DIRECTORY } from './job-directory.ts';

const ownerSchema = z.object({
  csqa: z.literal('job-directory'),
  analysisId: z.string(),
  attempt: z.int(),
  process: processIdentitySchema,
  deadline: z.iso.datetime(),
});

type Owner = z.infer<typeof ownerSchema>;

/**
 * Removes the job directories of runs whose process is gone, after ending what those runs left running. A directory
 * counts only if it has our name, belongs to this user and says whose it is. One whose process cannot be looked at, as
 * it lives in another container or on another host, is left alone until its deadline has passed.
 */
export async function reapJobs(parent: string, isLive: IsLive): Promise<ReapReport> {
  const removed: ReapedItem[] = [];
  const failed: ReapFailure[] = [];
  let kept = 0;
  for (const path of await jobDirectories(parent)) {
    const owner = await readOwner(path);
    if (owner === null) continue;
    if (await isAtWork(owner, isLive)) {
      kept += 1;
      continue;
    }
    try {
      removed.push(...(await removeJob(path, owner)));
    } catch (error) {
      failed.push({ name: path, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { removed, failed, kept };
}

async function jobDirectories(parent: string): Promise<readonly string[]> {
  const names = await readdir(parent).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.startsWith(JOB_DIRECTORY_PREFIX))
    .sort()
    .map((name) => join(parent, name));
}

/** Null for anything that is not certainly a job directory of this user. */
async function readOwner(path: string): Promise<Owner | null> {
  try {
    const found = await lstat(path);
    if (!found.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) return null;
    return ownerSchema.parse(JSON.parse(await readFile(join(path, JOB_OWNER_FILE), 'utf8')));
  } catch {
    return null;
  }
}

async function isAtWork(owner: Owner, isLive: IsLive): Promise<boolean> {
  const liveness = await livenessOf(owner.process);
  if (liveness === 'alive') return true;
  if (liveness === 'unknown' && Date.parse(owner.deadline) > Date.now()) return true;
  return isLive(owner.analysisId, owner.attempt);
}

async function removeJob(path: string, owner: Owner): Promise<readonly ReapedItem[]> {
  const { analysisId, attempt } = owner;
  const ended: ReapedItem[] = [];
  for (const left of await notedProcesses(path)) {
    if ((await livenessOf(left)) !== 'alive') continue;
    endGroup(left.pid);
    ended.push({ kind: 'process', name: String(left.pid), analysisId, attempt });
  }
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return [...ended, { kind: 'directory', name: path, analysisId, attempt }];
}

async function notedProcesses(path: string): Promise<readonly ProcessIdentity[]> {
  const directory = join(path, JOB_PROCESSES_DIRECTORY);
  const names = await readdir(directory).catch(() => []);
  const notes = await Promise.all(
    names.map(async (name) => {
      try {
        return [processIdentitySchema.parse(JSON.parse(await readFile(join(directory, name), 'utf8')))];
      } catch {
        return [];
      }
    }),
  );
  return notes.flat();
}

/** A process of ours leads its group. Without groups (Windows), it is ended alone. */
function endGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if (systemErrorCode(error) !== 'ESRCH') throw error;
  }
}
