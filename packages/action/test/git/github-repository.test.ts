import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { create } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BaseRepository } from '../../src/baseline/base-repository.ts';
import { openGitRepository } from '../../src/baseline/git-repository.ts';
import { openGitHubRepository } from '../../src/baseline/github-repository.ts';
import type { RunContext } from '../../src/run-types.ts';
import { type GitHubFake, startGitHub } from '../fakes/github/github-fake.ts';
import { contextFor, open } from '../github-sample.ts';
import { checkOutArchive } from './archive-checkout.ts';
import { type ClinicRemote, checkOutShallow, makeClinicRemote } from './clinic-remote.ts';

let root: string;
let remote: ClinicRemote;
let github: GitHubFake;
let workspace: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'csqa-base-'));
  remote = await makeClinicRemote(root);
  workspace = join(root, 'workspace');
  github = await startGitHub({ name: 'pets', rights: ['contents=read'] });
  github.state.history = remote.bare;
});

afterEach(async () => {
  await github[Symbol.asyncDispose]();
  await rm(root, { recursive: true, force: true });
});

function contextOf(changes: Partial<RunContext> = {}): RunContext {
  return contextFor(github, {
    ...{ workspace, tempDir: join(root, 'temp'), sha: remote.merge },
    repository: { owner: 'clinic', name: 'pets' },
    pullRequest: { number: 7, headSha: remote.head, headRepository: 'clinic/pets', baseRef: 'main' },
    ...changes,
  });
}

function openHere(changes: Partial<RunContext> = {}): Promise<BaseRepository | null> {
  return openGitHubRepository(open(github), contextOf(changes));
}

async function opened(): Promise<BaseRepository> {
  await checkOutArchive(remote.bare, 'refs/pull/7/merge', workspace);
  const repository = await openHere();
  if (repository === null) throw new Error('expected to be able to ask GitHub');
  return repository;
}

async function filesOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = await Promise.all(files.toSorted().map(async (file) => [file, await readFile(file, 'utf8')]));
  return Object.fromEntries(read.map(([file = '', text = '']) => [file.slice(directory.length), text]));
}

describe('the base of a workspace without git', () => {
  it('is the one that git tells, commit for commit, tree for tree and file for file', async () => {
    const withoutGit = await opened();
    const clone = await checkOutShallow(remote.bare, 'refs/pull/7/merge', join(root, 'clone'));
    const web = pathToFileURL(root).href;
    const servers = { web, api: web, isEnterprise: false };
    const context = contextOf({ workspace: clone, servers, token: '' });
    const withGit = await openGitRepository(context, { PATH: process.env.PATH, HOME: root });
    if (withGit === null) throw new Error('expected a checkout');
    expect(withoutGit.head).toEqual(withGit.head);
    for (const wanted of [remote.main, 'main', 'refs/heads/main', 'feature', '--upload-pack=touch'])
      expect([wanted, await withoutGit.obtain(wanted)]).toEqual([wanted, await withGit.obtain(wanted)]);
    for (const path of ['', 'src', 'services/billing', 'services/owners', 'README.md'])
      expect([path, await withoutGit.treeOf(remote.main, path)]).toEqual([
        path,
        path === 'README.md' ? null : await withGit.treeOf(remote.main, path),
      ]);
    for (const path of ['README.md', 'src/Pet.java', 'src/Visit.java'])
      expect([path, await withoutGit.textOf(remote.main, path)]).toEqual([
        path,
        await withGit.textOf(remote.main, path),
      ]);
    const directories = { git: join(root, 'by-git'), github: join(root, 'by-github') };
    expect(await withGit.checkOut(remote.main, directories.git)).toMatchObject({ ok: true });
    expect(await withoutGit.checkOut(remote.main, directories.github)).toEqual({ ok: true, said: '' });
    expect(await filesOf(directories.github)).toEqual(await filesOf(directories.git));
  });

  it('is not told where the head is checked out and not the merge, for then its first parent is no base', async () => {
    await checkOutArchive(remote.bare, 'refs/pull/7/head', workspace);
    expect(await openHere()).toBeNull();
    await checkOutArchive(remote.bare, 'refs/pull/7/merge', workspace);
    expect((await openHere())?.head.parents).toEqual([remote.main, remote.head]);
    await writeFile(join(workspace, 'README.md'), 'changed by a step\n');
    expect(await openHere()).toBeNull();
  });

  it('is left to git where the workspace is a checkout of git', async () => {
    await checkOutShallow(remote.bare, 'refs/pull/7/merge', workspace);
    expect(await openHere()).toBeNull();
  });

  it('cannot be told with a token that may not read, or for a commit that GitHub does not have', async () => {
    await checkOutArchive(remote.bare, 'refs/pull/7/merge', workspace);
    expect(await openHere({ sha: 'd'.repeat(40), pullRequest: null })).toBeNull();
    github.state.tokens.set('ghs_workflow', { login: 'github-actions[bot]', rights: [] });
    expect(await openHere()).toBeNull();
  });

  it('is unreachable where GitHub has no such commit, in its own words', async () => {
    const repository = await opened();
    expect(await repository.obtain('no-such-branch')).toEqual({
      sha: null,
      said: expect.stringContaining('GitHub answered 422'),
    });
    expect(await repository.obtain('e'.repeat(40))).toMatchObject({ sha: null });
  });

  it('is asked for once more where GitHub fails, and is no other than it would have been', async () => {
    github.fail({ kind: 'status', status: 502, message: 'Bad Gateway' }, { method: 'GET', path: /tarball/ });
    github.fail({ kind: 'hang-up' }, { method: 'GET', path: /git\/commits/ });
    const repository = await opened();
    expect(await repository.obtain('main')).toEqual({ sha: remote.main, said: '' });
    expect(await repository.checkOut(remote.main, join(root, 'base'))).toEqual({ ok: true, said: '' });
  });

  it('fails the run, and is not taken for empty, where GitHub lists only a part of a tree or breaks down', async () => {
    const repository = await opened();
    await repository.obtain('main');
    const known = await repository.treeOf(remote.main, 'services/billing');
    github.state.mostTreeEntries = 1;
    await expect(repository.treeOf(remote.main, 'src')).rejects.toThrow('only a part');
    github.state.mostTreeEntries = 100_000;
    expect(await repository.treeOf(remote.main, 'services/billing')).toBe(known);
    const down = { kind: 'status', status: 500, message: 'down' } as const;
    github.fail(down, { method: 'GET', path: /contents/, times: 9 });
    await expect(repository.textOf(remote.main, '.csqa.yml')).rejects.toThrow(
      'could not be read through GitHub',
    );
  });

  it('is refused, and leaves nothing, where the archive is hostile', async () => {
    const repository = await opened();
    await repository.obtain('main');
    await writeFile(join(root, 'evil.java'), 'class Evil {}\n');
    await mkdir(join(root, 'a'));
    const hostile = create({ cwd: join(root, 'a'), gzip: true, preservePaths: true, sync: true }, [
      '../evil.java',
    ]);
    github.state.archives.set(remote.main, hostile.read() as Buffer);
    const base = join(root, 'base');
    expect(await repository.checkOut(remote.main, base)).toEqual({
      ...{ ok: false, said: 'the archive holds a path that leads out of it' },
    });
    expect(await readdir(root)).not.toContain('base');
  });

  it('has a head that may have been changed since, for nobody can tell without git', async () => {
    expect(await (await opened()).isClean('')).toBe(false);
  });
});
