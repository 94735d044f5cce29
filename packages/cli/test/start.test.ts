import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtBin, runBin } from './built-bin.ts';
import { scratchDirectory } from './scratch-directory.ts';

/** A tree of one file, and where an analysis of it has its jobs. */
async function place() {
  const cwd = await scratchDirectory();
  await mkdir(join(cwd, 'tree'));
  await writeFile(
    join(cwd, 'tree', 'Greeting.java'),
    'class Greeting { String greet() { return "hello"; } }\n',
  );
  const env = { XDG_CACHE_HOME: join(cwd, 'caches'), CSQA_DATA_DIR: join(cwd, 'data') };
  return { cwd, env, jobs: join(cwd, 'data', 'jobs') };
}

/** Ids of the processes that work below a directory. */
async function processesIn(directory: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const places = await Promise.all(ids.map((id) => readlink(`/proc/${id}/cwd`).catch(() => '')));
  return ids.filter((_, index) => places[index]?.startsWith(directory) === true);
}

describe('the start of the command line', () => {
  it('leaves compiled code in the cache directory of the user, for the next start', async () => {
    const cwd = await scratchDirectory();
    const caches = join(cwd, 'caches');
    const ended = await runBin({ args: ['--version'], cwd, env: { XDG_CACHE_HOME: caches } });
    expect(ended.code).toBe(0);
    const kept = await readdir(join(caches, 'csqa', 'compiled-code'), { recursive: true });
    expect(kept.length).toBeGreaterThan(1);
  });

  it('takes what was compiled of the command line and of the analyzer the last time as it is', async () => {
    const cwd = await scratchDirectory();
    await mkdir(join(cwd, 'tree'));
    await writeFile(
      join(cwd, 'tree', 'Greeting.java'),
      'class Greeting { String greet() { return "hello"; } }\n',
    );
    const caches = join(cwd, 'caches');
    const env = { XDG_CACHE_HOME: caches, CSQA_DATA_DIR: join(cwd, 'data') };
    const analysis = () =>
      runBin({ args: ['analyze', 'tree', '--no-cache', '--out', 'out', '--format', 'json'], cwd, env });
    const kept = async () => {
      const names = await readdir(caches, { recursive: true });
      const programs = names.filter((name) => /(?:run|analysis)\.cjs-/.test(name)).sort();
      return Promise.all(programs.map((name) => readFile(join(caches, name))));
    };
    expect(await analysis()).toMatchObject({ code: 0 });
    const first = await kept();
    expect(first).toHaveLength(2);
    expect(await analysis()).toMatchObject({ code: 0 });
    expect(await kept()).toEqual(first);
  });

  it('leaves nothing of an analyzer behind that was started ahead, whatever the arguments come to', async () => {
    const { env, cwd, jobs } = await place();
    for (const [args, code] of [
      [['analyze', 'tree', '--no-cache', '--format', 'json'], 0],
      [['analyze', 'tree', '--jsn'], 2],
      [['analyze', 'nowhere'], 2],
      [['analyze', 'tree', '--config', 'nowhere.yml'], 2],
    ] as const) {
      const ended = await runBin({ args, cwd, env });
      expect([args, ended.code]).toEqual([args, code]);
      expect(await readdir(jobs)).toEqual([]);
      await expect.poll(() => processesIn(jobs)).toEqual([]);
    }
  });

  it('starts nothing ahead where only help is asked for, or another command', async () => {
    const { env, cwd, jobs } = await place();
    expect(await runBin({ args: ['analyze', '--help'], cwd, env })).toMatchObject({ code: 0 });
    expect(await runBin({ args: ['metrics'], cwd, env })).toMatchObject({ code: 0 });
    expect(existsSync(jobs)).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'takes the analyzer along where %s ends it before it has read its arguments',
    async (signal) => {
      const { env, cwd, jobs } = await place();
      const child = spawn(process.execPath, [builtBin, 'analyze', 'tree'], { cwd, env, stdio: 'ignore' });
      const ended = once(child, 'exit');
      await expect.poll(() => processesIn(jobs), { interval: 1 }).toHaveLength(1);
      child.kill(signal);
      const [code, endedBy] = await ended;
      expect([130, 143, signal]).toContain(code ?? endedBy);
      await expect.poll(() => processesIn(jobs)).toEqual([]);
      if (signal !== 'SIGKILL') await expect.poll(() => readdir(jobs)).toEqual([]);
    },
  );

  it('needs nothing of Node but what every Node has until it has looked at the version', async () => {
    const found: string[] = [];
    const files = [builtBin];
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      for (const [, names, from = ''] of text.matchAll(/^import (.*?) ?(?:from )?'([^']*)';$/gm)) {
        if (from.startsWith('.')) files.push(join(dirname(file), from));
        else found.push(`${names} from ${from}`);
      }
    }
    expect(new Set(found)).toEqual(new Set(['{ createRequire } from node:module']));
  });

  it.runIf(existsSync('/dev/full'))(
    'ends with a sentence and the code of what could not run where its output takes no more',
    async () => {
      const { env, cwd } = await place();
      const ended = await runBin({ args: ['metrics'], cwd, env, outFile: '/dev/full' });
      expect(ended).toMatchObject({
        code: 3,
        err: [
          'error: what was to be told cannot be written: no space is left on the disk',
          'fix: make room where the output goes, or send it elsewhere\n',
        ].join('\n'),
      });
    },
  );

  it('says that the current directory is gone, in the language of the environment', async () => {
    const cwd = await scratchDirectory();
    const gone = (lang: string) => {
      const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$1" metrics';
      const env = { PATH: process.env.PATH ?? '', LANG: lang };
      const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, builtBin], { cwd, env });
      return [status, stderr.toString().split('\n')[0]];
    };
    expect(gone('C')).toEqual([2, 'error: the current directory is not there any more']);
    expect(gone('ru_RU.UTF-8')).toEqual([2, 'ошибка: текущего каталога больше нет']);
  });

  it('goes well where nothing can be kept', async () => {
    const cwd = await scratchDirectory();
    const ended = await runBin({ args: ['--version'], cwd, env: { XDG_CACHE_HOME: '/dev/null' } });
    expect(ended).toMatchObject({ code: 0, err: '' });
  });
});
