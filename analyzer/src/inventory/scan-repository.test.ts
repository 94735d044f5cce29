import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnalysisError } from '../base/errors.ts';
import { createNodeSourceReader } from './node-source-reader.ts';
import { DEFAULT_SCAN_LIMITS, type ScanOptions, scanRepository } from './scan-repository.ts';
import { temporaryTree } from './test/temporary-tree.ts';
import { createNodeTreeLister, type TreeLister } from './tree-lister.ts';

const optionsFor = (root: string, more: Partial<ScanOptions> = {}): ScanOptions => ({
  lister: createNodeTreeLister(root),
  reader: createNodeSourceReader({ root, maxFileBytes: DEFAULT_SCAN_LIMITS.maxFileBytes }),
  limits: DEFAULT_SCAN_LIMITS,
  include: [],
  exclude: [],
  ...more,
});

const pathsOf = async (files: Readonly<Record<string, string>>, more: Partial<ScanOptions> = {}) => {
  const result = await scanRepository(optionsFor(temporaryTree(files), more));
  return result.files.map((file) => file.path);
};

const limited = (limits: Partial<typeof DEFAULT_SCAN_LIMITS>) => ({
  limits: { ...DEFAULT_SCAN_LIMITS, ...limits },
});

describe('ignore rules', () => {
  it('lets a deeper .gitignore bring back what a higher one leaves out', async () => {
    const paths = await pathsOf({
      '.gitignore': '*.log\n/secret/\n# comment\n',
      'a.log': '',
      'secret/A.java': '',
      'app/secret/B.java': '',
      'app/.gitignore': '!keep.log\n',
      'app/keep.log': '',
      'app/drop.log': '',
    });
    expect(paths).toEqual(['.gitignore', 'app/.gitignore', 'app/keep.log', 'app/secret/B.java']);
  });

  it('tells capital letters apart', async () => {
    expect(await pathsOf({ '.gitignore': 'build.java\n', 'Build.java': '', 'build.java': '' })).toEqual([
      '.gitignore',
      'Build.java',
    ]);
  });

  it('applies exclude after every .gitignore and include to files only', async () => {
    const files = { 'app/A.java': '', 'app/B.kt': '', 'app/legacy/C.java': '', 'lib/D.java': '' };
    expect(await pathsOf(files, { include: ['app/**/*.java'], exclude: ['legacy/'] })).toEqual([
      'app/A.java',
    ]);
  });

  it('does not apply a rule that was made to be slow, and says so', async () => {
    const root = temporaryTree({ '.gitignore': `${'*a'.repeat(40)}b\n*.log\n`, 'x.log': '', 'A.java': '' });
    const result = await scanRepository(optionsFor(root));
    expect(result.files.map((file) => file.path)).toEqual(['.gitignore', 'A.java']);
    expect(result.diagnostics).toMatchObject([{ code: 'ignore-rule-skipped', file: '.gitignore', line: 1 }]);
  });
});

describe('default exclusions', () => {
  it('leave out build output beside the manifest that makes it, and keep packages of the same name', async () => {
    const paths = await pathsOf({
      'pom.xml': '',
      'target/classes/A.class': '',
      'src/main/java/org/acme/target/Aim.java': '',
      'src/main/java/org/acme/build/Plan.java': '',
      'src/main/java/org/acme/dist/Dist.java': '',
      'web/package.json': '',
      'web/node_modules/x/index.js': '',
      'web/dist/app.js': '',
      'web/src/app.ts': '',
      'server/build.gradle': '',
      'server/build/libs/a.jar': '',
      '.git/config': '',
      '.idea/workspace.xml': '',
    });
    expect(paths).toEqual([
      'pom.xml',
      'server/build.gradle',
      'src/main/java/org/acme/build/Plan.java',
      'src/main/java/org/acme/dist/Dist.java',
      'src/main/java/org/acme/target/Aim.java',
      'web/package.json',
      'web/src/app.ts',
    ]);
  });

  it('keep a module that happens to be called build', async () => {
    const files = { 'settings.gradle': '', 'build/build.gradle': '', 'build/src/main/java/A.java': '' };
    expect(await pathsOf(files)).toContain('build/src/main/java/A.java');
  });

  it('recognise output without a manifest beside it by what compilers leave in it', async () => {
    expect(
      await pathsOf({ 'sub/build/classes/A.class': '', 'sub/build/tmp/x': '', 'sub/A.java': '' }),
    ).toEqual(['sub/A.java']);
  });

  it('leave out a Python environment whatever its name', async () => {
    expect(await pathsOf({ 'myenv/pyvenv.cfg': '', 'myenv/lib/x.py': '', 'env/settings.py': '' })).toEqual([
      'env/settings.py',
    ]);
  });

  it('are brought back by an exclude pattern that negates them', async () => {
    const files = { 'go.mod': '', 'vendor/a.go': '', 'node_modules/b.js': '' };
    expect(await pathsOf(files, { exclude: ['!vendor/'] })).toEqual(['go.mod', 'vendor/a.go']);
  });
});

describe('links and special files', () => {
  it('skips every link, says where it leads, and ends on a link to its own parent', async () => {
    const outside = temporaryTree({ 'secret.java': '' });
    const root = temporaryTree({ 'src/A.java': '' });
    symlinkSync(outside, join(root, 'out'));
    symlinkSync(join(outside, 'secret.java'), join(root, 'secret.java'));
    symlinkSync('..', join(root, 'src/loop'));
    symlinkSync('A.java', join(root, 'src/B.java'));
    symlinkSync('nowhere', join(root, 'broken'));
    const result = await scanRepository(optionsFor(root));
    expect(result.files.map((file) => file.path)).toEqual(['src/A.java']);
    expect(result.links.map(({ path, target }) => `${path} ${target}`)).toEqual([
      'broken broken',
      'out outside',
      'secret.java outside',
      'src/B.java inside',
      'src/loop inside',
    ]);
    expect(result.skipped.symlinks).toBe(5);
  });

  it('keeps the list of links short and counts them all', async () => {
    const root = temporaryTree({ 'A.java': '' });
    for (let at = 0; at < 80; at += 1) symlinkSync('/etc/passwd', join(root, `link${at}`));
    const result = await scanRepository(optionsFor(root));
    expect(result.skipped.symlinks).toBe(80);
    expect(result.diagnostics.filter((diagnostic) => diagnostic.code === 'symlink-skipped')).toHaveLength(50);
    expect(result.diagnostics).toContainEqual(expect.objectContaining({ code: 'diagnostics-omitted' }));
  });

  it('does not open a pipe', async () => {
    const root = temporaryTree({ 'A.java': '' });
    execFileSync('mkfifo', [join(root, 'B.java')]);
    const result = await scanRepository(optionsFor(root));
    expect(result.files).toHaveLength(1);
    expect(result.diagnostics).toMatchObject([{ code: 'special-file-skipped', file: 'B.java' }]);
  });
});

describe('hostile names', () => {
  it('skips names that are not UTF-8 or hold control characters, and shows them escaped', async () => {
    const root = temporaryTree({ 'A.java': '' });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/bad`), Buffer.from([0xff]), Buffer.from('.java')]), '');
    writeFileSync(join(root, 'x\n::error::y.java'), '');
    mkdirSync(join(root, 'turn\u202earound'));
    const result = await scanRepository(optionsFor(root));
    expect(result.files.map((file) => file.path)).toEqual(['A.java']);
    expect(result.skipped.badNames).toBe(3);
    for (const { message } of result.diagnostics) expect(message.en).toMatch(/^[\x20-\x7e]*$/);
  });

  it('keeps names in other scripts', async () => {
    expect(await pathsOf({ 'модуль/Класс.java': '', '日本.java': '' })).toEqual([
      'модуль/Класс.java',
      '日本.java',
    ]);
  });
});

describe('limits', () => {
  it('ends at the number of files and says from where on the tree was not read', async () => {
    const root = temporaryTree({ 'a.java': '', 'b.java': '', 'c/d.java': '' });
    const result = await scanRepository(optionsFor(root, limited({ maxFiles: 2 })));
    expect(result.files.map((file) => file.path)).toEqual(['a.java', 'b.java']);
    expect(result.skipped.truncated).toBe(true);
    expect(result.diagnostics).toMatchObject([
      { code: 'tree-truncated', severity: 'error', file: 'c/d.java' },
    ]);
  });

  it('ends at the number of bytes, counting only what would be read', async () => {
    const files = { 'a.bin': 'x'.repeat(500), 'b.java': 'x'.repeat(60), 'c.java': 'x'.repeat(60) };
    expect(await pathsOf(files, limited({ maxTotalBytes: 100 }))).toEqual(['a.bin', 'b.java']);
  });

  it('does not go deeper than it may, without recursion', async () => {
    const deep = `${'d/'.repeat(400)}A.java`;
    expect(await pathsOf({ [deep]: '', 'B.java': '' })).toEqual(['B.java']);
    expect(await pathsOf({ [deep]: '' }, limited({ maxTreeDepth: 400 }))).toEqual([deep]);
  });

  it('lists a file too large to be read', async () => {
    const root = temporaryTree({ 'Huge.java': 'x'.repeat(3_000) });
    const result = await scanRepository(optionsFor(root, limited({ maxFileBytes: 1_000 })));
    expect(result.files).toEqual([{ path: 'Huge.java', bytes: 3_000 }]);
  });
});

describe('failures of the file system', () => {
  const failing = (lister: TreeLister, path: string, code: string): TreeLister => {
    const check = (asked: string): void => {
      if (asked === path) throw Object.assign(new Error(`${code}: refused`), { code });
    };
    return {
      ...lister,
      list: (directory, limit) => {
        check(directory);
        return lister.list(directory, limit);
      },
      sizeOf: (file) => {
        check(file);
        return lister.sizeOf(file);
      },
    };
  };

  it('reports an unreadable directory or file and goes on', async () => {
    const root = temporaryTree({ 'locked/A.java': '', 'open/B.java': '', 'open/C.java': '' });
    const lister = failing(failing(createNodeTreeLister(root), 'locked', 'EACCES'), 'open/C.java', 'EIO');
    const result = await scanRepository(optionsFor(root, { lister }));
    expect(result.files.map((file) => file.path)).toEqual(['open/B.java']);
    expect(result.skipped.unreadable).toBe(2);
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([
      'directory-unreadable',
      'file-unreadable',
    ]);
  });

  it('fails where the root itself cannot be listed', async () => {
    const root = temporaryTree({ 'A.java': '' });
    const lister = failing(createNodeTreeLister(root), '', 'EACCES');
    await expect(scanRepository(optionsFor(root, { lister }))).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
    });
  });

  it('stops on abort with the reason it was given', async () => {
    const root = temporaryTree({ 'A.java': '' });
    await expect(scanRepository(optionsFor(root, { signal: AbortSignal.abort() }))).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    const late = new AnalysisError('DEADLINE_EXCEEDED', 'late', { hint: 'more time', ru: 'поздно' });
    await expect(scanRepository(optionsFor(root, { signal: AbortSignal.abort(late) }))).rejects.toBe(late);
  });
});

describe('order', () => {
  it('gives the same result in whatever order the file system lists names', async () => {
    const root = temporaryTree({
      '.gitignore': '*.tmp\n',
      'pom.xml': '',
      'a/b/C.java': 'c',
      'a/b.java': 'b',
      'a-b/D.java': '',
      'a/.gitignore': '!x.tmp\n',
      'a/x.tmp': '',
      'target/x.java': '',
      'z.java': '',
    });
    symlinkSync('z.java', join(root, 'y.java'));
    const straight = await scanRepository(optionsFor(root, limited({ maxFiles: 6 })));
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const result = await scanRepository(
          optionsFor(root, {
            ...limited({ maxFiles: 6 }),
            lister: shuffled(createNodeTreeLister(root), seed),
          }),
        );
        expect(result).toEqual(straight);
      }),
      { numRuns: 40 },
    );
  });
});

const shuffled = (lister: TreeLister, seed: number): TreeLister => ({
  ...lister,
  list: (directory, limit) => {
    const entries = lister.list(directory, limit);
    const weight = (text: string): number =>
      Math.imul(seed ^ text.length, text.charCodeAt(text.length - 1) + 31 * text.charCodeAt(0));
    return entries === null
      ? null
      : entries.toSorted((left, right) => weight(left.shown) - weight(right.shown));
  },
});
