import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../src/config/default-config.ts';
import type { WorkerTask } from '../src/worker-protocol.ts';
import { controller, controllerFile, scratchDirectory, scratchTree } from './e2e/scratch-tree.ts';
import { wholeResult } from './whole-result.ts';

const TREE: Readonly<Record<string, string>> = {
  [controllerFile]: controller,
  'src/main/java/shop/Store.java': 'package shop;\n\nclass Store {\n  void clear() {}\n}\n',
  'src/main/resources/application.yml': 'server:\n  port: 8080\n',
  'src/main/resources/conf/routes': 'GET /old shop.Store.clear\n',
  'README.md': '# Shop\n',
};

/** A result, and the stages that it took. */
async function run(root: string, changes: Partial<WorkerTask> = {}) {
  const { result: done, log, stages } = await wholeResult({ root, ...changes });
  return { done, isKnown: !stages.includes('facts'), log };
}

/** A change of a tree: the text of a file, or null to remove it. */
type Edit = readonly [string, string | null];

function apply(root: string, [path, text]: Edit): void {
  const file = join(root, path);
  if (text === null) return rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const EDITS: readonly Edit[] = [
  ...Object.entries(TREE),
  [controllerFile, controller.replaceAll('\n', '\r\n')],
  [controllerFile, controller.replace('"/greeting"', '"/greetings"')],
  ['src/main/java/shop/Store.java', 'package shop;\n\nclass Store {\n  void wipe() {}\n}\n'],
  // As many bytes as before.
  [controllerFile, controller.replace('"/greeting"', '"/welcomes"')],
  ['src/main/java/shop/Store.java', null],
  ['src/main/java/shop/Extra.java', 'package shop;\n\nclass Extra {}\n'],
  ['src/main/resources/application.yml', 'server:\n  port: 8081\n'],
  ['src/main/resources/conf/routes', 'GET /new shop.Store.clear\n'],
  ['README.md', '# Shop!\n'],
  ['README.md', '# A longer name\n'],
  ['.gitignore', 'Store.java\n'],
];

describe('results of earlier runs', () => {
  it('are taken while nothing changes, and are the same as those of a run without them', async () => {
    const root = scratchTree(TREE);
    const cacheDirectory = join(scratchDirectory(), 'results');
    const first = await run(root, { cacheDirectory });
    const second = await run(root, { cacheDirectory });
    expect([first.isKnown, second.isKnown]).toEqual([false, true]);
    expect(second.log).toContain('an earlier run');
    expect(second.done).toEqual(first.done);
    expect(second.done).toEqual((await run(root)).done);
    expect((await run(scratchTree(TREE), { cacheDirectory })).isKnown).toBe(true);
  }, 60_000);

  it('never differ from those of a run without them, whatever is edited in between', async () => {
    const root = scratchTree(TREE);
    const cacheDirectory = scratchDirectory();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...EDITS), { minLength: 1, maxLength: 4 }), async (edits) => {
        for (const edit of edits) apply(root, edit);
        expect((await run(root, { cacheDirectory })).done).toEqual((await run(root)).done);
      }),
      { numRuns: 40 },
    );
  }, 180_000);

  it('are not those of another configuration, revision or version', async () => {
    const root = scratchTree(TREE);
    const cacheDirectory = scratchDirectory();
    await run(root, { cacheDirectory });
    const changes: readonly Partial<WorkerTask>[] = [
      { config: { ...DEFAULT_CONFIG, exclude: ['README.md'] } },
      { revision: 'b4ab0ea9f' },
      { version: '2' },
      { configFile: 'other.yml' },
    ];
    for (const change of changes)
      expect((await run(root, { cacheDirectory, ...change })).isKnown).toBe(false);
    expect((await run(root, { cacheDirectory })).isKnown).toBe(true);
  }, 60_000);

  it('are forgotten when they are damaged', async () => {
    const root = scratchTree(TREE);
    const cacheDirectory = scratchDirectory();
    const first = await run(root, { cacheDirectory });
    const [name = ''] = readdirSync(cacheDirectory).filter((kept) => kept.endsWith('.result'));
    const file = join(cacheDirectory, name);
    writeFileSync(file, readFileSync(file).subarray(0, 200));
    const again = await run(root, { cacheDirectory });
    expect(again.isKnown).toBe(false);
    expect(again.done).toEqual(first.done);
  }, 60_000);

  it('do not stop a run that cannot keep its own', async () => {
    const root = scratchTree(TREE);
    const cacheDirectory = join(scratchTree({ file: '' }), 'file');
    const { isKnown, log, done } = await run(root, { cacheDirectory });
    expect(isKnown).toBe(false);
    expect(log).toContain('cannot be kept');
    expect(done).toEqual((await run(root)).done);
  }, 60_000);

  it('are not kept where a file changes while it is looked at, and are told whole all the same', async () => {
    const root = scratchTree(TREE);
    const cacheDirectory = scratchDirectory();
    const { result } = await wholeResult({ root, cacheDirectory }, (stage) => {
      if (stage === 'findings') apply(root, [controllerFile, `${controller}// later\n`]);
    });
    expect(JSON.parse(result.report)).toMatchObject({ findings: expect.any(Array) });
    expect(readdirSync(cacheDirectory).filter((name) => name.endsWith('.result'))).toEqual([]);
  }, 60_000);

  it('are left alone where more than the tree decides', async () => {
    const root = scratchTree(TREE);
    const cacheDirectory = scratchDirectory();
    const callsFile = join(scratchDirectory(), 'calls.ndjson');
    for (let i = 0; i < 2; i++) expect((await run(root, { cacheDirectory, callsFile })).isKnown).toBe(false);
    expect(readdirSync(cacheDirectory).filter((name) => name.endsWith('.result'))).toEqual([]);
  }, 60_000);
});
