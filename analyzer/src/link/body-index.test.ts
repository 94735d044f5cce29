import { describe, expect, it } from 'vitest';
import { inputsOf, linked, programOf } from '../../test/program-of.ts';
import { type BodyTrait, bodyIndex } from './body-index.ts';

const source = `class Desk {
  private String note;
  void assigns() { note = null; }
  void switches(int day) { switch (day) { case 1: break; } }
  void catches() { try { assigns(); } catch (IllegalStateException late) { assigns(); } }
  void cleans() { try { assigns(); } finally { assigns(); } }
  void writes() { System.out.println("open"); }
  void throwsOn() { throw new IllegalStateException(); }
  void captures(int day) { new Object() { int read() { return day; } }; }
  String joins(int day, char end) { return day + end + note; }
  void adds(String text) { text += 1; }
  void loops(int[] days) { for (int day : days) { } }
  void closes(AutoCloseable file) throws Exception { try (AutoCloseable same = file) { } }
  int plain(int day) { return day; }
  Object makes() { return new Object(); }
}`;

describe('methods of production code are found by what their bodies have', () => {
  const cases: Readonly<Record<BodyTrait, readonly string[]>> = {
    assign: ['assigns', 'adds'],
    captured: ['read'],
    case: ['switches'],
    catch: ['catches'],
    concatenation: ['joins', 'adds'],
    finally: ['cleans'],
    foreach: ['loops'],
    nameless: ['captures'],
    resource: ['closes'],
    text: ['writes'],
    throw: ['throwsOn'],
  };
  for (const trait of Object.keys(cases) as BodyTrait[]) {
    it(trait, async () => {
      const program = await programOf(source);
      expect(
        bodyIndex(program)
          .having(trait)
          .map(({ name }) => name),
      ).toEqual(cases[trait]);
    });
  }

  it('and by the names that they read, in the order of the program', async () => {
    const program = await programOf(`class Card {
  static int limit; int number;
  int last() { return this.number; }
  int first() { return limit; }
  int none(int digits) { return digits; }
}`);
    const index = bodyIndex(program);
    expect(index.reading(new Set(['limit', 'number', 'digits'])).map(({ name }) => name)).toEqual([
      'last',
      'first',
    ]);
    expect(index.reading(new Set())).toEqual([]);
  });

  it('and their assignments and locals one by one, in the order of the program', async () => {
    const program = await programOf(source);
    const found: string[] = [];
    for (const kind of ['assign', 'declare'] as const) {
      bodyIndex(program).each(kind, ({ name, declaration }, at) => {
        const operation = declaration?.body?.operations[at];
        found.push(`${name} ${operation?.kind} ${operation?.kind === 'declare' ? operation.name : ''}`);
      });
    }
    expect(found).toEqual([
      'assigns assign ',
      'adds assign ',
      'catches declare late',
      'loops declare day',
      'closes declare same',
    ]);
  });

  it('and never in tests', async () => {
    const program = linked(await inputsOf(source, 'test'));
    expect(bodyIndex(program).having('throw')).toEqual([]);
    bodyIndex(program).each('declare', ({ name }) => expect.fail(name));
  });
});
