import { chown, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchDirectory, scratchJob, testEnvironment } from '../../test/job.ts';
import { commitFiles, git } from '../../test/repositories.ts';
import { readRevision } from './revision.ts';

async function revisionOf(directory: string, gitBin = 'git') {
  const job = await scratchJob();
  const signal = new AbortController().signal;
  return readRevision({
    directory,
    except: join(directory, 'out'),
    gitBin,
    environment: testEnvironment,
    job,
    signal,
  });
}

async function clinicTree(): Promise<{ root: string; commit: string }> {
  const root = await scratchDirectory();
  await git(root, 'init', '--quiet');
  return { root, commit: await commitFiles(root, { 'src/Owner.java': 'class Owner {}\n' }) };
}

describe('the revision of a directory', () => {
  it('is dirty where a file was added, and not where one was added that git ignores', async () => {
    const { root, commit } = await clinicTree();
    await writeFile(join(root, '.git/info/exclude'), '*.class\n');
    await writeFile(join(root, 'Owner.class'), '');
    expect(await revisionOf(root)).toEqual({ commit, dirty: false });
    await writeFile(join(root, 'Vet.java'), '');
    expect(await revisionOf(root)).toEqual({ commit, dirty: true });
  });

  it('is that of the repository around it', async () => {
    const { root, commit } = await clinicTree();
    await writeFile(join(root, 'unrelated.txt'), '');
    expect(await revisionOf(join(root, 'src'))).toEqual({ commit, dirty: false });
  });

  it('is not known without a commit, without git, and where .git is broken', async () => {
    const fresh = await scratchDirectory();
    await git(fresh, 'init', '--quiet');
    expect(await revisionOf(fresh)).toEqual({ commit: null, dirty: null });
    const { root } = await clinicTree();
    expect(await revisionOf(root, 'no-such-git')).toEqual({ commit: null, dirty: null });
    const broken = await scratchDirectory();
    await symlink('/etc/passwd', join(broken, '.git'));
    expect(await revisionOf(broken)).toEqual({ commit: null, dirty: null });
  });

  it('runs no hook, and changes nothing in the tree', async () => {
    const { root } = await clinicTree();
    const hooks = join(root, '.git/hooks');
    await mkdir(hooks, { recursive: true });
    const trap = join(root, '.git/trap');
    await writeFile(join(hooks, 'post-index-change'), `#!/bin/sh\ntouch ${trap}\n`, { mode: 0o755 });
    const before = await readdir(join(root, '.git'));
    await revisionOf(root);
    expect(await readdir(join(root, '.git'))).toEqual(before);
  });
});

it.runIf(process.getuid?.() === 0)('of a tree of somebody else only the commit is read', async () => {
  const { root, commit } = await clinicTree();
  for (const path of [root, join(root, '.git')]) await chown(path, 12_345, 12_345);
  expect(await revisionOf(root)).toEqual({ commit, dirty: null });
});
