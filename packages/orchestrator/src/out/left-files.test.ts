import { execFileSync } from 'node:child_process';
import { chmod, link, mkdir, readdir, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { nest } from '../../test/deep-directories.ts';
import { scratchDirectory } from '../../test/job.ts';
import { bytesOnDisk, removeLeft } from './left-files.ts';

const MB = 1_000_000;

it('what a tree takes up is that of all its files, whatever they are called, but of no holes and of nothing that links lead to', async () => {
  const root = await scratchDirectory();
  const [tree, elsewhere] = [join(root, 'tree'), join(root, 'elsewhere')];
  await mkdir(join(tree, 'deep'), { recursive: true });
  await mkdir(elsewhere);
  await writeFile(join(elsewhere, 'large'), Buffer.alloc(5 * MB, 1));
  await symlink(elsewhere, join(tree, 'link'));
  await writeFile(join(tree, 'holes'), '');
  await truncate(join(tree, 'holes'), 1024 ** 3);
  expect(await bytesOnDisk(tree)).toBeLessThan(MB / 10);
  await writeFile(join(tree, 'one'), Buffer.alloc(MB, 1));
  await writeFile(join(tree, 'deep/Два'), Buffer.alloc(MB, 1));
  const noText = Buffer.concat([Buffer.from(`${tree}/`), Buffer.from([0xff, 0xfe])]);
  await mkdir(noText);
  await writeFile(Buffer.concat([noText, Buffer.from([0x2f, 0xfd])]), Buffer.alloc(MB, 1));
  expect(Math.round((await bytesOnDisk(tree)) / MB)).toBe(3);
  await link(join(elsewhere, 'large'), join(tree, 'second name'));
  expect(Math.round((await bytesOnDisk(tree)) / MB)).toBe(8);
  expect(await bytesOnDisk(join(root, 'absent'))).toBe(0);
});

it('what a tree takes up is something for empty files too', async () => {
  const tree = await scratchDirectory();
  await Promise.all(Array.from({ length: 200 }, (_, number) => writeFile(join(tree, `${number}`), '')));
  expect(await bytesOnDisk(tree)).toBeGreaterThanOrEqual(100_000);
});

it('what a tree takes up cannot be said where something in it is out of reach, or forbidden', async () => {
  const [deep, shut] = [await scratchDirectory(), await scratchDirectory()];
  onTestFinished(() => {
    execFileSync('rm', ['-rf', deep]);
  });
  nest(deep, 10);
  expect(await bytesOnDisk(deep)).toBeLessThan(MB);
  nest(deep, 20);
  expect(await bytesOnDisk(deep)).toBe(Number.POSITIVE_INFINITY);
  await mkdir(join(shut, 'inside'), { mode: 0 });
  // Root may look everywhere.
  expect(await bytesOnDisk(shut)).toBe(process.getuid?.() === 0 ? 4_096 : Number.POSITIVE_INFINITY);
});

it('what was left is removed, also what may not be looked into, and nothing that links lead to', async () => {
  const root = await scratchDirectory();
  const [left, elsewhere] = [join(root, 'left'), join(root, 'elsewhere')];
  await mkdir(join(left, 'shut/deeper'), { recursive: true });
  await writeFile(join(left, 'shut/deeper/one'), 'one');
  await writeFile(elsewhere, 'elsewhere', { mode: 0o600 });
  await symlink(elsewhere, join(left, 'shut/link'));
  for (const each of ['shut/deeper', 'shut', '.']) await chmod(join(left, each), 0);
  await removeLeft(left);
  expect(await readdir(root)).toEqual(['elsewhere']);
  expect((await stat(elsewhere)).mode & 0o777).toBe(0o600);
  await removeLeft(left);
});

it('what no path leads to stays, and that is told', async () => {
  const root = await scratchDirectory();
  onTestFinished(() => {
    execFileSync('rm', ['-rf', root]);
  });
  nest(root, 20);
  await expect(removeLeft(root)).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
});
