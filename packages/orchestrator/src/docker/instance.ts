import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The name of this installation on an engine that may serve several: the one of the options, or one that is made once and
 * kept beside the job directories, so that a new process knows what the one before it left behind. Where nothing can be
 * kept, or somebody else put the file there, the name holds for this process only.
 */
export async function instanceName(named: string | undefined, jobParent: string): Promise<string> {
  if (named !== undefined) return named;
  const path = instanceFile(jobParent);
  const made = `local-${randomUUID()}`;
  try {
    await mkdir(jobParent, { recursive: true });
    await writeFile(path, made, { flag: 'wx', mode: 0o600 });
    return made;
  } catch {
    return (await readOwn(path)) ?? made;
  }
}

/** The name that this installation has already; null where it never ran anything. */
export function knownInstance(named: string | undefined, jobParent: string): Promise<string | null> {
  return named === undefined ? readOwn(instanceFile(jobParent)) : Promise.resolve(named);
}

function instanceFile(jobParent: string): string {
  return join(jobParent, `csqa-instance-${process.getuid?.() ?? 'user'}`);
}

const NAME = /^local-[0-9a-f-]{36}$/;

async function readOwn(path: string): Promise<string | null> {
  try {
    const found = await lstat(path);
    if (!found.isFile() || found.uid !== (process.getuid?.() ?? found.uid)) return null;
    const name = await readFile(path, 'utf8');
    return NAME.test(name) ? name : null;
  } catch {
    return null;
  }
}
