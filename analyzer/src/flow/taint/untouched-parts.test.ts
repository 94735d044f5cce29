import { describe, expect, it } from 'vitest';
import { methodNamed, programOf } from '../../../test/program-of.ts';
import { leavesAlone } from './untouched-parts.ts';

/** Of the parts `name` and `age` of the object those that a method of it leaves alone. */
async function leftAloneBy(method: string, name: string): Promise<readonly string[]> {
  const program = await programOf(`
class Base { Base() {} Base(Pet other) {} void keep() {} }
class Pet extends Base {
  String name; int age; Pet other;
  ${method}
}`);
  const found = methodNamed(program, name);
  return ['name', 'age'].filter((part) => leavesAlone()(found, part));
}

describe('a method that speaks of its object by fields alone', () => {
  it.each([
    ['String getName() { return name; }', 'Pet.getName', ['age']],
    ['String getName() { return this.name; }', 'Pet.getName', ['age']],
    ['void setAge(int age) { this.age = age; }', 'Pet.setAge', ['name']],
    ['String trimmed() { return name.trim(); }', 'Pet.trimmed', ['age']],
    ['java.util.List<String> none() { return new java.util.ArrayList<>(); }', 'Pet.none', ['name', 'age']],
  ])('leaves alone what it does not name: %s', async (method, name, parts) => {
    expect(await leftAloneBy(method, name)).toEqual(parts);
  });

  it.each([
    ['Pet self() { return this; }', 'Pet.self'],
    ['void show() { System.out.println(this); }', 'Pet.show'],
    ['void all() { keep(); }', 'Pet.all'],
    ['void all() { this.keep(); }', 'Pet.all'],
    ['void all() { super.keep(); }', 'Pet.all'],
    ['Runnable later() { return this::keep; }', 'Pet.later'],
    ['Runnable later() { return () -> keep(); }', 'Pet.later'],
    ['Runnable later() { return new Runnable() { public void run() { keep(); } }; }', 'Pet.later'],
    ['Pet(String first) { super(); other = null; }', 'Pet.<init>'],
    ['Pet(int first) { this(); } Pet() {}', 'Pet.<init>'],
  ])('may touch everything where it hands the object on: %s', async (method, name) => {
    expect(await leftAloneBy(method, name)).toEqual([]);
  });
});
