import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBin } from './built-bin.ts';
import { scratchDirectory } from './scratch-directory.ts';

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

  it('goes well where nothing can be kept', async () => {
    const cwd = await scratchDirectory();
    const ended = await runBin({ args: ['--version'], cwd, env: { XDG_CACHE_HOME: '/dev/null' } });
    expect(ended).toMatchObject({ code: 0, err: '' });
  });
});
