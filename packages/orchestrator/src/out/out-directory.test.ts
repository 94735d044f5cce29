import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchDirectory } from '../../test/job.ts';
import { identifyProcess } from '../processes/process-identity.ts';
import { claimOutDirectory } from './out-directory.ts';

describe('an out directory is taken', () => {
  it('where there is nothing yet, parents included', async () => {
    const root = await scratchDirectory();
    const out = await claimOutDirectory(join(root, 'reports/today'));
    expect(out.path).toBe(join(root, 'reports/today'));
    await out.release();
    expect(await readdir(out.path)).toEqual(['.csqa-out']);
  });

  it('where it is empty, and again by the next run', async () => {
    const root = await scratchDirectory();
    await (await claimOutDirectory(root)).release();
    await writeFile(join(root, 'report.json'), '{}');
    await (await claimOutDirectory(root)).release();
    expect((await readdir(root)).sort()).toEqual(['.csqa-out', 'report.json']);
  });

  it('through a link, and is then known by its real path', async () => {
    const root = await scratchDirectory();
    await mkdir(join(root, 'real'));
    await symlink(join(root, 'real'), join(root, 'link'));
    const out = await claimOutDirectory(join(root, 'link'));
    expect(out.path).toBe(join(root, 'real'));
    await out.release();
  });

  it('from a run that died, whose leftovers go', async () => {
    const root = await scratchDirectory();
    await (await claimOutDirectory(root)).release();
    const dead = { ...(await identifyProcess(process.pid)), startTicks: 1 };
    await writeFile(join(root, '.csqa-out.lock'), JSON.stringify(dead));
    await mkdir(join(root, '.csqa-staging-abc'));
    const out = await claimOutDirectory(root);
    expect((await readdir(root)).sort()).toEqual(['.csqa-out', '.csqa-out.lock']);
    await out.release();
  });
});

describe('an out directory is refused', () => {
  it('where it holds what is not ours, which stays untouched', async () => {
    const root = await scratchDirectory();
    await writeFile(join(root, 'thesis.tex'), 'years of work');
    await expect(claimOutDirectory(root)).rejects.toMatchObject({
      code: 'OUT_DIR_REFUSED',
      message: expect.stringContaining('thesis.tex'),
    });
    expect(await readdir(root)).toEqual(['thesis.tex']);
    expect(await readFile(join(root, 'thesis.tex'), 'utf8')).toBe('years of work');
  });

  it('where the marker is a link, which anybody could have planted', async () => {
    const root = await scratchDirectory();
    await symlink('/etc/passwd', join(root, '.csqa-out'));
    await expect(claimOutDirectory(root)).rejects.toMatchObject({ code: 'OUT_DIR_REFUSED' });
  });

  it('where it is a file, or below one', async () => {
    const file = join(await scratchDirectory(), 'notes.txt');
    await writeFile(file, '');
    await expect(claimOutDirectory(file)).rejects.toMatchObject({ code: 'OUT_DIR_REFUSED' });
    await expect(claimOutDirectory(join(file, 'out'))).rejects.toMatchObject({ code: 'OUT_DIR_REFUSED' });
  });

  it('while another run has it', async () => {
    const root = await scratchDirectory();
    const first = await claimOutDirectory(root);
    await expect(claimOutDirectory(root)).rejects.toMatchObject({ code: 'OUT_DIR_BUSY', retryable: true });
    await first.release();
    await (await claimOutDirectory(root)).release();
  });
});
