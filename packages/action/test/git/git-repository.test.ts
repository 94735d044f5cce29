import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startGitServer } from '../../../orchestrator/test/git-server.ts';
import { git } from '../../../orchestrator/test/repositories.ts';
import type { BaseRepository } from '../../src/baseline/base-repository.ts';
import { openGitRepository } from '../../src/baseline/git-repository.ts';
import { type ClinicRemote, checkOutShallow, makeClinicRemote, startGuard } from './clinic-remote.ts';

let root: string;
let remote: ClinicRemote;
let workspace: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'csqa-base-'));
  remote = await makeClinicRemote(root);
  workspace = join(root, 'workspace');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function open(web = pathToFileURL(root).href, token = ''): Promise<BaseRepository> {
  const opened = await openGitRepository(
    {
      ...{ workspace, tempDir: join(root, 'temp'), token },
      servers: { web, api: web, isEnterprise: false },
      repository: { owner: 'clinic', name: 'pets' },
    },
    { PATH: process.env.PATH, HOME: root },
  );
  if (opened === null) throw new Error('expected a checkout');
  return opened;
}

/** Everything in `.git` that a fetch or a checkout would change. */
async function stateOf(directory: string): Promise<unknown> {
  const files = await readdir(join(directory, '.git'), { recursive: true });
  const [index, config] = await Promise.all(
    ['index', 'config'].map((name) => readFile(join(directory, '.git', name), 'hex')),
  );
  return { files: files.toSorted(), index, config, status: await git(directory, 'status', '--porcelain') };
}

describe('the base of a shallow checkout', () => {
  it('is the first parent of the merge commit, fetched alone, while the checkout stays as it was', async () => {
    await checkOutShallow(remote.bare, 'refs/pull/7/merge', workspace);
    const untouched = await stateOf(workspace);
    const repository = await open();
    expect(repository.head).toEqual({ sha: remote.merge, parents: [remote.main, remote.head] });
    const base = join(root, 'base');
    expect(await repository.obtain(remote.main)).toEqual({ sha: remote.main, said: '' });
    expect(await repository.checkOut(remote.main, base)).toMatchObject({ ok: true });
    expect((await readdir(base, { recursive: true })).toSorted()).toEqual([
      ...['README.md', 'services', 'services/billing', 'services/billing/Bill.java', 'src', 'src/Pet.java'],
    ]);
    expect(await readdir(join(workspace, 'src'))).toEqual(['Pet.java', 'Visit.java']);
    expect(await stateOf(workspace)).toEqual(untouched);
  });

  it('has trees by directory, the same where nothing changed there, and none where there is no such directory', async () => {
    await checkOutShallow(remote.bare, 'refs/pull/7/merge', workspace);
    const repository = await open();
    await repository.obtain(remote.main);
    const billing = await repository.treeOf(remote.main, 'services/billing');
    expect(billing).toMatch(/^[0-9a-f]{40}$/);
    expect(await repository.treeOf(remote.merge, 'services/billing')).toBe(billing);
    expect(await repository.treeOf(remote.merge, '')).not.toBe(await repository.treeOf(remote.main, ''));
    expect(await repository.treeOf(remote.main, 'services/owners')).toBeNull();
  });

  it('needs no server where the history is there', async () => {
    await git(root, 'clone', '--quiet', remote.bare, workspace);
    const repository = await open('http://127.0.0.1:9');
    expect(await repository.obtain(remote.fork)).toEqual({ sha: remote.fork, said: '' });
  });

  it('comes from a server that asks for the token, which stands in no argument and no file', async () => {
    const server = await startGitServer({ directory: root, protocol: 'http' });
    const guard = await startGuard(`${server.origin}/plain`, 'ghs_secret');
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      await checkOutShallow(remote.bare, 'refs/pull/7/merge', workspace);
      const repository = await open(guard.origin, 'ghs_secret');
      expect((await repository.obtain(remote.main)).sha).toBe(remote.main);
      const encoded = Buffer.from('x-access-token:ghs_secret').toString('base64');
      const printed = said.mock.calls.map(([text]) => String(text));
      expect(printed.filter((line) => line.includes('ghs_secret') || line.includes(encoded))).toEqual([
        ...['::add-mask::ghs_secret\n', `::add-mask::${encoded}\n`],
      ]);
      const config = await readFile(join(root, 'temp', 'csqa-base.git', 'config'), 'utf8');
      expect(config).not.toContain(encoded);
    } finally {
      said.mockRestore();
      guard.close();
      await server.close();
    }
  });

  it('cannot be had from a server that refuses, and git says why', async () => {
    const server = await startGitServer({ directory: root, protocol: 'http' });
    const guard = await startGuard(`${server.origin}/plain`, 'ghs_secret');
    try {
      await checkOutShallow(remote.bare, 'refs/pull/7/merge', workspace);
      const { sha, said } = await (await open(guard.origin)).obtain(remote.main);
      expect(sha).toBeNull();
      expect(said).toMatch(/could not read Username|Authentication failed/);
    } finally {
      guard.close();
      await server.close();
    }
  });

  it('is a branch or a tag by name, and never an option', async () => {
    await checkOutShallow(remote.bare, 'refs/pull/7/merge', workspace);
    const repository = await open();
    expect((await repository.obtain('main')).sha).toBe(remote.main);
    const { sha, said } = await repository.obtain('--upload-pack=touch');
    expect([sha, said]).toEqual([null, '--upload-pack=touch is no name of a ref']);
  });

  it('is fetched whole where the checkout left its files behind', async () => {
    await git(
      root,
      'clone',
      '--quiet',
      '--filter=blob:none',
      '--no-local',
      pathToFileURL(remote.bare).href,
      workspace,
    );
    const repository = await open();
    const base = join(root, 'base');
    expect((await repository.obtain(remote.head)).sha).toBe(remote.head);
    expect(await repository.checkOut(remote.head, base)).toMatchObject({ ok: true });
    expect(await readFile(join(base, 'src/Visit.java'), 'utf8')).toBe('class Visit {}\n');
  });

  it('has the line ends that the checkout has, or every file would count as changed', async () => {
    await checkOutShallow(remote.bare, 'refs/pull/7/merge', workspace);
    await git(workspace, 'config', 'core.autocrlf', 'true');
    const repository = await open();
    await repository.obtain(remote.main);
    await repository.checkOut(remote.main, join(root, 'base'));
    expect(await readFile(join(root, 'base/src/Pet.java'), 'utf8')).toBe('class Pet {}\r\n');
  });

  it('is nothing where the workspace is no checkout', async () => {
    await expect(open()).rejects.toThrow('expected a checkout');
  });
});
