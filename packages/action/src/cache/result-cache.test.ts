import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleReport, sampleRunRecord } from '../../../report/test/sample-report.ts';
import { type CacheService, openResultCache, type ResultCache } from './result-cache.ts';

const maker = { analyzer: 'build-1', mode: 'fast', config: null };
const kept = { project: 'pets', tree: 'a'.repeat(40) };
const analysed = { report: sampleReport(), record: sampleRunRecord() };

let directory: string;
let stored: Map<string, Buffer>;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'csqa-cache-'));
  stored = new Map();
});

afterEach(() => rm(directory, { recursive: true, force: true }));

/** What the service of GitHub keeps: entries by key, of which the newest that a prefix fits is found. */
const service: CacheService = {
  isFeatureAvailable: () => true,
  saveCache: async ([path = ''], key) => {
    if (!stored.has(key)) stored.set(key, await readFile(path));
    return 1;
  },
  restoreCache: async ([path = ''], key, prefixes = []) => {
    const found = stored.has(key)
      ? key
      : [...stored.keys()].toReversed().find((name) => prefixes.some((prefix) => name.startsWith(prefix)));
    if (found === undefined) return undefined;
    await writeFile(path, stored.get(found) ?? '');
    return found;
  },
};

function open(changes: Partial<typeof maker> = {}, from: CacheService = service): ResultCache {
  const cache = openResultCache(from, directory, { ...maker, ...changes });
  if (cache === null) throw new Error('expected a cache');
  return cache;
}

describe('reports of earlier runs', () => {
  it('are found by the tree that they are of', async () => {
    await open().keep(kept, analysed);
    expect(await open().find(kept)).toEqual(analysed);
  });

  it.each([
    ['another analyzer', { analyzer: 'build-2' }, kept],
    ['another mode', { mode: 'full' }, kept],
    ['another configuration', { config: 'exclude: [a]' }, kept],
    ['another tree', {}, { ...kept, tree: 'b'.repeat(40) }],
    ['another project', {}, { ...kept, project: 'owners' }],
  ])('are not those of %s', async (_, changes, wanted) => {
    await open().keep(kept, analysed);
    expect(await open(changes as Partial<typeof maker>).find(wanted)).toBeNull();
  });

  it('of a branch are found by the newest of its runs, and of no other branch', async () => {
    const cache = open();
    const older = { ...analysed, report: sampleReport({ findings: [] }) };
    await cache.keepLast({ project: 'pets', ref: 'refs/heads/main', run: '1-1' }, older);
    await cache.keepLast({ project: 'pets', ref: 'refs/heads/main', run: '2-1' }, analysed);
    expect(await cache.findLast('pets', 'refs/heads/main')).toEqual(analysed);
    expect(await cache.findLast('pets', 'refs/heads/main2')).toBeNull();
  });

  it('are none where somebody else has written: another key, no report, more than there is room for', async () => {
    await open().keep(kept, analysed);
    const [key = ''] = stored.keys();
    const whole = JSON.stringify({ contract: 2, report: analysed.report, orchestrator: analysed.record });
    for (const poison of [
      gzipSync(`csqa-1-other\n${whole}`),
      gzipSync(`${key}\n{"contract":2}`),
      gzipSync(`${key}\n${' '.repeat(65 * 1024 ** 2)}`),
      Buffer.from('no gzip'),
    ]) {
      stored.set(key, poison);
      expect(await open().find(kept)).toBeNull();
    }
  });

  it('are a miss where the service fails, and nothing is thrown', async () => {
    const broken: CacheService = {
      isFeatureAvailable: () => true,
      saveCache: () => Promise.reject(new Error('500')),
      restoreCache: () => Promise.reject(new Error('500')),
    };
    await open({}, broken).keep(kept, analysed);
    expect(await open({}, broken).find(kept)).toBeNull();
  });

  it('are none where the runner has no cache', () => {
    expect(openResultCache({ ...service, isFeatureAvailable: () => false }, directory, maker)).toBeNull();
  });
});
