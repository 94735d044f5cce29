import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** A search path below a directory, with git on it and no other program. */
export async function gitAlone(root: string): Promise<string> {
  const directory = join(root, 'bin');
  const git = (process.env.PATH ?? '')
    .split(delimiter)
    .map((each) => join(each, 'git'))
    .find(existsSync);
  if (git === undefined) throw new Error('there is no git');
  if (existsSync(directory)) return directory;
  await mkdir(directory);
  await symlink(git, join(directory, 'git'));
  return directory;
}
