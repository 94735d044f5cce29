import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../test/java-facts.ts';

/** Replaces `@name` by an anonymous object that returns its name. */
function withObjects(source: string): string {
  return source.replace(/@(\w+)/g, 'new Object() { public String toString() { return "$1"; } }');
}

/** Name in the source → binary name of the anonymous type. */
function namesIn(source: string): Record<string, string> {
  const named = factsOf(withObjects(source)).types.map((type) => {
    const first = type.methods.find(({ name }) => name === 'toString')?.body?.operations[0];
    return [first?.kind === 'literal' ? first.value : '', type.binaryName];
  });
  return Object.fromEntries(named.filter(([name]) => name !== ''));
}

/** Statements with the numbers that javac 17 gave the objects in them, compiled and read from the class files. */
const JAVAC: readonly (readonly [why: string, statements: string, inOrder: readonly string[]])[] = [
  ['statements in order', 'f(@a); g(@b);', ['a', 'b']],
  ['a lambda waits for the arguments that stand alone', 'f(() -> @a, @b);', ['b', 'a']],
  ['arguments come before the receiver', 'new T(@a).m(@b);', ['b', 'a']],
  ['also along a chain', 'f(@a).g(@b);', ['b', 'a']],
  [
    'but after the receiver where they wait',
    'list.map(s -> @a).map(s -> @b).get(() -> @c);',
    ['a', 'b', 'c'],
  ],
  ['a call as argument waits', 'f(g(@a), @b);', ['b', 'a']],
  ['a call with explicit types does not', 'f(T.<Object>g(@a), @b);', ['a', 'b']],
  ['an argument in parentheses waits', 'f((@a), @b);', ['b', 'a']],
  ['a conditional waits', 'f(c ? @a : @b, @d);', ['d', 'a', 'b']],
  ['a switch waits', 'f(switch (k) { default -> @a; }, @b);', ['b', 'a']],
  ['a diamond waits', 'f(new ArrayList<>(List.of(@a)), @b);', ['b', 'a']],
  ['a creation without one does not', 'f(new ArrayList<Object>(List.of(@a)), @b);', ['a', 'b']],
  ['a cast does not', 'f((Object) g(@a), @b);', ['a', 'b']],
  ['an operator does not', 'f("x" + g(@a), @b);', ['a', 'b']],
  ['an index does not', 'f(array[g(@a)], @b);', ['a', 'b']],
  ['arguments come before the body', 'f(new T(@a) { Object in = @in; }, @b);', ['a', '', 'b']],
];

describe('numbers of anonymous types', () => {
  it.each(JAVAC)('%s', (_why, statements, inOrder) => {
    const names = namesIn(`class Outer { void visit() { ${statements} } }`);
    inOrder.forEach((name, index) => {
      if (name !== '') expect(names[name]).toBe(`Outer$${index + 1}`);
    });
  });

  it('run through fields, initializers and methods in source order', () => {
    const source = 'class Outer { { f(@a); } Object x = @b; void m() { f(@c); } static Object y = @d; }';
    expect(namesIn(source)).toEqual({ a: 'Outer$1', b: 'Outer$2', c: 'Outer$3', d: 'Outer$4' });
  });

  it('start again in every type, anonymous and local ones too', () => {
    const source =
      'class Outer { Object x = new Base() { Object in = @a; }; class In { Object y = @b; } void m() { class Loc { Object z = @c; } } }';
    expect(namesIn(source)).toEqual({ a: 'Outer$1$1', b: 'Outer$In$1', c: 'Outer$1Loc$1' });
  });

  it('count arguments of an enum constant before its body', () => {
    expect(namesIn('enum E { A(@a) { Object x = @in; }, B(@b); }')).toEqual({
      a: 'E$1',
      in: 'E$2$1',
      b: 'E$3',
    });
  });

  it('count local types of one name for themselves', () => {
    const source =
      'class Outer { void a() { class Loc { } } void b() { class Loc { } f(@x); class Other { } } }';
    const types = factsOf(withObjects(source)).types.map(({ binaryName }) => binaryName);
    expect(types).toEqual(['Outer', 'Outer$1Loc', 'Outer$2Loc', 'Outer$1', 'Outer$1Other']);
  });
});
