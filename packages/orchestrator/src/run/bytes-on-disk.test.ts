import { link, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratchDirectory } from '../../test/job.ts';
import { bytesOnDisk } from './bytes-on-disk.ts';

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
