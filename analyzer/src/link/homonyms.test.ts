import { describe, expect, it } from 'vitest';
import { inputsOf, linked } from '../../test/program-of.ts';
import type { ModuleDependencies } from './homonyms.ts';
import type { FileRole, LinkInput, Program } from './program.ts';

/** Files of several modules, by `module/path`; those below `test/` are tests. */
async function treeOf(
  files: Readonly<Record<string, string>>,
  dependencies: ModuleDependencies = new Map(),
): Promise<Program> {
  const inputs = await inputsOf(files);
  const placed = inputs.map((input): LinkInput => {
    const [module = ''] = input.facts.path.split('/');
    const role: FileRole = input.facts.path.includes('/test/') ? 'test' : 'production';
    return { ...input, module, role };
  });
  return linked(placed, { dependencies });
}

/** What the first call of a method leads to. */
function called(program: Program, path: string, method: string): readonly string[] {
  const found = program.methods.find(({ owner, name }) => owner.file.facts.path === path && name === method);
  return (
    found?.calls
      .filter(({ operation }) => operation >= 0)
      .flatMap(({ targets }) => targets.map((each) => each.method)) ?? []
  );
}

const rules = (body: string) => `package org.acme; class Rules { static void check() {} ${body} }`;
const APP = 'package org.acme; class App { void run() { Rules.check(); } }';

describe('types of one name in several modules', () => {
  it('are types of their own, each with its methods, and a module means its own', async () => {
    const program = await treeOf({
      'a/App.java': APP,
      'a/Rules.java': rules(''),
      'b/App.java': APP,
      'b/Rules.java': rules('class Inner { void deep() { check(); } }'),
    });
    expect(program.types.map(({ name }) => name)).toEqual([
      ...['org.acme.App', 'org.acme.Rules', 'b:org.acme.App', 'b:org.acme.Rules'],
      'b:org.acme.Rules$Inner',
    ]);
    expect(called(program, 'a/App.java', 'run')).toEqual(['org.acme.Rules#check()']);
    expect(called(program, 'b/App.java', 'run')).toEqual(['b:org.acme.Rules#check()']);
    expect(called(program, 'b/Rules.java', 'deep')).toEqual(['b:org.acme.Rules#check()']);
    const ids = program.methods.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are told apart by what the module depends on, the nearest first', async () => {
    const files = {
      'a/Rules.java': rules(''),
      'b/Rules.java': rules(''),
      'c/App.java': APP,
      'd/D.java': 'class D {}',
    };
    const meant = async (dependencies: ModuleDependencies) =>
      called(await treeOf(files, dependencies), 'c/App.java', 'run');
    expect(await meant(new Map([['c', ['b']]]))).toEqual(['b:org.acme.Rules#check()']);
    expect(await meant(new Map([['c', ['a']]]))).toEqual(['org.acme.Rules#check()']);
    expect(
      await meant(
        new Map([
          ['c', ['d', 'b']],
          ['d', ['a']],
        ]),
      ),
    ).toEqual(['b:org.acme.Rules#check()']);
    expect(await meant(new Map())).toEqual(['org.acme.Rules#check()']);
  });

  it('that only tests declare are no types to the code beside them', async () => {
    const program = await treeOf(
      {
        'a/App.java': APP,
        'a/test/Rules.java': rules(''),
        'a/test/T.java': APP.replace('App', 'T'),
        'b/Rules.java': rules(''),
      },
      new Map([['a', ['b']]]),
    );
    expect(called(program, 'a/App.java', 'run')).toEqual(['org.acme.Rules#check()']);
    expect(called(program, 'a/test/T.java', 'run')).toEqual(['a:org.acme.Rules#check()']);
  });

  it('still share their package with the types beside them', async () => {
    const program = await treeOf({
      'a/Rules.java': rules(''),
      'b/Rules.java': rules('void use() { new Helper().help(); }'),
      'b/Helper.java': 'package org.acme; class Helper { void help() {} }',
    });
    expect(called(program, 'b/Rules.java', 'use')).toContain('org.acme.Helper#help()');
  });

  it('are inherited from in their own module', async () => {
    const base = (answer: string) =>
      `package org.acme; public abstract class Base { void run() { ${answer}(); } abstract void ${answer}(); }`;
    const program = await treeOf({
      'a/Base.java': base('first'),
      'a/Own.java': 'package org.acme; class Own extends Base { void first() {} }',
      'b/Base.java': base('second'),
      'b/Other.java': 'package org.acme; class Other extends org.acme.Base { void second() {} }',
    });
    expect(called(program, 'b/Base.java', 'run')).toEqual([
      'b:org.acme.Base#second()',
      'org.acme.Other#second()',
    ]);
    expect(called(program, 'a/Base.java', 'run')).toEqual(['org.acme.Base#first()', 'org.acme.Own#first()']);
  });

  it('keep short labels apart', async () => {
    const program = await treeOf({
      'a/R.java': 'class R {}',
      'b.c/R.java': 'class R {}',
      'b_c/R.java': 'class R {}',
    });
    expect(program.types.map(({ name }) => name)).toEqual(['R', 'b_c:R', 'b_c-2:R']);
  });
});
