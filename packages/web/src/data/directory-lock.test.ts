import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

/** No process has this number: it is beyond what Linux gives. */
const NOBODY = 2 ** 22 + 7;

describe('the lock of a directory', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'csqa-lock-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const leave = (note: object | string) =>
    writeFile(join(directory, 'csqa.lock'), typeof note === 'string' ? note : JSON.stringify(note));

  it('is held by one at a time, and free afterwards', async () => {
    const lock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toMatchObject({ code: 'DATA_DIR_BUSY' });
    await lock.release();
    await (await lockDirectory(directory)).release();
    expect(await readdir(directory)).toEqual([]);
  });

  it('goes to one of many who ask at once', async () => {
    await leave({ pid: NOBODY, host: hostname(), id: 'dead' });
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
    const held = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(held).toHaveLength(1);
    await held[0]?.release();
  });

  it('of a process that died here is taken over at once', async () => {
    await leave({ pid: NOBODY, host: hostname(), id: 'dead' });
    await (await lockDirectory(directory)).release();
  });

  it('of our own number, from before this process, is taken over', async () => {
    await leave({ pid: process.pid, host: hostname(), id: 'an earlier container' });
    await (await lockDirectory(directory)).release();
  });

  it('of another host, or unreadable, holds until it has been silent for half a minute', async () => {
    for (const note of [{ pid: NOBODY, host: 'other', id: 'far' }, '{']) {
      await leave(note);
      await expect(lockDirectory(directory)).rejects.toMatchObject({ code: 'DATA_DIR_BUSY' });
      const before = new Date(Date.now() - 31_000);
      await utimes(join(directory, 'csqa.lock'), before, before);
      await (await lockDirectory(directory)).release();
    }
  });
});
