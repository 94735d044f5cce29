import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repositoryRoot } from '../run-command.ts';
import { bundledPackages } from './bundled-packages.ts';
import { differences, digestOf, writeReleaseTree } from './release-tree.ts';
import { noticesOf } from './third-party-notices.ts';
import { versionOf } from './version.ts';

const SOURCE = { sha: 'c0ffee'.padEnd(40, '0'), date: '1764201600 +0000' };

describe('the tree of a release', () => {
  let home = '';
  let tree = '';
  let notices = '';
  const write = async (to: string) => {
    const version = versionOf('v1.4.2');
    if (version === undefined) throw new Error('expected a version');
    await writeReleaseTree(repositoryRoot, { to, version, source: SOURCE, notices });
    return to;
  };
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-release-tree-'));
    notices = noticesOf(await bundledPackages(repositoryRoot));
    tree = await write(join(home, 'tree'));
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('holds all that a runner needs and nothing else, and what it names is there', async () => {
    const paths = (await digestOf(tree)).map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith('dist/'))).toEqual([
      ...[
        'LICENSE',
        'README.md',
        'README.ru.md',
        'SOURCE',
        'THIRD-PARTY-NOTICES',
        'action.yml',
        'package.json',
      ],
    ]);
    const { runs } = parse(await readFile(join(tree, 'action.yml'), 'utf8'));
    expect(paths).toEqual(expect.arrayContaining([runs.main, runs.post]));
    expect(paths.filter((path) => /node_modules|metafile|\.map$/.test(path))).toEqual([]);
    expect(JSON.parse(await readFile(join(tree, 'package.json'), 'utf8'))).toMatchObject({
      ...{ type: 'module', version: '1.4.2' },
    });
    expect(await readFile(join(tree, 'SOURCE'), 'utf8')).toBe(`version v1.4.2\ncommit ${SOURCE.sha}\n`);
  });

  it('has a bundle of at most 6 MB, the analyzer with its grammar and signatures in it', async () => {
    const bundle = (await digestOf(tree)).filter(({ path }) => path.startsWith('dist/'));
    const bytes = bundle.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`the bundle of the action is ${(bytes / 1e6).toFixed(2)} MB`);
    expect(bundle.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'dist/index.js',
        'dist/analyzer/dist/grammars/tree-sitter-java.wasm',
        'dist/analyzer/data/signatures/java/jdk.sig',
      ]),
    );
    expect(bytes).toBeLessThanOrEqual(6_000_000);
  });

  it('has the licence of everything that is bundled, each package once', () => {
    for (const name of [
      '@actions/core',
      'zod',
      'yaml',
      'web-tree-sitter',
      'tree-sitter-java',
      'echarts',
      'zrender',
    ]) {
      expect(notices.split(`\n${name} `)).toHaveLength(2);
    }
    // An old dependency of @actions/artifact, which everybody who uses it carries.
    expect([...notices.matchAll(/^(\S+) \S+ \(no licence declared\)$/gmu)].map(([, name]) => name)).toEqual([
      'buffers',
    ]);
    expect(notices).not.toMatch(/^@csqa\//mu);
  });

  it('is the same whenever it is written, and tells which file differs', async () => {
    const again = await write(join(home, 'again'));
    expect(differences(await digestOf(tree), await digestOf(again))).toEqual([]);
    await writeFile(join(again, 'action.yml'), 'runs: {}\n');
    await writeFile(join(again, 'dist', 'more.js'), '');
    expect(differences(await digestOf(tree), await digestOf(again))).toEqual(['action.yml', 'dist/more.js']);
  });

  it('is never mixed with what is there already', async () => {
    await expect(write(tree)).rejects.toThrow('is not empty');
  });
});
