import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nest } from '../../../../orchestrator/test/deep-directories.ts';
import { describeDatabases } from '../../../test/databases.ts';
import { at, clinic, waitingRun } from '../../../test/samples.ts';
import { claimRun } from '../../data/runs.ts';
import { ProjectCaches } from './project-caches.ts';

const MIB = 1024 * 1024;

describeDatabases('what is kept of projects', (places) => {
  let home = '';
  const said: string[] = [];
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'csqa-caches-'));
    said.length = 0;
  });
  afterEach(() => {
    // That of the system, which removes what has no path that could be told.
    execFileSync('rm', ['-rf', home]);
  });

  const cachesOf = (mebibytes: number) =>
    new ProjectCaches({
      ...{ directory: join(home, 'cache'), mostBytes: mebibytes * MIB },
      log: (line) => said.push(line),
    });

  /** Something of a MiB, and a little more, that a run left so many seconds after noon. */
  const leave = async (projectId: string, usedAt: number) => {
    const place = join(home, 'cache', projectId);
    await mkdir(join(place, 'facts'), { recursive: true });
    await writeFile(join(place, 'facts/segment'), Buffer.alloc(MIB, 1));
    await utimes(place, at(usedAt), at(usedAt));
    return place;
  };
  const kept = async () => (await readdir(join(home, 'cache'))).toSorted();

  const projects = async (count: number) => {
    const { db } = await places.newDatabase();
    const made = Array.from({ length: count }, (_, index) => clinic(db, `clinic-${index}`));
    return { db, projects: await Promise.all(made), ids: (await Promise.all(made)).map(({ id }) => id) };
  };

  it('is lent by project, in a directory that only the app may read and that was of use now', async () => {
    const caches = cachesOf(10);
    const [one, other] = [randomUUID(), randomUUID()];
    const lent = (id: string) => caches.lend(id, async (directory) => directory);
    const directory = await lent(one);
    expect(directory).toBe(join(home, 'cache', one));
    expect(await lent(one)).toBe(directory);
    expect(await lent(other)).toBe(join(home, 'cache', other));
    expect((await stat(directory ?? '')).mode & 0o777).toBe(0o700);
    await leave(one, 0);
    const before = Date.now() - 1000;
    const during = await caches.lend(one, async (place) => {
      const { mtimeMs } = await stat(place ?? '');
      await utimes(place ?? '', at(0), at(0));
      return mtimeMs;
    });
    expect(during).toBeGreaterThan(before);
    expect((await stat(directory ?? '')).mtimeMs).toBeGreaterThan(before);
  });

  it('is not lent where the id could lead elsewhere, and where there is no directory to be had', async () => {
    const caches = cachesOf(10);
    const lent = (id: string) => caches.lend(id, async (directory) => directory);
    for (const id of ['..', `../${randomUUID()}`, `${randomUUID()}/x`, '']) expect(await lent(id)).toBeNull();
    expect(said).toEqual([]);
    const [linked, free] = [randomUUID(), randomUUID()];
    expect(await lent(free)).not.toBeNull();
    await mkdir(join(home, 'outside'));
    await symlink(join(home, 'outside'), join(home, 'cache', linked));
    expect(await lent(linked)).toBeNull();
    expect(said).toEqual([`nothing is kept for project ${linked}: it is no directory`]);
  });

  it('goes beyond the limit, what was of use longest ago first, and stays within it', async () => {
    const { db, ids } = await projects(3);
    for (const [index, id] of ids.entries()) await leave(id, 100 - index);
    expect(await cachesOf(4).trim(db)).toBe(0);
    expect(await kept()).toEqual(ids.toSorted());
    expect(await cachesOf(2).trim(db)).toBe(2);
    expect(await kept()).toEqual([ids[0]]);
  });

  it('goes first where the database knows no such project', async () => {
    const { db, ids } = await projects(2);
    const unknown = randomUUID();
    for (const id of ids) await leave(id, 0);
    await leave(unknown, 50);
    expect(await cachesOf(3).trim(db)).toBe(1);
    expect(await kept()).toEqual(ids.toSorted());
    expect(await cachesOf(4).trim(db)).toBe(0);
  });

  it('stays while a run of this process or of another uses it', async () => {
    const { db, ids, projects: all } = await projects(3);
    const [here = '', there = ''] = ids;
    for (const id of ids) await leave(id, 0);
    const [, second] = all;
    if (second === undefined) throw new Error('there are three');
    const { id } = await waitingRun(db, second);
    await claimRun(db, { id, workerId: 'another', caps: {} }, at(1));
    const caches = cachesOf(1);
    await caches.lend(here, async () => {
      // One that ends before does not take it from the other.
      await caches.lend(here, async () => undefined);
      expect(await caches.trim(db)).toBe(1);
      expect(await kept()).toEqual([here, there].toSorted());
    });
    expect(await caches.trim(db)).toBe(1);
    expect(await kept()).toEqual([there]);
  });

  it('is removed without what links in it lead to, and whatever was forbidden there', async () => {
    const { db, ids } = await projects(2);
    const [id = '', other = ''] = ids;
    const place = await leave(id, 0);
    await leave(other, 50);
    await mkdir(join(home, 'outside'));
    await writeFile(join(home, 'outside/precious'), Buffer.alloc(3 * MIB, 1));
    await symlink(join(home, 'outside'), join(place, 'directory'));
    await symlink(join(home, 'outside/precious'), join(place, 'file'));
    await utimes(place, at(0), at(0));
    expect(await cachesOf(3).trim(db)).toBe(0);
    await chmod(join(place, 'facts'), 0);
    expect(await cachesOf(2).trim(db)).toBe(1);
    expect(await kept()).toEqual([other]);
    expect(await readdir(join(home, 'outside'))).toEqual(['precious']);
  });

  it('goes with what somebody who died was removing, and leaves what is not its own', async () => {
    const { db } = await projects(0);
    await leave(`removed-${randomUUID()}`, 0);
    await leave('csqa-probe-1', 0);
    expect(await cachesOf(10).trim(db)).toBe(0);
    expect(await kept()).toEqual(['csqa-probe-1']);
  });

  it('goes altogether where nothing is to be kept, and nothing comes', async () => {
    const { db, ids } = await projects(1);
    const [id = ''] = ids;
    await leave(id, 0);
    const caches = cachesOf(0);
    expect(await caches.lend(id, async (directory) => directory)).toBeNull();
    expect(await caches.trim(db)).toBe(1);
    expect(await readdir(home)).toEqual([]);
    expect(await caches.trim(db)).toBe(0);
  });

  it('that can be neither counted nor removed is told, when all else was done, and costs others no room', async () => {
    const { db, ids } = await projects(3);
    const [stuck = '', old = '', other = ''] = ids;
    for (const [index, id] of ids.entries()) await leave(id, index);
    nest(join(home, 'cache', stuck), 20);
    const failure = `removed-${stuck}: ENAMETOOLONG`;
    await expect(cachesOf(3).trim(db)).rejects.toThrow(failure);
    expect(await kept()).toEqual([old, other, `removed-${stuck}`].toSorted());
    await expect(cachesOf(2).trim(db)).rejects.toThrow(failure);
    expect(await kept()).toEqual([other, `removed-${stuck}`].toSorted());
  });
});
