import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { changeFiles, copyToChange, withMethod } from './changed-tree.ts';

it('every hundredth file of a copy gets another method in each round, and the tree stays as it is', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'csqa-changed-'));
  onTestFinished(() => rm(scratch, { recursive: true, force: true }));
  const root = join(scratch, 'tree');
  const files = Array.from({ length: 101 }, (_, index) => `A${index}.java`);
  await mkdir(join(root, '.git'), { recursive: true });
  for (const file of files) await writeFile(join(root, file), `class ${file.slice(0, -5)} {\n}\n`);
  const tree = await copyToChange(root, files, join(scratch, 'copy'));
  expect(tree.changing).toEqual(['A0.java', 'A100.java']);
  await changeFiles(tree, 1);
  await changeFiles(tree, 2);
  const changed = await readFile(join(tree.root, 'A100.java'), 'utf8');
  expect(changed.match(/private int \w+/gu)).toEqual([
    'private int changedInRound1',
    'private int changedInRound2',
  ]);
  expect(await readFile(join(tree.root, 'A1.java'), 'utf8')).toBe('class A1 {\n}\n');
  expect(await readFile(join(root, 'A0.java'), 'utf8')).toBe('class A0 {\n}\n');
  await expect(readFile(join(tree.root, '.git'))).rejects.toThrow('ENOENT');
});

it('a file without a class gets a comment', () => {
  expect(withMethod('package a;\n', 3)).toBe('package a;\n\n// changedInRound3\n');
});
