import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { loadJavaGrammar } from '../java/grammar.ts';
import type { FlatTree } from './flat-tree.ts';
import { GrammarThread, type Patience } from './grammar-thread.ts';

const ENDLESS_PATIENCE: Patience = { text: 60_000, character: 0, wasted: 60_000, least: 60_000 };

/** Minutes of trying what an annotation could mean. */
const ENDLESS = `class A { @B(${'+ ;'.repeat(3_000)}`;
/** Two gigabytes of what each `<` could mean. */
const VAST = `class A { void f() { x = ${'List<'.repeat(20_000)};`;
/** Some hundred megabytes of it. */
const LARGE = `class A { void f() { x = ${'List<'.repeat(4_000)};`;
const SMALL = 'class A { int a = ; }';
const LONG = `class A { ${'void m() { a(); } '.repeat(5_000)} `;

const here = await loadJavaGrammar();
afterAll(() => here.close());
/** Nodes of a text as the same grammar reads it in this thread. */
const [small, long] = [SMALL, LONG].map((text) => here.parse(text)?.count);

const threads: GrammarThread[] = [];
afterEach(() => {
  for (const thread of threads.splice(0)) thread.close();
});

function grammarWith(patience: Partial<Patience> = {}): GrammarThread {
  const thread = new GrammarThread('java', { ...ENDLESS_PATIENCE, ...patience });
  threads.push(thread);
  return thread;
}

const outcome = (parsed: FlatTree | null) => parsed?.count ?? null;

describe('the thread of a grammar', () => {
  it('answers texts in the order in which they came, with trees that later ones do not change', async () => {
    const grammar = grammarWith();
    const trees = await Promise.all([SMALL, LONG, SMALL].map((text) => grammar.parse(text)));
    expect(trees[0]).toEqual(trees[2]);
    expect(trees[0]).toMatchObject({ problems: [{ missing: null }] });
    expect(trees.map(outcome)).toEqual([small, long, small]);
  });

  it('gives up on a text that takes too long, and reads the next one', async () => {
    const grammar = grammarWith({ text: 300 });
    expect(await grammar.parse(ENDLESS)).toBeNull();
    expect(outcome(await grammar.parse(SMALL))).toBe(small);
  });

  it('waits longer for a longer text', async () => {
    expect(await grammarWith({ text: 0 }).parse(LONG)).toBeNull();
    expect(outcome(await grammarWith({ text: 0, character: 1 }).parse(LONG))).toBe(long);
  });

  it('has little patience left once enough time came to nothing', async () => {
    const grammar = grammarWith({ text: 5_000, wasted: 100, least: 0 });
    expect(outcome(await grammar.parse(LONG))).toBe(long);
    expect(await grammar.parse(VAST)).toBeNull();
    expect(await grammar.parse(LONG)).toBeNull();
  });

  it('gives up where the memory of the parser is not enough, and reads the next text', async () => {
    const grammar = grammarWith();
    expect(await grammar.parse(VAST)).toBeNull();
    expect(outcome(await grammar.parse(SMALL))).toBe(small);
  });

  it('reads a text that needs much memory as often as it comes', async () => {
    const grammar = grammarWith();
    const counts: (number | null)[] = [];
    for (const text of [LARGE, LARGE, SMALL, LARGE]) counts.push(outcome(await grammar.parse(text)));
    expect(counts).toEqual([counts[0], counts[0], small, counts[0]]);
    expect(counts[0]).toBeGreaterThan(4_000);
  });

  it('starts anew after it was closed', async () => {
    const grammar = grammarWith();
    await grammar.parse(SMALL);
    grammar.close();
    expect(outcome(await grammar.parse(SMALL))).toBe(small);
  });
});
