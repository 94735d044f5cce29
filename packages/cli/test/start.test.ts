import { readdir } from 'node:fs/promises';
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

  it('goes well where nothing can be kept', async () => {
    const cwd = await scratchDirectory();
    const ended = await runBin({ args: ['--version'], cwd, env: { XDG_CACHE_HOME: '/dev/null' } });
    expect(ended).toMatchObject({ code: 0, err: '' });
  });
});
