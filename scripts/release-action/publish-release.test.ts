import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { git } from './git.ts';
import { publishRelease } from './publish-release.ts';
import { cleanCommit, type SourceCommit } from './source-commit.ts';
import { compareVersions, type Version, versionOf } from './version.ts';

const IDENTITY = {
  ...{ GIT_AUTHOR_NAME: 'Releaser', GIT_AUTHOR_EMAIL: 'releaser@example.org' },
  ...{ GIT_COMMITTER_NAME: 'Releaser', GIT_COMMITTER_EMAIL: 'releaser@example.org' },
};
const SOURCE: SourceCommit = { sha: 'c0ffee'.padEnd(40, '0'), date: '1764201600 +0000' };

function version(text: string): Version {
  const read = versionOf(text);
  if (read === undefined) throw new Error(`expected a version, got ${text}`);
  return read;
}

describe('a release of the action', () => {
  let home = '';
  let remote = '';
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-release-test-'));
    remote = join(home, 'csqa-action.git');
    await git(['init', '--quiet', '--bare', remote], { cwd: home });
    Object.assign(process.env, IDENTITY);
  });
  afterEach(async () => {
    for (const name of Object.keys(IDENTITY)) delete process.env[name];
    await rm(home, { recursive: true, force: true });
  });

  async function treeWith(content: string, extra: readonly string[] = []): Promise<string> {
    const tree = await mkdtemp(join(home, 'tree-'));
    await mkdir(join(tree, 'dist'));
    await writeFile(join(tree, 'dist', 'index.js'), content);
    // What a .gitignore of the releaser would leave out belongs to a release all the same.
    await writeFile(join(tree, '.gitignore'), 'dist\n');
    for (const name of extra) await writeFile(join(tree, name), 'extra');
    return tree;
  }

  const release = async (tag: string, content: string, extra?: readonly string[]) =>
    publishRelease({ tree: await treeWith(content, extra), version: version(tag), remote, source: SOURCE });
  const at = (ref: string) => git(['rev-parse', `${ref}^{commit}`], { cwd: remote });
  const file = (ref: string, path: string) => git(['show', `${ref}:${path}`], { cwd: remote });

  it('is a commit on its branch, with a tag of its own and the moving tag, each later one on top', async () => {
    await release('v1.0.0', 'one', ['gone-later']);
    const first = await at('v1.0.0');
    expect([await at('v1'), await at('releases/v1')]).toEqual([first, first]);
    await release('v1.0.1', 'two');
    expect(await file('v1', 'dist/index.js')).toBe('two');
    expect(await file('v1.0.0', 'dist/index.js')).toBe('one');
    expect(await git(['rev-list', 'releases/v1'], { cwd: remote })).toBe(`${await at('v1.0.1')}\n${first}`);
    expect(await git(['ls-tree', '--name-only', 'v1'], { cwd: remote })).toBe('.gitignore\ndist');
    expect(await git(['log', '-1', '--format=%B', 'v1'], { cwd: remote })).toContain(SOURCE.sha);
  });

  it('is the same commit whenever it is made of the same tree and source', async () => {
    await release('v1.0.0', 'one');
    const first = await at('v1');
    await rm(remote, { recursive: true });
    await git(['init', '--quiet', '--bare', remote], { cwd: home });
    await release('v1.0.0', 'one');
    expect(await at('v1')).toBe(first);
  });

  it.each(['v1.0.1', 'v1.0.0'])('is refused as %s after v1.0.1, and leaves all as it was', async (tag) => {
    await release('v1.0.1', 'one');
    const before = await git(['for-each-ref'], { cwd: remote });
    await expect(release(tag, 'two')).rejects.toThrow('v1.0.1 is released already');
    expect(await git(['for-each-ref'], { cwd: remote })).toBe(before);
  });

  it('goes by numbers and not by text, and by its own major only', async () => {
    await release('v1.9.0', 'one');
    await release('v1.10.0', 'two');
    await release('v2.0.0', 'three');
    await release('v1.10.1', 'four');
    expect([await file('v1', 'dist/index.js'), await file('v2', 'dist/index.js')]).toEqual(['four', 'three']);
    expect(compareVersions(version('v1.9.0'), version('v1.10.0'))).toBeLessThan(0);
  });

  it('publishes all of it or nothing where the remote refuses a part', async () => {
    await release('v1.0.0', 'one');
    await git(['update-ref', 'refs/tags/v1.0.1/occupied', 'refs/heads/releases/v1'], { cwd: remote });
    const before = await git(['for-each-ref'], { cwd: remote });
    await expect(release('v1.0.1', 'two')).rejects.toMatchObject({ name: 'ReleaseError' });
    expect(await git(['for-each-ref'], { cwd: remote })).toBe(before);
  });

  it('says what git says where the remote is none', async () => {
    remote = join(home, 'nowhere.git');
    await expect(release('v1.0.0', 'one')).rejects.toThrow(/git ls-remote: .*nowhere\.git/su);
  });

  it('is made of a commit only: a file that differs from it is refused', async () => {
    const work = join(home, 'work');
    await git(['init', '--quiet', work], { cwd: home });
    await git(['commit', '--quiet', '--allow-empty', '-m', 'first'], { cwd: work });
    expect((await cleanCommit(work)).sha).toMatch(/^[0-9a-f]{40}$/);
    await writeFile(join(work, 'new.txt'), '');
    await expect(cleanCommit(work)).rejects.toThrow('differs from its commit (1 files)');
  });
});
