import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../src/config/default-config.ts';
import type { WorkerTask } from '../src/worker-protocol.ts';
import { scratchDirectory, scratchTree } from './e2e/scratch-tree.ts';
import type { Tree } from './laws/measured-tree.ts';
import { treeOf } from './laws/render-project.ts';
import { springProject } from './laws/spring-project.ts';
import { wholeResult } from './whole-result.ts';

async function run(root: string, cacheDirectory: string | null, changes: Partial<WorkerTask> = {}) {
  const { result: done, log } = await wholeResult({ root, cacheDirectory, ...changes });
  const [, known, all] = /facts of (\d+) of (\d+) files/.exec(log) ?? [];
  return { done, known: Number(known), all: Number(all) };
}

function write(root: string, tree: Tree): void {
  for (const path of readdirSync(root)) rmSync(join(root, path), { recursive: true });
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** A change of a tree: of the n-th file, another text, another name, or its end. */
interface Edit {
  readonly file: number;
  readonly kind: 'comment' | 'line ends' | 'broken' | 'renamed' | 'removed' | 'test';
}

function edited(tree: Tree, { file, kind }: Edit): Tree {
  const paths = Object.keys(tree).filter((path) => path.endsWith('.java'));
  const path = paths[file % Math.max(1, paths.length)];
  if (path === undefined) return tree;
  const { [path]: text = '', ...others } = tree;
  if (kind === 'removed') return others;
  if (kind === 'renamed') return { ...others, [path.replace(/(\w+)\.java$/, 'moved/$1.java')]: text };
  if (kind === 'test') return { ...others, [path.replace('src/main', 'src/test')]: text };
  const changed = {
    comment: `// new\n${text}`,
    'line ends': text.replaceAll('\n', '\r\n'),
    broken: text.slice(9),
  };
  return { ...others, [path]: changed[kind] };
}

const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(20),
  kind: fc.constantFrom('comment', 'line ends', 'broken', 'renamed', 'removed', 'test'),
});

/** What befalls the kept files between two runs. */
const mishap = fc.constantFrom('none', 'none', 'damaged', 'cut', 'evicted');

/** Kept results always go, so that facts are asked for. */
function befall(directory: string, what: string, place: number): void {
  for (const name of readdirSync(directory)) {
    const file = join(directory, name);
    const isResult = name.endsWith('.result');
    if (isResult || what === 'evicted') rmSync(file);
    else if (what === 'cut') writeFileSync(file, readFileSync(file).subarray(0, place % 5_000));
    else if (what === 'damaged') {
      const bytes = readFileSync(file);
      const at = place % bytes.length;
      writeFileSync(
        file,
        bytes.map((byte, index) => (index === at ? byte ^ 16 : byte)),
      );
    }
  }
}

const step = fc.tuple(fc.array(edit, { minLength: 1, maxLength: 3 }), mishap, fc.nat());

describe('facts that earlier runs have kept', () => {
  it('give the report that a run without them gives, whatever is edited and whatever befalls them', async () => {
    await fc.assert(
      fc.asyncProperty(
        springProject,
        fc.array(step, { minLength: 1, maxLength: 3 }),
        async (project, steps) => {
          const [root, cache] = [scratchDirectory(), scratchDirectory()];
          let tree: Tree = treeOf(project);
          write(root, tree);
          expect((await run(root, cache)).done).toEqual((await run(root, null)).done);
          for (const [edits, what, place] of steps) {
            tree = edits.reduce(edited, tree);
            write(root, tree);
            befall(cache, what, place);
            expect((await run(root, cache)).done).toEqual((await run(root, null)).done);
          }
        },
      ),
      { numRuns: 15 },
    );
  }, 240_000);

  it('give the same to runs that read and write at once', async () => {
    await fc.assert(
      fc.asyncProperty(springProject, edit, async (project, change) => {
        const before = treeOf(project);
        const roots = [before, edited(before, change)].map((tree) => scratchTree(tree));
        const cache = scratchDirectory();
        const together = await Promise.all([...roots, ...roots].map((root) => run(root, cache)));
        const alone = await Promise.all([...roots, ...roots].map((root) => run(root, null)));
        expect(together.map(({ done }) => done)).toEqual(alone.map(({ done }) => done));
      }),
      { numRuns: 5 },
    );
  }, 240_000);

  it('are taken for every file that has not changed, in every mode', async () => {
    const [project] = fc.sample(springProject, { seed: 3, numRuns: 1 });
    const tree = project === undefined ? {} : treeOf(project);
    const root = scratchTree(tree);
    const cache = scratchDirectory();
    const first = await run(root, cache);
    expect([first.known, first.all > 2]).toEqual([0, true]);
    write(root, edited(tree, { file: 0, kind: 'comment' }));
    const second = await run(root, cache);
    expect([second.known, second.all]).toEqual([first.all - 1, first.all]);
    const callsFile = join(scratchDirectory(), 'calls.ndjson');
    expect((await run(root, cache, { callsFile })).known).toBe(first.all);
    expect((await run(root, cache, { config: { ...DEFAULT_CONFIG, maxDepth: 3 } })).known).toBe(first.all);
  }, 60_000);
});
