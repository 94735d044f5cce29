import { randomBytes } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { execa } from 'execa';

const identity = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@clinic.example',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@clinic.example',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

export async function git(cwd: string, ...args: string[]): Promise<string> {
  const { stdout } = await execa('git', args, { cwd, env: identity });
  return stdout;
}

export async function commitFiles(
  directory: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), text);
  }
  await git(directory, 'add', '--all');
  await git(directory, 'commit', '--quiet', '--message', 'Change the clinic');
  return git(directory, 'rev-parse', 'HEAD');
}

/** Commits of the repository that `makeClinic` makes. */
export interface Clinic {
  /** The bare repository. */
  readonly bare: string;
  readonly first: string;
  /** On main, but at the tip of nothing. */
  readonly inner: string;
  readonly main: string;
  readonly feature: string;
}

/** A bare repository `clinic.git`: three commits on main, a branch, two tags, a link, an LFS pointer and a filter in the tree. */
export async function makeClinic(root: string): Promise<Clinic> {
  const work = join(root, 'clinic-work');
  await mkdir(work, { recursive: true });
  await git(work, 'init', '--quiet', '--initial-branch=main');
  const first = await commitFiles(work, { 'src/Owner.java': 'class Owner {}\n' });
  await git(work, 'tag', 'v1.0');
  const inner = await commitFiles(work, { 'src/Visit.java': 'class Visit {}\n' });
  await symlink('/etc/passwd', join(work, 'passwd'));
  const main = await commitFiles(work, {
    'src/Pet.java': 'class Pet {}\n',
    '.gitattributes': '*.bin filter=lfs\n*.java filter=evil\n',
    'model.bin': 'version https://git-lfs.github.com/spec/v1\n',
  });
  await git(work, 'tag', '--annotate', '--message', 'Second', 'v2.0');
  await git(work, 'switch', '--quiet', '--create', 'feature/vets');
  const feature = await commitFiles(work, { 'src/Vet.java': 'class Vet {}\n' });
  await git(work, 'switch', '--quiet', 'main');
  const bare = join(root, 'clinic.git');
  await git(root, 'clone', '--quiet', '--bare', work, bare);
  return { bare, first, inner, main, feature };
}

/**
 * A bare repository `<name>.git` whose files try to run something or to have more fetched: hooks in every place where one
 * could be looked for, a submodule at the URL `submodule`, and a link.
 */
export async function makeHostile(
  root: string,
  baits: { readonly name: string; readonly trap: string; readonly submodule: string },
): Promise<void> {
  const work = join(root, `${baits.name}-work`);
  await mkdir(work, { recursive: true });
  await git(work, 'init', '--quiet', '--initial-branch=main');
  const hook = `#!/bin/sh\ntouch '${baits.trap}'\n`;
  const places = ['hooks', '.githooks', 'git/hooks'];
  const names = ['post-checkout', 'post-merge', 'reference-transaction', 'post-index-change'];
  for (const place of places) {
    await mkdir(join(work, place), { recursive: true });
    for (const name of names) await writeFile(join(work, place, name), hook, { mode: 0o755 });
  }
  await symlink('../../../..', join(work, 'out'));
  const first = await commitFiles(work, {
    '.gitmodules': `[submodule "other"]\n\tpath = other\n\turl = ${baits.submodule}`,
    '.gitconfig': '[core]\n\thooksPath = .githooks\n',
    '.lfsconfig': `[lfs]\n\turl = ${baits.submodule}/lfs\n`,
    '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs\n',
    'model.bin': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n',
    'src/Pet.java': 'class Pet {}\n',
  });
  await git(work, 'update-index', '--add', '--cacheinfo', `160000,${first},other`);
  await git(work, 'commit', '--quiet', '--message', 'Have more fetched');
  await git(root, 'clone', '--quiet', '--bare', work, join(root, `${baits.name}.git`));
}

/** A bare repository whose pack has about that many bytes. */
export async function makeHuge(root: string, bytes: number): Promise<string> {
  const work = join(root, 'huge-work');
  await mkdir(work, { recursive: true });
  await git(work, 'init', '--quiet', '--initial-branch=main');
  await writeFile(join(work, 'noise.bin'), randomBytes(bytes));
  await commitFiles(work, { 'readme.txt': 'Large\n' });
  const bare = join(root, 'huge.git');
  await git(root, 'clone', '--quiet', '--bare', work, bare);
  return bare;
}

/** A bare repository without a commit. */
export async function makeEmpty(root: string): Promise<string> {
  const bare = join(root, 'empty.git');
  await git(root, 'init', '--quiet', '--bare', bare);
  return bare;
}
