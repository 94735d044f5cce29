import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../src/base/ids.ts';
import { resultOf } from '../src/command/analysis-result.ts';
import { TestsThread } from '../src/command/tests-thread.ts';
import { DEFAULT_CONFIG } from '../src/config/analyzer-config.ts';
import { loadModels } from '../src/models/load-models.ts';
import { analyze } from '../src/pipeline.ts';
import { createFileReader } from '../src/stages/file-reader.ts';
import { packOutlines } from '../src/stages/outlines.ts';
import { TestBench } from '../src/stages/test-bench.ts';
import type { ReadTest, TestsBeside } from '../src/stages/tests-beside.ts';
import type { WorkerTask } from '../src/worker-protocol.ts';
import { scratchDirectory, scratchTree } from './e2e/scratch-tree.ts';
import type { Tree } from './laws/measured-tree.ts';
import { treeOf } from './laws/render-project.ts';
import { springProject } from './laws/spring-project.ts';
import { inputsOf } from './program-of.ts';

const models = await loadModels();

/** The work of the other thread in this one: everything is copied on its way, as between threads. */
function besideInThisThread(): TestsBeside {
  const bench = new TestBench(createFileReader(null), models);
  const read: Promise<ReadTest>[] = [];
  return {
    read: (source) => {
      read.push(bench.read(structuredClone(source)));
    },
    finish: async () => structuredClone(await Promise.all(read)),
    link: (ground) => bench.link(structuredClone(ground)),
    factsOf: async (paths) => structuredClone(bench.factsOf(paths)),
    judge: async (outcome) => structuredClone(bench.judge(outcome)),
    save: async () => undefined,
    close: async () => undefined,
  };
}

function report(root: string, isBeside: boolean) {
  return analyze({
    ...{ root, config: DEFAULT_CONFIG, configFile: '.csqa.yml', mode: 'fast', revision: null },
    version: '0.0.0',
    onStage: () => undefined,
    onProgress: () => undefined,
    openTestsBeside: () => (isBeside ? besideInThisThread() : null),
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
  const log: string[] = [];
  const task: WorkerTask = {
    ...{ root, config: DEFAULT_CONFIG, configFile: '.csqa.yml', mode: 'fast', threads: 2 },
    ...{ revision: null, version: '1', callsFile: null, cacheDirectory: null },
    ...changes,
  };
  const done = await resultOf(task, (message) => {
    if (message.kind === 'log') log.push(message.text);
  });
  return { done, log: log.join('\n') };
}

function threadFor(source: { readonly language: string }): TestsThread {
  const thread = new TestsThread({ kept: null }, () => undefined);
  thread.read({ path: relativePath('A.java'), text: 'class A { }', module: '.', ...source });
  return thread;
}

describe('tests that are read and judged beside', () => {
  it('come to what they come to in the thread that links, whichever files are tests', async () => {
    const taken = fc.array(fc.nat(30), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(springProject, taken, async (project, places) => {
        const root = scratchTree(places.reduce(withTest, treeOf(project)));
        expect(await report(root, true)).toEqual(await report(root, false));
      }),
      { numRuns: 25 },
    );
  }, 240_000);

  it('have no more targets for a call than production code can afford', async () => {
    const bench = new TestBench(createFileReader(null), models);
    const text = 'class ATest { void calls(Job job) { job.run(); } }';
    await bench.read({ path: relativePath('ATest.java'), language: 'java', text, module: '.' });
    const jobs =
      'interface Job { void run(); } class A implements Job { public void run() { } } class B extends A { }';
    bench.link({ outlines: packOutlines(await inputsOf(jobs)), dependencies: new Map() });
    const calls = (fanOutLimit: number | null) => [...bench.judge({ named: [], fanOutLimit }).code.calls];
    expect(calls(null)).toEqual(['Job#run()', 'A#run()']);
    expect(calls(2)).toEqual(['Job#run()', 'A#run()']);
    expect(calls(1)).toEqual([]);
  });

  it('are read in a thread of their own where two are allowed and there is enough of them', async () => {
    const root = scratchTree(TREE);
    const [one, two] = [await result(root, { threads: 1 }), await result(root, { threads: 2 })];
    expect([one.log, two.log].map((log) => log.includes('a thread of its own'))).toEqual([false, true]);
    expect(two.done).toEqual(one.done);
  }, 60_000);

  it('are kept for later runs by that thread', async () => {
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

  it('fail whoever waits for them where that thread fails, then and later', async () => {
    const thread = threadFor({ language: 'none' });
    await expect(thread.finish(() => undefined)).rejects.toThrow(
      'the analysis thread failed: nobody reads none',
    );
    await expect(thread.judge({ named: [], fanOutLimit: null })).rejects.toThrow(
      'the analysis thread failed',
    );
    await thread.close();
  }, 60_000);

  it('leave nobody waiting where that thread is stopped', async () => {
    const thread = threadFor({ language: 'java' });
    const finished = expect(thread.finish(() => undefined)).rejects.toThrow('the analysis thread failed');
    await thread.close();
    await finished;
  }, 60_000);
});
