import { describe, expect, it } from 'vitest';
import { factsOf, operationsOf, statementsOf } from '../../../test/java-facts.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import { packReadings, unpackReadings } from '../../facts/packed/packed-readings.ts';

const DEEP = 5_000;

function callsIn(facts: FileFacts): string[] {
  const methods = facts.types.flatMap((type) => type.methods);
  return methods.flatMap((method) => operationsOf(method, 'call').map(({ name }) => name));
}

describe('deep input', () => {
  it('keeps every call of a chain and every operand of a sum', () => {
    expect(operationsOf(statementsOf(`x${'.a()'.repeat(DEEP)};`), 'call')).toHaveLength(DEEP);
    const [sum] = operationsOf(statementsOf(`return a${' + a'.repeat(DEEP)};`), 'binary');
    expect(sum?.operands).toHaveLength(DEEP + 1);
    expect(operationsOf(statementsOf(`return a${' + a - b'.repeat(DEEP)};`), 'binary')).toHaveLength(
      2 * DEEP,
    );
  });

  it('sees through any number of parentheses', () => {
    const method = statementsOf(`${'('.repeat(DEEP)}a()${')'.repeat(DEEP)}.b();`);
    expect(operationsOf(method, 'call').map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('keeps every rung of a ladder of else if', () => {
    const method = statementsOf(`${'if (a()) b(); else '.repeat(DEEP)} c();`);
    expect(operationsOf(method, 'call')).toHaveLength(2 * DEEP + 1);
    expect(method.cognitiveComplexity).toBe(DEEP + 1);
  });

  const nested: readonly (readonly [string, string])[] = [
    ['calls', `return ${'f('.repeat(DEEP)}a${')'.repeat(DEEP)};`],
    ['lambdas', `return ${'x -> '.repeat(DEEP)}a;`],
    ['lambdas with blocks', `${'g(() -> { '.repeat(DEEP)}${'});'.repeat(DEEP)}`],
    ['blocks', '{'.repeat(DEEP) + '}'.repeat(DEEP)],
    ['conditions', `${'if (a) '.repeat(DEEP)}b();`],
    ['negations', `return ${'!'.repeat(DEEP)}a;`],
    ['casts', `return ${'(A) '.repeat(DEEP)}a;`],
    ['assignments', `${'a = '.repeat(DEEP)}b;`],
    ['conditionals', `return ${'a ? b : '.repeat(DEEP)}c;`],
    ['switches', `return ${'switch (a) { case 1 -> '.repeat(DEEP)}1;${'};'.repeat(DEEP)}`],
    ['anonymous types', `return ${'new O() { Object x = '.repeat(DEEP)}1${'; }'.repeat(DEEP)};`],
    ['array initialisers', `int x = ${'{'.repeat(DEEP)}${'}'.repeat(DEEP)};`],
    ['patterns', `switch (o) { case ${'R('.repeat(DEEP)}int x${')'.repeat(DEEP)} -> a(); }`],
    ['type arguments', `${'L<'.repeat(DEEP)}X${'>'.repeat(DEEP)} x;`],
  ];

  it.each(nested)(
    'packs the facts of nested %s for another thread, which reads the same',
    (_what, statements) => {
      const reading = {
        facts: factsOf(`class Sample { void visit() { ${statements} } }`),
        methodHashes: null,
      };
      expect(unpackReadings(packReadings([reading]))).toEqual([reading]);
    },
  );

  it('reads arrays of no more dimensions than Java knows, wherever they are written, and packs them', () => {
    const dims = '[]'.repeat(DEEP);
    const facts = factsOf(`class A { int${dims} a; int b${dims}; int[] c; void f(int${dims}... d) { } }`);
    expect(facts.types[0]?.fields.map(({ type }) => type.dims)).toEqual([255, 255, 1]);
    expect(unpackReadings(packReadings([{ facts, methodHashes: null }]))).toEqual([
      { facts, methodHashes: null },
    ]);
  });

  it.each(nested)('tells that nested %s go too deep, and reads what follows', (_what, statements) => {
    const facts = factsOf(`class Sample { void visit() { ${statements} } void next() { after(); } }`);
    expect(facts.problems.map(({ code }) => code)).toContain('too-deep');
    expect(callsIn(facts)).toContain('after');
  });

  it('tells that nested types go too deep', () => {
    const facts = factsOf('class A {'.repeat(DEEP) + '}'.repeat(DEEP));
    expect([facts.types.length < DEEP, facts.problems[0]?.code]).toEqual([true, 'too-deep']);
  });

  it('takes annotations that nest too deep for something else', () => {
    const facts = factsOf(`${'@A('.repeat(DEEP)}1${')'.repeat(DEEP)} class B { }`);
    expect(facts.types[0]?.annotations[0]?.name).toBe('A');
  });
});

describe('damaged input', () => {
  const damaged: readonly (readonly [string, string])[] = [
    ['a semicolon is missing', 'void m() { foo() bar(); }'],
    ['a parenthesis is missing', 'void m() { foo(a; bar(); }'],
    ['a name is missing', 'void m() { foo().; bar(); }'],
    ['a brace is too many', 'void m() { foo(); bar(); } }'],
    ['a brace is missing', 'void m() { foo(); bar(); '],
    ['a string is not closed', 'String s = "abc;\n void m() { foo(); bar(); }'],
    ['a character is not closed', "char c = 'abc;\n void m() { foo(); bar(); }"],
    [
      'there are marks of a merge',
      '<<<<<<< HEAD\n void m() { foo(); }\n=======\n void m() { bar(); }\n>>>>>>> x\n',
    ],
    ['there is another language', 'fun m(a: Int): String { foo(); return bar() }'],
    ['there are control characters', 'void m() { foo(\0); bar(); }'],
  ];

  it.each(damaged)('keeps the rest of the file where %s', (_what, member) => {
    const facts = factsOf(
      `package p;\nclass Sample {\n void before() { a(); }\n${member}\n void next() { after(); }\n}\nclass Last { void l() { last(); } }`,
    );
    expect(callsIn(facts)).toEqual(expect.arrayContaining(['a', 'foo', 'bar', 'after', 'last']));
    expect(facts.problems.length).toBeGreaterThan(0);
  });

  it('keeps the head and the members of a type that has no end', () => {
    const facts = factsOf(
      '@Entity public class Pet extends Named implements A { int x; void f() { a(); } Object g() { return f(g(',
    );
    expect(facts.types[0]).toMatchObject({ name: 'Pet', kind: 'class', extends: { name: 'Named' } });
    expect(callsIn(facts)).toContain('a');
  });

  it.each(['', ' ', '\n\n', '// only\n/* comments */', '\ufeff', '\0', '\ud800', '}', ';;;', 'class', '@'])(
    'reads %j without types or trouble',
    (text) => {
      expect(factsOf(text).types).toEqual([]);
    },
  );

  it('tells at most twenty problems', () => {
    expect(factsOf('@#) }{ '.repeat(1_000)).problems).toHaveLength(20);
  });
});

describe('unusual text', () => {
  it('is read the same with a byte order mark, CRLF and lone CR as line ends', () => {
    const lines = ['class Sample {', '  void m() { // x', '    foo(', '      1); }', '}'];
    const [plain, ...others] = ['\n', '\r\n', '\r'].map((end) => factsOf(lines.join(end)));
    for (const facts of others) expect(facts).toEqual(plain);
    expect(factsOf(`\ufeff${lines.join('\n')}`)).toEqual(plain);
  });

  it('keeps names and positions behind characters beyond ASCII and beyond 16 bits', () => {
    const method = statementsOf('String gruß = "\u{1f600}\ud800"; use("\u{1f600}",\n имя.вызов(gruß));');
    expect(operationsOf(method, 'literal').map(({ value }) => value)).toEqual([
      '\u{1f600}\ud800',
      '\u{1f600}',
    ]);
    expect(operationsOf(method, 'call').map(({ name, line }) => [name, line])).toEqual([
      ['вызов', 3],
      ['use', 2],
    ]);
  });

  it('is read in one line of two million characters', () => {
    const members = `void m() { a.b(c + "${'d'.repeat(75)}"); } `.repeat(20_000);
    const facts = factsOf(`class Sample { ${members} }`);
    expect([facts.types[0]?.methods.length, facts.lines.total]).toEqual([20_000, 1]);
  });
});
