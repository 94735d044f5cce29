import { describe, expect, it } from 'vitest';
import { inputsOf, type Sources } from '../../test/program-of.ts';
import type { RelativePath } from '../base/ids.ts';
import type { LinkInput } from '../link/program.ts';
import { loadModels } from '../models/load-models.ts';
import { handedOver } from './handed-over.ts';
import { linkTree } from './link-tree.ts';
import { linkContext } from './linked-languages.ts';

const CLINIC = {
  'main/Store.java': 'package a; public interface Store { void keep(); }',
  'main/Disk.java':
    'package a; public class Disk implements Store { public void keep() { sync(); } void sync() {} }',
};
const DISK_TEST =
  'package a; class DiskTest { static void fill(Store store) { store.keep(); new Disk().sync(); } }';

/** Links a tree, with its tests judged on the way or, where all of it is to be shown, at the end. */
async function linkedTree(code: Sources, tests: Sources, isShown: boolean) {
  const models = await loadModels();
  const inputs = [...(await inputsOf(code)), ...(await inputsOf(tests, 'test'))];
  const readAgain: RelativePath[] = [];
  const linked = await linkTree(handedOver<LinkInput>(inputs), {
    context: linkContext(models, new Map()),
    models,
    readAgain: (paths) => {
      readAgain.push(...paths);
      return Promise.resolve(inputs.filter(({ facts }) => paths.includes(facts.path)));
    },
    show: isShown ? () => Promise.resolve() : undefined,
  });
  return { calls: linked.program.methods.map(({ calls }) => calls), tests: await linked.tests(), readAgain };
}

/** What both ways come to, which is the same, and the files that were read once more. */
async function bothWays(code: Sources, tests: Sources) {
  const { readAgain, ...onTheWay } = await linkedTree(code, tests, false);
  const { readAgain: never, ...atTheEnd } = await linkedTree(code, tests, true);
  expect(onTheWay).toEqual(atTheEnd);
  expect(never).toEqual([]);
  return { tests: onTheWay.tests, readAgain };
}

describe('a tree whose tests are judged before bodies are linked', () => {
  it('comes to what it comes to with its tests judged at the end, and no file is read twice', async () => {
    const { tests, readAgain } = await bothWays(CLINIC, { 'test/DiskTest.java': DISK_TEST });
    expect([...tests.code.calls].sort()).toEqual([
      'a.Disk#<init>()',
      'a.Disk#keep()',
      'a.Disk#sync()',
      'a.Store#keep()',
    ]);
    expect(readAgain).toEqual([]);
  });

  it('has a test read again that it names, and those that are left', async () => {
    const naming = 'package a; class Setup { void run(Store store) { DiskTest.fill(store); } }';
    const others = {
      'test/OtherTest.java': 'package a; class OtherTest { void runs() { new Setup().run(null); } }',
    };
    const { tests, readAgain } = await bothWays(
      { ...CLINIC, 'main/Setup.java': naming },
      { 'test/DiskTest.java': DISK_TEST, ...others },
    );
    expect(readAgain).toEqual(['test/DiskTest.java', 'test/OtherTest.java']);
    expect([...tests.code.calls]).toContain('a.Setup#run(a.Store)');
  });

  it('has its tests read again where its calls have more targets than it can afford', async () => {
    const stores = Array.from(
      { length: 480 },
      (_, at) => `class S${at} implements Store { public void keep() {} }`,
    );
    const calls = Array.from({ length: 480 }, () => 'store.keep();');
    const { tests, readAgain } = await bothWays(
      {
        'main/Store.java': 'package a; public interface Store { void keep(); }',
        'main/Stores.java': `package a; ${stores.join(' ')} class All { void all(Store store) { ${calls.join(' ')} } }`,
      },
      {
        'test/AllTest.java':
          'package a; class AllTest { void all(Store store) { store.keep(); new All(); } }',
      },
    );
    expect(readAgain).toEqual(['test/AllTest.java']);
    expect([...tests.code.calls]).toEqual(['a.All#<init>()']);
  });
});
