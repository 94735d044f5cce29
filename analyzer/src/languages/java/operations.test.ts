import { describe, expect, it } from 'vitest';
import { bodyOf, methodOf, operationsOf, statementsOf } from '../../../test/java-facts.ts';

describe('expressions', () => {
  it('stand in the order in which they are evaluated, receiver first', () => {
    expect(bodyOf('owner.pets().add(next(), 1 + x);')).toEqual([
      '2 local %0',
      '3 call %2.pets()',
      '4 call next()',
      '5 int "1"',
      '6 name x',
      '7 %5 + %6',
      '8 call %3.add(%4, %7)',
    ]);
  });

  it('flatten a run of one operator and keep runs of different operators apart', () => {
    expect(bodyOf('return "a" + b + c - d;')).toEqual([
      ...['2 string "a"', '3 name b', '4 name c', '5 %2 + %3 + %4', '6 name d', '7 %5 - %6', '8 return %7'],
    ]);
  });

  it('name the target of an assignment before its value', () => {
    expect(bodyOf('table[i()].size = j();')).toEqual([
      ...['2 name table', '3 call i()', '4 %2[%3]', '5 field %4.size', '6 call j()', '7 assign %5 = %6'],
    ]);
  });

  it('tell qualified this and super from fields', () => {
    expect(bodyOf('Outer.this.a(); Outer.super.b(); super.c(); this.d = Outer.e;')).toEqual([
      ...['2 Outer.this', '3 call %2.a()', '4 Outer.super', '5 call %4.b()', '6 super', '7 call %6.c()'],
      ...['8 this', '9 field %8.d', '10 name Outer', '11 field %10.e', '12 assign %9 = %11'],
    ]);
  });

  it('keep the type of a method reference where it is certain, else the expression', () => {
    expect(bodyOf('use(int[]::new, Pet::new, List<Pet>::size, Pet::name, owner::name);')).toEqual([
      ...['2 reference int[]::new', '3 reference Pet::new', '4 reference List<Pet>::size'],
      ...['5 name Pet', '6 reference %5::name', '7 local %0', '8 reference %7::name'],
      '9 call use(%2, %3, %4, %6, %8)',
    ]);
  });

  it('give arrays the dimensions of the declaration, in front of and behind the name', () => {
    expect(
      bodyOf('int[] grid[] = {{1}, {}}, row = new int[size()];').filter((line) => /array/.test(line)),
    ).toEqual([
      ...['3 new-array int[] [] {%2}', '4 new-array int[] [] {}', '5 new-array int[][] [] {%3, %4}'],
      '8 new-array int[] [%7] {}',
    ]);
  });

  it('create inner classes from an outer instance, with anonymous bodies by number of the type', () => {
    expect(bodyOf('owner.new Visit(1) { };')).toEqual(['2 local %0', '3 int "1"', '4 %2.new Visit(%3) #1']);
  });

  it('read casts, class literals, conditionals, explicit type arguments', () => {
    expect(bodyOf('return (Vet & Named) (a ? Vet.class : this.<String>pick());')).toEqual([
      ...[
        '2 name a',
        '3 Vet.class',
        '4 this',
        '5 call %4.<String>pick()',
        '6 %2 ? %3 : %5',
        '7 cast Vet %6',
        '8 return %7',
      ],
    ]);
  });

  it('give literals their values', () => {
    const values = operationsOf(
      statementsOf(
        `use(0x1F, 0b11, 017, 1_000L, 0xFFFFFFFF, 1.5f, 1e3, 'x', '\\'', "a\\tb\\u0041\\101", true, null);`,
      ),
      'literal',
    );
    expect(values.map(({ type, value }) => `${type} ${value}`)).toEqual([
      ...['int 31', 'int 3', 'int 15', 'long 1000', 'int -1', 'float 1.5', 'double 1e3', 'char x', "char '"],
      ...['string a\tbAA', 'boolean true', 'null null'],
    ]);
  });

  it('strip the indentation of text blocks and join escaped line ends', () => {
    const [block] = operationsOf(
      statementsOf('\n    query("""\n      select *  \n        from "pets" \\\n      where\\s\n      """);'),
      'literal',
    );
    expect(block?.value).toBe('select *\n  from "pets" where \n');
  });

  it('start a call at the line of its receiver and name it where the name stands', () => {
    const calls = operationsOf(statementsOf('\nowner\n  .pets()\n  .stream(\n);'), 'call');
    expect(calls.map(({ name, line, nameLine }) => [name, line, nameLine])).toEqual([
      ['pets', 3, 4],
      ['stream', 3, 5],
    ]);
  });
});

describe('locals', () => {
  it('resolve to the innermost declaration and end with their block', () => {
    expect(bodyOf('{ int a = 1; use(a); } use(a);')).toEqual([
      ...[
        '2 int "1"',
        '3 declare local int a = %2',
        '4 local %3',
        '5 call use(%4)',
        '6 name a',
        '7 call use(%6)',
      ],
    ]);
  });

  it('are the parameters of lambdas inside these only', () => {
    expect(bodyOf('run((a, b) -> a.go(b)); use(a);')).toEqual([
      '[lambda]',
      ...[
        '  2 lambda-parameter 0 a',
        '  3 lambda-parameter 1 b',
        '  4 local %2',
        '  5 local %3',
        '  6 call %4.go(%5)',
      ],
      ...['7 lambda (%2, %3) region 1 %6', '8 call run(%7)', '9 name a', '10 call use(%9)'],
    ]);
  });

  it('are captured by anonymous and local types, unless a field there has the name', () => {
    const go = methodOf(
      'void visit(int a, int b) { int c = 0; new Task() { int b = 2; void go() { use(a, b, c, this.d); } }; }',
      'go',
    );
    expect(operationsOf(go, 'captured').map(({ method, declaration }) => [method, declaration])).toEqual([
      [{ type: 0, method: 0 }, 0],
      [{ type: 0, method: 0 }, 3],
    ]);
    expect(operationsOf(go, 'name').map(({ name }) => name)).toEqual(['b']);
  });

  it('are not captured by methods that declare the name again', () => {
    const go = methodOf('void visit(int a) { new Task() { void go(int a) { use(a); } }; }', 'go');
    expect([operationsOf(go, 'captured').length, operationsOf(go, 'local').length]).toEqual([0, 1]);
  });
});

/** In each row `vet` must mean the pattern's variable where it is called `in`, and a field where it is called `out`. */
const PATTERN_SCOPES: readonly string[] = [
  'if (owner instanceof Vet vet) { in(vet); } else { out(vet); } out(vet);',
  'if (!(owner instanceof Vet vet)) return null; in(vet);',
  'if (!(owner instanceof Vet vet)) { out(vet); throw new Gone(); } in(vet);',
  'if (!(owner instanceof Vet vet)) { out(vet); } out(vet);',
  'if (!(owner instanceof Vet vet)) { return null; } else { in(vet); } in(vet);',
  'if (owner instanceof Vet vet) { in(vet); } else { return null; } in(vet);',
  'if (!(owner instanceof Vet vet)) return null; else if (a()) in(vet); else in(vet); in(vet);',
  'if (a()) return null; else if (!(owner instanceof Vet vet)) return null; else in(vet); out(vet);',
  'if (owner instanceof Vet vet && in(vet)) { in(vet); } out(vet);',
  'if (owner instanceof Vet vet || out(vet)) { out(vet); }',
  'if (!(owner instanceof Vet vet) || in(vet)) { out(vet); return null; } in(vet);',
  'if (a() || !(owner instanceof Vet vet)) return null; in(vet);',
  'if (!(a() && owner instanceof Vet vet)) { out(vet); return null; } in(vet);',
  'return owner instanceof Vet vet ? in(vet) : out(vet);',
  'return !(owner instanceof Vet vet) ? out(vet) : in(vet);',
  'boolean is = owner instanceof Vet vet && in(vet); out(vet);',
  'while (!(next() instanceof Vet vet)) { out(vet); } in(vet);',
  'while (!(next() instanceof Vet vet)) { if (a()) break; } out(vet);',
  'while (next() instanceof Vet vet) { in(vet); } out(vet);',
  'for (; owner instanceof Vet vet; in(vet)) { in(vet); } out(vet);',
  'do { out(vet); } while (!(next() instanceof Vet vet)); in(vet);',
  'if (owner instanceof Visit(Vet vet, var day) && in(vet)) { in(vet); } out(vet);',
  'switch (owner) { case Vet vet when in(vet) -> in(vet); default -> out(vet); }',
  'if (owner instanceof Visit.Of(final Vet vet, Day.Name day)) { in(vet); } out(vet);',
  'switch (owner) { case final Vet vet when in(vet) -> in(vet); default -> out(vet); }',
  'switch (owner) { case Visit.Of(Visit.At(var _, Vet vet), final int at) -> in(vet); default -> out(vet); }',
  'switch (owner) { case Pet _, Visit.Of(_) -> out(vet); case Vet vet -> in(vet); }',
  'if (a()) { if (!(owner instanceof Vet vet)) return null; in(vet); } out(vet);',
  'if (!(owner instanceof Vet vet)) { while (true) { a(); } } in(vet);',
  'if (!(owner instanceof Vet vet)) { try { a(); return null; } finally { b(); } } in(vet);',
];

describe('pattern variables', () => {
  it.each(PATTERN_SCOPES)('%s', (statements) => {
    const method = statementsOf(statements);
    for (const { name, args } of operationsOf(method, 'call')) {
      const argument = method.body?.operations[args[0] ?? -1];
      if (name === 'in') expect(argument?.kind).toBe('local');
      if (name === 'out') expect(argument?.kind).toBe('name');
    }
  });

  it('of a record pattern are components of an unnamed local of its type', () => {
    expect(bodyOf('if (owner instanceof Visit(Pet(var name), Vet vet)) use(name);').slice(1, 6)).toEqual([
      ...[
        '3 %2 instanceof Visit',
        '4 declare pattern Visit _ = %2',
        '5 declare pattern Pet _ = %4 component 0',
      ],
      ...['6 declare pattern name = %5 component 0', '7 declare pattern Vet vet = %4 component 1'],
    ]);
    expect(bodyOf('if (owner instanceof Visit.Of(final Pet pet)) use(pet);').slice(1, 4)).toEqual([
      '3 %2 instanceof Visit.Of',
      '4 declare pattern Visit.Of _ = %2',
      '5 declare pattern Pet pet = %4 component 0',
    ]);
  });
});
