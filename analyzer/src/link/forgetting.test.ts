import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { collectGarbage } from '../../test/collect-garbage.ts';
import { inputsOf } from '../../test/program-of.ts';
import { java } from '../languages/java/index.ts';
import { dumpCalls } from './dump-calls.ts';
import { type LinkedCode, linkApart } from './link.ts';
import type { LinkInput, Program } from './program.ts';

const PRODUCTION = {
  'Store.java': `
class Store<T> {
  static final int LIMIT = 3;
  private final java.util.List<T> items = new java.util.ArrayList<>();
  void add(T item) { if (items.size() < LIMIT) items.add(item); }
  static void fill(Use use) { use.one(null); use.two(); }
}`,
  'Use.java':
    'class Use { void one(Object first) {} void one(Object first, Object second) {} void two() {} }',
};
const TESTS = {
  'StoreTest.java': `
class StoreTest extends Store<String> {
  static final String NAME = "a" + LIMIT;
  void adds(Use use) {
    use.one(this, this);
    String name = NAME;
    Runnable add = () -> add(name);
    new Store<StoreTest>() { void twice() { add(StoreTest.this); } };
    add.run();
  }
}`,
};

const CONTEXT = { rules: new Map([['java', java.rules]]), signatures: new Map(), synthesis: [] };

const callsOf = (program: Program) => [...dumpCalls(program)];

/** Asks about the calls of the tests in either way; tells whether their facts are in memory afterwards. */
async function asked(ask: (code: LinkedCode, tests: readonly LinkInput[]) => readonly string[]) {
  const { code, facts, calls } = await (async () => {
    const inputs = [...(await inputsOf(PRODUCTION)), ...(await inputsOf(TESTS, 'test'))];
    const { code, tests } = linkApart(inputs, CONTEXT);
    return { code, facts: new WeakRef(tests[0]?.facts ?? {}), calls: ask(code, tests) };
  })();
  await turn();
  collectGarbage();
  return { isKept: facts.deref() !== undefined, calls, program: callsOf(code.program) };
}

describe('what a program shares with its tests', () => {
  it('is forgotten once they were asked about, and only then', async () => {
    const kept = await asked((code, tests) => callsOf(code.withTests(tests)));
    const forgotten = await asked((code, tests) => code.askTests(tests, callsOf));
    expect([kept.isKept, forgotten.isKept]).toEqual([true, false]);
    expect(forgotten.calls).toEqual(kept.calls);
    expect(forgotten.program).toEqual(kept.program);
    expect(forgotten.program.length).toBeLessThan(forgotten.calls.length);
  });

  it('is not kept by whoever still has the program that the tests stood on', async () => {
    let shown: Program | null = null;
    const { isKept, calls, program } = await asked((code, tests) =>
      code.askTests(tests, (standing) => {
        shown = standing;
        return callsOf(standing);
      }),
    );
    expect(isKept).toBe(false);
    expect(shown).toMatchObject({ files: [], types: [], methods: [] });
    expect(calls.length).toBeGreaterThan(program.length);
  });
});
