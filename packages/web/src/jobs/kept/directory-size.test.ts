import { chmod, link, mkdir, mkdtemp, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directorySize, openUp } from './directory-size.ts';

const MIB = 1024 * 1024;

describe('the size of a directory', () => {
  let home = '';
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-size-'));
    await mkdir(join(home, 'kept/deep/deeper'), { recursive: true });
  });
  afterEach(async () => {
    await chmod(join(home, 'kept/deep'), 0o700);
    await rm(home, { recursive: true, force: true });
  });

  /** How many whole MiB: what directories themselves take is another thing on every file system. */
  const mebibytes = async () => Math.floor((await directorySize(join(home, 'kept'))) / MIB);

  it('is that of all files below it, also of those with names that are no text', async () => {
    expect(await mebibytes()).toBe(0);
    await writeFile(join(home, 'kept/one'), Buffer.alloc(MIB, 1));
    await writeFile(join(home, 'kept/deep/deeper/two'), Buffer.alloc(MIB, 2));
    const noText = Buffer.concat([Buffer.from(join(home, 'kept/deep/')), Buffer.from([0xff, 0xfe])]);
    await writeFile(noText, Buffer.alloc(MIB, 3));
    expect(await mebibytes()).toBe(3);
  });

  it('does not count what links lead to', async () => {
    await mkdir(join(home, 'outside'));
    await writeFile(join(home, 'outside/large'), Buffer.alloc(2 * MIB, 1));
    await symlink(join(home, 'outside'), join(home, 'kept/directory'));
    await symlink(join(home, 'outside/large'), join(home, 'kept/file'));
    await symlink('..', join(home, 'kept/deep/up'));
    expect(await mebibytes()).toBe(0);
    await link(join(home, 'outside/large'), join(home, 'kept/hard'));
    expect(await mebibytes()).toBe(2);
  });

  it('takes a file with holes for as large as it says that it is', async () => {
    await writeFile(join(home, 'kept/holes'), '');
    await truncate(join(home, 'kept/holes'), 5 * MIB);
    expect(await mebibytes()).toBe(5);
  });

  it('is nothing where there is no directory', async () => {
    expect(await directorySize(join(home, 'absent'))).toBe(0);
  });

  it('cannot be said of what may not be read, until that is opened', async () => {
    await writeFile(join(home, 'kept/deep/one'), 'one');
    await writeFile(join(home, 'outside'), 'outside', { mode: 0o600 });
    await symlink(join(home, 'outside'), join(home, 'kept/deep/link'));
    await chmod(join(home, 'kept/deep'), 0);
    // Root may read everything.
    if (process.getuid?.() !== 0)
      expect(await directorySize(join(home, 'kept'))).toBe(Number.POSITIVE_INFINITY);
    await openUp(join(home, 'kept'));
    expect(await mebibytes()).toBe(0);
    expect((await stat(join(home, 'kept/deep'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(home, 'outside'))).mode & 0o777).toBe(0o600);
  });

  it('cannot be said of more entries than anybody would keep', async () => {
    const fill = async (from: number, to: number) => {
      for (let each = from; each < to; each++)
        await symlink('nowhere', join(home, 'kept/deep', String(each)));
    };
    await fill(0, 19_990);
    expect(await directorySize(join(home, 'kept'))).toBeLessThan(Number.POSITIVE_INFINITY);
    await fill(19_990, 20_000);
    expect(await directorySize(join(home, 'kept'))).toBe(Number.POSITIVE_INFINITY);
  });
});
