import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../src/base/ids.ts';
import { FactsThread } from '../src/command/facts-thread.ts';
import { DEFAULT_CONFIG } from '../src/config/default-config.ts';
import type { FactSource, FileReading, KeptReadings } from '../src/facts/file-reading.ts';
import { packReadings } from '../src/facts/packed/packed-readings.ts';
import { loadModels } from '../src/models/load-models.ts';
import { analyze } from '../src/pipeline.ts';
import { createFileReader } from '../src/stages/file-reader.ts';
import { packOutlines } from '../src/stages/outlines.ts';
import { readFiles } from '../src/stages/read-files.ts';
import { readForBench } from '../src/stages/read-test.ts';
import type { ReaderBeside, TestsBeside } from '../src/stages/reading-beside.ts';
import { TestBench } from '../src/stages/test-bench.ts';
import type { WorkerTask } from '../src/worker-protocol.ts';
import { scratchDirectory, scratchTree } from './e2e/scratch-tree.ts';
import type { Tree } from './laws/measured-tree.ts';
import { treeOf } from './laws/render-project.ts';
import { springProject } from './laws/spring-project.ts';
import { inputsOf } from './program-of.ts';
import { wholeResult } from './whole-result.ts';

/** Who reads in another thread, in this one: everything is copied on its way, as between threads. */
function readerInThisThread(): ReaderBeside {
  const files = createFileReader();
  const readAll = async (sources: readonly FactSource[]) => {
    const readings: FileReading[] = [];
    for (const source of structuredClone(sources)) readings.push(await files.read(source));
    return readings;
  };
  return {
    read: async (sources) => structuredClone(packReadings(await readAll(sources))),
    readForBench: async (sources) => structuredClone(readForBench(await readAll(sources))),
    close: async () => undefined,
  };
}

function benchInThisThread(kept: KeptReadings | null): TestsBeside {
  const bench = new TestBench({ files: createFileReader(), kept, models: loadModels });
  const linked: Promise<void>[] = [];
  return {
    ...readerInThisThread(),
    find: async (sources) => structuredClone(await bench.find(structuredClone(sources))),
    readTests: async (sources) => structuredClone(await bench.read(structuredClone(sources))),
    take: (tests) => bench.take(structuredClone(tests)),
    link: (ground) => {
      linked.push(bench.link(structuredClone(ground)));
    },
    factsOf: async (paths) => structuredClone(bench.factsOf(paths)),
    judge: async (outcome) => {
      await Promise.all(linked);
      return structuredClone(bench.judge(outcome));
    },
    save: async () => undefined,
  };
}

/** What was read, kept in this process. */
function keptHere(): KeptReadings {
  const readings = new Map<string, FileReading>();
  const keys = new Map<string, string>();
  return {
    find: (source) => {
      const key = JSON.stringify(source);
      keys.set(source.path, key);
      return Promise.resolve(readings.get(key) ?? null);
    },
    keep: (path, reading) => {
      readings.set(keys.get(path) ?? path, reading);
    },
  };
}

interface Setting {
  readonly readers?: number;
  readonly hasBench?: boolean;
  readonly kept?: { readonly here: KeptReadings; readonly onBench: KeptReadings };
}

function report(root: string, { readers = 0, hasBench = false, kept }: Setting = {}) {
  return analyze({
    ...{ root, config: DEFAULT_CONFIG, configFile: '.csqa.yml', mode: 'fast', revision: null },
    version: '0.0.0',
    onStage: () => undefined,
    onProgress: () => undefined,
    ...(kept === undefined ? {} : { keptReadings: kept.here }),
    openCrew: () => ({
      readers: Array.from({ length: readers }, readerInThisThread),
      bench: hasBench ? benchInThisThread(kept?.onBench ?? null) : null,
    }),
  });
}

/** Takes the n-th source file for a test; what names it then names a test. */
function withTest(tree: Tree, place: number): Tree {
  const paths = Object.keys(tree).filter((path) => path.startsWith('src/main/') && path.endsWith('.java'));
  const path = paths[place % Math.max(1, paths.length)];
  if (path === undefined) return tree;
  const { [path]: text = '', ...others } = tree;
  return { ...others, [path.replace('src/main', 'src/test')]: text };
}

/** More test code than is read in the thread that links. */
const LONG_TEST = `package org.acme; // ${'x'.repeat(600_000)}\nclass LongTest { void calls() { new Plain().run(); } }`;
const PLAIN = 'package org.acme;\nclass Plain { void run() { } }';
const TREE: Tree = {
  'src/main/java/org/acme/Plain.java': PLAIN,
  'src/test/java/org/acme/LongTest.java': LONG_TEST,
};

async function result(root: string, changes: Partial<WorkerTask>) {
  const { result: done, log } = await wholeResult({ root, threads: 2, ...changes });
  return { done, log };
}

/** Production code that is read in more threads than one. */
const LARGE: Tree = {
  ...TREE,
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, number) => [
      `src/main/java/org/acme/Large${number}.java`,
      `package org.acme; // ${'y'.repeat(number * 4_000)}\nclass Large${number} { int f() { return ${number}; } }`,
    ]),
  ),
};

const BROKEN: FactSource = {
  path: relativePath('A'),
  language: 'none',
  text: 'class A { }',
  isMeasured: true,
};

function thread(): FactsThread {
  return new FactsThread({ kept: null }, () => undefined);
}

describe('files that are read beside', () => {
  it('come to what they come to in one thread, whoever reads them and whichever are tests', async () => {
    const taken = fc.array(fc.nat(30), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(springProject, taken, fc.nat(2), async (project, places, readers) => {
        const root = scratchTree(places.reduce(withTest, treeOf(project)));
        const alone = await report(root);
        const kept = { here: keptHere(), onBench: keptHere() };
        expect(await report(root, { hasBench: true, readers })).toEqual(alone);
        expect(await report(root, { readers: readers + 1 })).toEqual(alone);
        expect(await report(root, { hasBench: true, readers, kept })).toEqual(alone);
        expect(await report(root, { hasBench: true, readers, kept })).toEqual(alone);
      }),
      { numRuns: 15 },
    );
  }, 240_000);

  it('give the same report byte by byte with any number of threads, and with facts that were kept', async () => {
    const root = scratchTree(LARGE);
    const one = await result(root, { threads: 1 });
    for (const threads of [2, 3, 4]) {
      const cacheDirectory = scratchDirectory();
      const other = await result(root, { threads, cacheDirectory });
      expect(other.log).toContain(`are read with ${threads - 1} more thread`);
      expect(other.done).toEqual(one.done);
      const config = { ...DEFAULT_CONFIG, maxDepth: 3 };
      const warm = await result(root, { threads, cacheDirectory, config });
      expect(warm.log).toContain('facts of 41 of 41 files');
      expect(warm.done).toEqual((await result(root, { threads: 1, config })).done);
    }
  }, 120_000);

  it('have no more targets for a call than production code can afford', async () => {
    const bench = new TestBench({ files: createFileReader(), kept: null, models: loadModels });
    const text = 'class ATest { void calls(Job job) { job.run(); } }';
    const path = relativePath('ATest.java');
    await bench.read([{ path, language: 'java', text, isMeasured: false, module: '.' }]);
    const jobs =
      'interface Job { void run(); } class A implements Job { public void run() { } } class B extends A { }';
    const outlines = packOutlines(await inputsOf(jobs));
    await bench.link({ outlines, dependencies: new Map(), tests: [path] });
    const calls = (fanOutLimit: number | null) => [...bench.judge({ named: [], fanOutLimit }).code.calls];
    expect(calls(null)).toEqual(['Job#run()', 'A#run()']);
    expect(calls(2)).toEqual(['Job#run()', 'A#run()']);
    expect(calls(1)).toEqual([]);
  });

  it('are read in one thread where there are few of them', async () => {
    const root = scratchTree({ 'src/main/java/org/acme/Plain.java': PLAIN });
    expect((await result(root, { threads: 4 })).log).not.toContain('more thread');
  }, 60_000);

  it('are kept for later runs where they are tests, by the thread that judges them', async () => {
    const root = scratchTree(TREE);
    const cacheDirectory = scratchDirectory();
    const first = await result(root, { cacheDirectory });
    const other = join(root, 'src/main/java/org/acme/Other.java');
    mkdirSync(dirname(other), { recursive: true });
    writeFileSync(other, 'package org.acme;\nclass Other { }');
    const second = await result(root, { cacheDirectory });
    const known = (log: string) => log.match(/facts of \d+ of \d+ files/g);
    expect(known(first.log)).toEqual(['facts of 0 of 1 files', 'facts of 0 of 1 files']);
    expect(known(second.log)).toEqual(['facts of 1 of 1 files', 'facts of 1 of 2 files']);
    expect(second.done).toEqual((await result(root, { threads: 1 })).done);
  }, 60_000);

  it('fail whoever waits for them where a thread fails, then and later', async () => {
    const other = thread();
    await expect(other.read([BROKEN])).rejects.toThrow('the analysis thread failed: nobody reads none');
    await expect(other.judge({ named: [], fanOutLimit: null })).rejects.toThrow('the analysis thread failed');
    await other.close();
  }, 60_000);

  it('fail the reading of a tree with the reason of the thread that failed', async () => {
    const other = thread();
    const readable = { ...BROKEN, language: 'java', text: 'class A { }' };
    const files = [{ ...BROKEN, text: 'class A { /* the largest */ }' }, readable, readable];
    const waiting = Readable.from(files.map((source) => ({ source, module: '.', wanting: 'program' })));
    const reading = readFiles(waiting[Symbol.asyncIterator](), {
      ...{ reader: createFileReader(), kept: null, onRead: () => undefined },
      crew: { readers: [other], bench: null },
    });
    await expect(reading).rejects.toThrow('the analysis thread failed: nobody reads none');
    await other.close();
  }, 60_000);

  it('leave nobody waiting where a thread is stopped', async () => {
    const other = thread();
    const read = expect(other.read([BROKEN])).rejects.toThrow('the analysis thread failed');
    await other.close();
    await read;
  }, 60_000);
});
