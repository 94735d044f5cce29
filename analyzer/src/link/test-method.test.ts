import { describe, expect, it } from 'vitest';
import { inputsOf, linked } from '../../test/program-of.ts';
import { dumpCalls } from './dump-calls.ts';
import type { Program } from './program.ts';

const PRODUCTION = {
  'Store.java': `
class Store {
  private int count = start();
  int start() { return 1; }
  void add(String name) { log(name); }
  void log(String text) { }
}`,
};
const TESTS = {
  'FirstTest.java': `
class FirstTest {
  private final Store store = new Store();
  void adds() {
    String name = "a";
    Store other = new Store() {
      int seen = count();
      int count() { store.add(name); return 1; }
    };
    class Local extends Store { void twice() { add(name + name); } }
    new Local().twice();
    other.add(name);
  }
}`,
  'SecondTest.java': 'class SecondTest extends FirstTest { void more() { adds(); new Store().add(""); } }',
};

const production = await inputsOf(PRODUCTION);

async function withTestsAs(role: 'production' | 'test'): Promise<Program> {
  return linked([...production, ...(await inputsOf(TESTS, role))]);
}

/** A method leads to its type, and that to the method. */
function withoutOwners(key: string, value: unknown): unknown {
  return key === 'owner' && typeof value === 'object' ? null : value;
}

function callsIn(
  program: Program,
  order: (ids: readonly number[]) => readonly number[],
): Map<string, string> {
  const { methods } = program;
  const text = (index: number): [string, string] => {
    const method = methods[index];
    return [method?.id ?? '', JSON.stringify([method?.calls, method?.operationTypes], withoutOwners)];
  };
  return new Map(order([...methods.keys()]).map(text));
}

describe('the body of a test', () => {
  it('has the calls that it would have in production code', async () => {
    const asProduction = [...dumpCalls(await withTestsAs('production'))].sort();
    expect([...dumpCalls(await withTestsAs('test'))].sort()).toEqual(asProduction);
    expect(asProduction.filter((line) => line.includes('Store#add(java.lang.String)'))).not.toEqual([]);
  });

  it('has the same calls in whatever order and however often one asks', async () => {
    const inOrder = callsIn(await withTestsAs('test'), (ids) => ids);
    const program = await withTestsAs('test');
    callsIn(program, (ids) => ids.toReversed());
    expect(callsIn(program, (ids) => [...ids, ...ids.toReversed()])).toEqual(inOrder);
  });

  it('is no caller of production code, which only production code calls', async () => {
    const id = (program: Program) =>
      program.methods.find(({ name, owner }) => owner.name === 'Store' && name === 'add')?.id;
    const alone = await withTestsAs('test');
    const together = await withTestsAs('production');
    expect(alone.callersOf(id(alone) ?? ('' as never))).toEqual([]);
    expect(together.callersOf(id(together) ?? ('' as never))).not.toEqual([]);
  });
});
