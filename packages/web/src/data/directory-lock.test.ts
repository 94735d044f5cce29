import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

const BUSY = { code: 'DATA_DIR_BUSY' };

describe('the lock of a directory', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'csqa-lock-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('is held by one at a time, and free afterwards', async () => {
    const lock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toMatchObject(BUSY);
    lock.release();
    (await lockDirectory(directory)).release();
  });

  it('is given back once, however often that is said', async () => {
    const lock = await lockDirectory(directory);
    lock.release();
    lock.release();
    const next = await lockDirectory(directory);
    lock.release();
    await expect(lockDirectory(directory)).rejects.toMatchObject(BUSY);
    next.release();
  });

  it('leaves one empty file', async () => {
    (await lockDirectory(directory)).release();
    expect(await readdir(directory)).toEqual(['directory.lock']);
    expect((await stat(join(directory, 'directory.lock'))).size).toBe(0);
  });

  it('makes the directory where there is none yet', async () => {
    (await lockDirectory(join(directory, 'new', 'data'))).release();
  });

  it('goes to one of many who ask at once', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
    const held = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(held).toHaveLength(1);
    held[0]?.release();
  });

  it('goes to one of many processes who take over a lock whose holder was killed', async () => {
    const first = await startHolder(directory);
    expect(first.said).toBe('held');
    const others = await Promise.all(Array.from({ length: 3 }, () => startHolder(directory)));
    expect(others.map((each) => each.said)).toEqual(['DATA_DIR_BUSY', 'DATA_DIR_BUSY', 'DATA_DIR_BUSY']);
    await expect(lockDirectory(directory)).rejects.toMatchObject(BUSY);
    await first.kill();
    const heirs = await Promise.all(Array.from({ length: 4 }, () => startHolder(directory)));
    expect(heirs.filter((each) => each.said === 'held')).toHaveLength(1);
    await Promise.all(heirs.map((each) => each.kill()));
    (await lockDirectory(directory)).release();
  });
});

/** A process that takes the lock and keeps it until it is killed; `said` is `held`, or the code of what it was refused with. */
async function startHolder(directory: string): Promise<{ said: string; kill(): Promise<void> }> {
  const program = `
    import { lockDirectory } from ${JSON.stringify(new URL('directory-lock.ts', import.meta.url).href)};
    const lock = await lockDirectory(${JSON.stringify(directory)}).catch((error) => error.code);
    console.log(typeof lock === 'string' ? lock : 'held');
    setInterval(() => lock, 1000);
  `;
  const child = execFile(process.execPath, ['--input-type=module', '-e', program]);
  const [said] = (await once(child.stdout ?? child, 'data')) as [string];
  return {
    said: said.trim(),
    async kill() {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
