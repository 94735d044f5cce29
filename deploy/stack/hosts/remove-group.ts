import { readdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../stack.ts';

const ROOT = '/sys/fs/cgroup';

/** Removes a control group of an engine that is gone, in every hierarchy, with the groups of its containers. */
export async function removeGroup(name: string): Promise<void> {
  const hierarchies = await readdir(ROOT).catch(() => []);
  for (const place of [ROOT, ...hierarchies.map((each) => join(ROOT, each))]) {
    // A group can be removed a moment after its last process has ended.
    await until(`end of the group ${name}`, 10, () => removeTree(join(place, name)));
  }
}

/** Removes directories, the innermost first; files of a control group go with it. Null where one is in use. */
async function removeTree(directory: string): Promise<true | null> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((each) => each.isDirectory())) {
    await removeTree(join(directory, entry.name));
  }
  return rmdir(directory).then(
    () => true as const,
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' || error.code === 'ENOTDIR' ? true : null),
  );
}
