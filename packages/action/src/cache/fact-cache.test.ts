import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FactSetting, openFactCache } from './fact-cache.ts';
import type { CacheService } from './result-cache.ts';

let root: string;
let keys: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'csqa-facts-'));
  keys = [];
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** What the service of GitHub keeps: directories by key, of which the newest that a prefix fits is found. */
const service: CacheService = {
  isFeatureAvailable: () => true,
  saveCache: async ([path = ''], key) => {
    if (keys.includes(key)) throw new Error('409');
    await cp(path, join(root, 'service', key), { recursive: true });
    return keys.push(key);
  },
  restoreCache: async ([path = ''], _, prefixes = []) => {
    const found = keys.toReversed().find((key) => prefixes.some((prefix) => key.startsWith(prefix)));
    if (found !== undefined) await cp(join(root, 'service', found), path, { recursive: true });
    return found;
  },
};

function open(changes: Partial<FactSetting> = {}, from: CacheService = service) {
  const setting = { directory: join(root, 'facts'), analyzer: 'build-1', projects: ['pets'], run: '1-1' };
  const cache = openFactCache(from, { ...setting, isReadOnly: false, ...changes });
  if (cache === null) throw new Error('expected a cache');
  return cache;
}

const analyse = (name: string) => writeFile(join(root, 'facts', name), name);
const there = () => readdir(join(root, 'facts'));

describe('facts of earlier runs', () => {
  it('are those of the newest run over the same projects by the same analyzer', async () => {
    for (const run of ['1-1', '2-1']) {
      const cache = open({ run });
      await cache.restore();
      await analyse(`facts-of-${run}`);
      await cache.keep();
    }
    await open({ run: '3-1' }).restore();
    expect(await there()).toEqual(['facts-of-1-1', 'facts-of-2-1']);
    await open({ analyzer: 'build-2' }).restore();
    expect(await there()).toEqual([]);
    await open({ projects: ['owners'] }).restore();
    expect(await there()).toEqual([]);
  });

  it('are kept once, and not at all where nothing was analysed, nothing was read anew, or the run is of a fork', async () => {
    const first = open();
    await first.keep();
    expect(keys).toEqual([]);
    await Promise.all([first.restore(), first.restore()]);
    await first.keep();
    expect(keys).toEqual([]);
    await analyse('facts');
    await first.keep();
    const again = open({ run: '2-1' });
    await again.restore();
    await again.keep();
    const fork = open({ run: '3-1', isReadOnly: true });
    await fork.restore();
    await analyse('more');
    await fork.keep();
    expect(keys).toHaveLength(1);
  });

  it('are none where the service fails or the runner has none, and nothing is thrown', async () => {
    const broken: CacheService = {
      isFeatureAvailable: () => true,
      saveCache: () => Promise.reject(new Error('500')),
      restoreCache: () => Promise.reject(new Error('500')),
    };
    const cache = open({}, broken);
    await cache.restore();
    await analyse('facts');
    await cache.keep();
    const setting = { directory: root, analyzer: 'a', projects: [], run: '1-1', isReadOnly: false };
    expect(openFactCache({ ...service, isFeatureAvailable: () => false }, setting)).toBeNull();
  });
});
