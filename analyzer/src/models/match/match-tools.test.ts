import { describe, expect, it } from 'vitest';
import { methodNamed, programOf } from '../../../test/program-of.ts';
import { loadModels } from '../load-models.ts';
import { createProgramTools } from './match-tools.ts';

const models = await loadModels();

/** Members of the calls that leave the tree from the method `go`. */
async function outsideOf(source: string): Promise<string[]> {
  const program = await programOf(source);
  const { outsideCalls } = createProgramTools({ program, models });
  return outsideCalls(methodNamed(program, 'Clinic.go')).map(({ member }) => member);
}

describe('calls that leave the tree', () => {
  it('are those to libraries, and to methods that no code of the tree stands behind', async () => {
    const source = `interface Store { void put(String text); }
class Clinic { private Store store; void note() {} void go(String text) { text.trim(); store.put(text); note(); } }`;
    expect(await outsideOf(source)).toEqual(['trim', 'put']);
  });

  it('are none to a method that a class of the tree has code for', async () => {
    const source = `interface Store { void put(String text); }
class Files implements Store { public void put(String text) {} }
class Clinic { private Store store; void go(String text) { store.put(text); } }`;
    expect(await outsideOf(source)).toEqual([]);
  });

  it.each([
    ['abstract void put(String text); void put(String text) {}', ['put']],
    ['void put(String text) {} abstract void put(String text);', []],
  ])('go by the first of methods that share a name and its parameters: %s', async (members, outside) => {
    const source = `abstract class Store { ${members} }
class Clinic { private Store store; void go(String text) { store.put(text); } }`;
    expect(await outsideOf(source)).toEqual(outside);
  });
});

describe('values of a field', () => {
  it('are those that are assigned to it, however it is written, and not to what is called the same', async () => {
    const program = await programOf(`class Base { String name = "base"; }
class Clinic extends Base {
  private String title;
  void go(Other other, String[] name) {
    name[0] = "element";
    title = "plain";
    this.title = "own";
    other.title = "other";
    this.name = "inherited";
    other.name += "joined";
  }
  void local() { String title = "local"; title = "again"; }
}
class Other extends Base { String title; }`);
    const { valuesOf } = createProgramTools({ program, models });
    const textsOf = (owner: string, name: string): unknown[] => {
      const field = program.types
        .find((type) => type.name === owner)
        ?.fields.find((each) => each.name === name);
      if (field === undefined) throw new Error(`no ${owner}.${name}`);
      return valuesOf(field).map(({ method, operation }) => {
        const value = method.declaration?.body?.operations[operation];
        return value?.kind === 'literal' ? value.value : value?.kind;
      });
    };
    expect(textsOf('Clinic', 'title')).toEqual(['plain', 'own']);
    expect(textsOf('Other', 'title')).toEqual(['other']);
    expect(textsOf('Base', 'name')).toEqual(['base', 'inherited', 'joined']);
    expect(textsOf('Clinic', 'title')).toEqual(['plain', 'own']);
  });
});
