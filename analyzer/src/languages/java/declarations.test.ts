import { describe, expect, it } from 'vitest';
import { factsOf, methodOf } from '../../../test/java-facts.ts';
import { printFacts } from '../../facts/print-facts.ts';

/** The printed facts of a file without bodies, the first line and source lines. */
function outlineOf(text: string): string[] {
  return printFacts(factsOf(text))
    .trimEnd()
    .split('\n')
    .slice(1)
    .filter((line) => !/^ {4}/.test(line))
    .map((line) => line.replace(/(?: complexity \d+)? :\d+(?: \d+-\d+)?$/, ''));
}

describe('declarations', () => {
  it('tell package and imports', () => {
    const facts = factsOf(
      'package org . clinic;\nimport java.util.*;\nimport static java.util.List.of;\nimport a.B;',
    );
    expect(facts.package).toBe('org.clinic');
    expect(facts.imports).toEqual([
      { name: 'java.util', static: false, wildcard: true, line: 2 },
      { name: 'java.util.List.of', static: true, wildcard: false, line: 3 },
      { name: 'a.B', static: false, wildcard: false, line: 4 },
    ]);
  });

  it('tell the head of a type with modifiers, bounds, supertypes and what it permits', () => {
    expect(
      outlineOf(
        '@Entity public abstract sealed class Pet<T extends Named & Comparable<? super T>> extends Base<T[]> implements A, b.B permits Cat, Dog { }',
      ),
    ).toEqual([
      '#0 @Entity public abstract sealed class Pet<T extends Named & Comparable<? super T>> extends Base<T[]> implements A, b.B permits Cat, Dog',
    ]);
  });

  it('leave annotations on types out and keep those on declarations and on type arguments', () => {
    expect(
      outlineOf(
        'class Pet { @Id java.util.@NonNull List<@Valid Pet> @Sized [] pets; void feed(Pet this, @Nullable final @Valid Food food, Food @a.Nullable ... more) { } }',
      ),
    ).toEqual([
      '#0 class Pet',
      '  @Id field java.util.List<@Valid Pet>[] pets',
      '  void feed(@Nullable @Valid final Food food, Food... more)',
    ]);
  });

  it('tell annotations on type arguments, however deep and of wildcards, but none of arrays and bounds', () => {
    expect(
      outlineOf(
        `record Order(Map<@Size(max = 9) String, @Valid @a.Checked Item> items) {
  List<List<@Valid Item>> rows(Set<@Valid ? extends Item> few, List<@Valid Item[]> many, List<? super @Valid Item> all) { return null; }
}`,
      ),
    ).toEqual([
      '#0 record Order',
      '  component Map<@Size String, @Valid @a.Checked Item> items',
      '  List<List<@Valid Item>> rows(Set<@Valid ? extends Item> few, List<Item[]> many, List<? super Item> all)',
    ]);
    const [order] = factsOf('class Order { List<@Size(max = 9)\n String> codes; }').types;
    expect(order?.fields[0]?.type.args?.[0]?.annotations).toEqual([
      {
        name: 'Size',
        args: [{ name: 'max', value: { kind: 'literal', type: 'int', value: '9' }, line: 1 }],
        line: 1,
      },
    ]);
  });

  it('tell methods with type parameters, varargs, dimensions after the name and exceptions', () => {
    expect(
      outlineOf(
        'abstract class Pet { protected static <A, B extends A> A[] feed(int sizes[], B... foods) [] throws Gone, a.Late { return null; } abstract void go(); native int id(); }',
      ),
    ).toEqual([
      '#0 abstract class Pet',
      '  protected static <A, B extends A> A[][] feed(int[] sizes, B... foods) throws Gone, a.Late',
      '  abstract void go()',
      '  native int id()',
    ]);
  });

  it('tell the arguments of annotations as constants', () => {
    expect(
      outlineOf(
        `@Route(value = {"/a" + Paths.B, "c"}, order = -1, type = Pet[].class, guard = @Guard('x'), size = 2 * 3, on = (ON)) class Pet { }`,
      ),
    ).toEqual([
      '#0 @Route(value={("/a" + Paths.B), "c"}, order=int -1, type=Pet[].class, guard=@Guard(value=char x), size=other "2 * 3", on=ON) class Pet',
    ]);
  });

  it('tell the constants of fields and put all initialisers in the initializers, in source order', () => {
    const text =
      'class Pet { static final String A = "a" + B, C = make(); int d = 1; static { go(); } { d = 2; } int e; }';
    expect(
      printFacts(factsOf(text))
        .replace(/ :\d+( \d+-\d+)?$/gm, '')
        .split('\n')
        .slice(2, -1),
    ).toEqual([
      ...[
        '  static final field String A = ("a" + B)',
        '  static final field String C',
        '  field int d = int 1',
        '  field int e',
      ],
      '  static <clinit>() complexity 0',
      ...['    0 name A', '    1 string "a"', '    2 name B', '    3 %1 + %2', '    4 assign %0 = %3'],
      ...['    5 name C', '    6 call make() named :1', '    7 assign %5 = %6', '    8 call go() named :1'],
      '  <instance>() complexity 0',
      ...[
        '    0 name d',
        '    1 int "1"',
        '    2 assign %0 = %1',
        '    3 name d',
        '    4 int "2"',
        '    5 assign %3 = %4',
      ],
    ]);
  });

  it('tell enum constants with arguments and bodies', () => {
    expect(
      outlineOf(
        'enum Size implements Named { @Old SMALL(1) { int twice() { return 2; } }, LARGE; Size(int... n) { } Size() { } }',
      ),
    ).toEqual([
      '#0 enum Size implements Named',
      '  @Old public static final constant Size SMALL',
      '  public static final constant Size LARGE',
      '  <init>(int... n)',
      '  <init>()',
      '  static <clinit>()',
      '#1 anonymous Size$1 extends Size in 0.2',
      '  int twice()',
    ]);
  });

  it('give a compact constructor the components of its record', () => {
    expect(
      outlineOf(
        'record Visit<T>(@Id long id, T... notes) implements Named { Visit { check(id); } static int count; }',
      ),
    ).toEqual([
      '#0 record Visit<T> implements Named',
      '  component @Id long id',
      '  component T... notes',
      '  static field int count',
      '  <init>(@Id long id, T... notes) compact',
    ]);
    const text = 'record Visit(long id) { Visit { check(id); } }';
    expect(factsOf(text).types[0]?.methods[0]?.body?.operations[1]).toMatchObject({
      kind: 'local',
      declaration: 0,
    });
  });

  it('tell interfaces and annotation types with defaults', () => {
    expect(
      outlineOf(
        'interface A extends B, C<D> { int MAX = 1; default void a() { } void b(); } @interface Named { String value() default "x"; int[] sizes() default {1}; }',
      ),
    ).toEqual([
      '#0 interface A implements B, C<D>',
      '  field int MAX = int 1',
      '  default void a()',
      '  void b()',
      '  static <clinit>()',
      '#1 annotation Named',
      '  String value() default "x"',
      '  int[] sizes() default {int 1}',
    ]);
  });

  it('place types within each other with the names of the compiler', () => {
    const text = `package org.clinic; class Outer { static class In { enum E { X } } void go() { record Local(int a) { } new Task() { class Deep { } }; } }`;
    expect(
      factsOf(text).types.map(({ binaryName, outer, enclosingMethod }) => [
        binaryName,
        outer,
        enclosingMethod?.type,
      ]),
    ).toEqual([
      ['org.clinic.Outer', null, undefined],
      ['org.clinic.Outer$In', 0, undefined],
      ['org.clinic.Outer$In$E', 1, undefined],
      ['org.clinic.Outer$1Local', 0, 0],
      ['org.clinic.Outer$1', 0, 0],
      ['org.clinic.Outer$1$Deep', 4, undefined],
    ]);
  });

  it('read module and package descriptions as files without types', () => {
    expect(
      factsOf('module clinic { requires java.sql; exports org.clinic to a, b; }', 'module-info.java').types,
    ).toEqual([]);
    const facts = factsOf('/** Doc. */ @NonNullApi package org.clinic;', 'package-info.java');
    expect([facts.package, facts.types, facts.problems]).toEqual(['org.clinic', [], []]);
  });

  it('read a file without a class as the implicit one', () => {
    expect(
      factsOf('int count = 1; void main() { go(count); }', 'demo/Main.java').types.map(
        ({ binaryName, fields, methods }) => [binaryName, fields.length, methods.map(({ name }) => name)],
      ),
    ).toEqual([['Main', 1, ['main', '<instance>']]]);
  });

  it('span a method from its annotations to its brace and name it where the name stands', () => {
    const { span, line } = methodOf('@Override\npublic\nvoid visit(\n) {\n}');
    expect([span, line]).toEqual([{ start: 2, end: 6 }, 4]);
  });
});
