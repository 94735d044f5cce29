import { describe, expect, it } from 'vitest';
import { factsOf, methodOf, statementsOf } from '../../../test/java-facts.ts';

/**
 * One row a clause of G. Ann Campbell, "Cognitive Complexity: a new way of measuring understandability" (SonarSource,
 * version 1.7): Appendix B lists what adds one (B1), what raises nesting (B2) and what adds the nesting (B3). The
 * samples are our own.
 */
const STATEMENTS: readonly (readonly [clause: string, statements: string, complexity: number])[] = [
  // Ignore shorthand: what a method states in a row is free.
  ['an empty body costs nothing', '', 0],
  ['straight calls cost nothing', 'open(); read(); close();', 0],
  ['a call of another method costs nothing', 'return owner.name().trim();', 0],
  // B1 and B3, if, else if, else.
  ['if', 'if (owner == null) return null;', 1],
  ['else adds one', 'if (a()) b(); else c();', 2],
  ['else if adds one', 'if (a()) b(); else if (c()) d();', 2],
  ['a whole ladder adds one a rung', 'if (a()) b(); else if (c()) d(); else if (e()) f(); else g();', 4],
  ['an if in braces after else is nested', 'if (a()) b(); else { if (c()) d(); }', 4],
  ['if in if', 'if (a()) { if (b()) c(); }', 3],
  ['if three deep', 'if (a()) { if (b()) { if (c()) d(); } }', 6],
  ['else does not add its nesting', 'if (a()) { if (b()) c(); else d(); }', 4],
  ['else if does not add its nesting', 'if (a()) { if (b()) c(); else if (d()) e(); }', 4],
  ['what is in else is nested', 'if (a()) b(); else { while (c()) d(); }', 4],
  ['what is in else if is nested', 'if (a()) b(); else if (c()) { while (d()) e(); }', 4],
  ['what follows an if is not nested', 'if (a()) b(); if (c()) d();', 2],
  // B1 and B3, the ternary operator.
  ['ternary', 'return a() ? 1 : 2;', 1],
  ['ternary in ternary', 'return a() ? b() ? 1 : 2 : 3;', 3],
  ['ternary in the last arm is nested too', 'return a() ? 1 : b() ? 2 : 3;', 3],
  ['ternary in if', 'if (a()) return b() ? 1 : 2;', 3],
  ['ternary in the condition of an if is not nested', 'if (a() ? b() : c()) d();', 2],
  // B1 and B3, switch: once, whatever its cases.
  ['switch with one case', 'switch (k()) { case 1: a(); }', 1],
  [
    'switch with many cases',
    'switch (k()) { case 1: a(); break; case 2: case 3: b(); break; default: c(); }',
    1,
  ],
  ['switch with arrows', 'switch (k()) { case 1 -> a(); case 2, 3 -> b(); default -> c(); }', 1],
  ['switch expression', 'return switch (k()) { case 1 -> 10; default -> { yield 20; } };', 1],
  ['switch nests', 'switch (k()) { case 1: if (a()) b(); }', 3],
  ['switch in a loop', 'while (a()) { switch (k()) { default -> b(); } }', 3],
  [
    'a guard costs by its operators only',
    'switch (o()) { case Pet p when p.a() && p.b() -> c(); default -> d(); }',
    2,
  ],
  // B1 and B3, loops.
  ['for', 'for (int i = 0; i < 9; i++) a();', 1],
  ['for each', 'for (Pet pet : pets) a();', 1],
  ['while', 'while (a()) b();', 1],
  ['do while', 'do { b(); } while (a());', 1],
  ['loops nest', 'for (Pet pet : pets) while (a()) do { b(); } while (c());', 6],
  ['if in a loop', 'for (Pet pet : pets) if (a()) b();', 3],
  // B1 and B3, catch; try and finally are free.
  ['try and finally', 'try { a(); } finally { b(); }', 0],
  ['try with resources', 'try (Reader r = open()) { a(); }', 0],
  ['catch', 'try { a(); } catch (IOException e) { b(); }', 1],
  ['each catch', 'try { a(); } catch (IOException e) { b(); } catch (SQLException e) { c(); }', 2],
  ['one catch of many types', 'try { a(); } catch (IOException | SQLException e) { b(); }', 1],
  ['catch nests', 'try { a(); } catch (IOException e) { if (b()) c(); }', 3],
  ['try does not nest', 'try { if (a()) b(); } finally { if (c()) d(); }', 2],
  ['a catch in a loop', 'for (Pet pet : pets) { try { a(); } catch (IOException e) { b(); } }', 3],
  ['synchronized neither costs nor nests', 'synchronized (this) { if (a()) b(); }', 1],
  ['a block neither costs nor nests', '{ { if (a()) b(); } }', 1],
  // B1, jumps: to a label only.
  ['break and continue', 'while (a()) { if (b()) break; if (c()) continue; }', 5],
  ['break to a label', 'out: while (a()) { if (b()) break out; }', 4],
  ['continue to a label', 'out: while (a()) { if (b()) continue out; }', 4],
  ['early return and throw', 'if (a()) return null; if (b()) throw new Gone(); return owner;', 2],
  // B1, sequences of logical operators.
  ['one &&', 'return a() && b();', 1],
  ['a run of &&', 'return a() && b() && c() && d();', 1],
  ['a run of ||', 'return a() || b() || c();', 1],
  ['&& then ||', 'return a() && b() || c();', 2],
  ['|| then && by precedence', 'return a() || b() && c();', 2],
  ['alternating', 'return a() && b() || c() && d();', 3],
  ['a run, another, and the first again', 'return a() && b() && c() || d() || e() && f();', 3],
  ['parentheses around the same operator', 'return a() && (b() && c());', 1],
  ['parentheses around the other operator', 'return a() && (b() || c());', 2],
  ['a negated group is its own sequence', 'return a() && !(b() && c());', 2],
  ['a negated operand is not', 'return a() && !b() && c();', 1],
  ['sequences in the arguments of a call', 'return a() && b(c() && d());', 2],
  ['two sequences in two statements', 'x = a() && b(); y = c() && d();', 2],
  ['an operator in a condition does not add nesting', 'if (a()) { if (b() && c()) d(); }', 4],
  ['bitwise operators cost nothing', 'return a() & b() | c() ^ d();', 0],
  ['comparisons and arithmetic cost nothing', 'return 1 + 2 * 3 == 4 == (5 > 6);', 0],
  ['instanceof with a pattern costs nothing', 'return owner instanceof Vet vet;', 0],
  ['assert costs by its operators only', 'assert a() && b() : c();', 1],
  // B2, lambdas and methods in methods raise nesting and cost nothing themselves.
  ['a lambda', 'run(() -> a());', 0],
  ['what is in a lambda is nested', 'run(() -> { if (a()) b(); });', 2],
  ['an expression lambda nests too', 'run(x -> x ? 1 : 2);', 2],
  ['a lambda in a lambda', 'run(() -> () -> { if (a()) b(); });', 3],
  ['a lambda in an if', 'if (a()) run(() -> { if (b()) c(); });', 4],
  ['a method reference', 'run(owner::name);', 0],
  ['a method of an anonymous class', 'run(new Task() { void go() { if (a()) b(); } });', 2],
  ['a method of a local class', 'class Task { void go() { if (a()) b(); } }', 2],
  [
    'an initialiser in an anonymous class',
    'run(new Task() { int x = a() ? 1 : 2; { while (b()) c(); } });',
    4,
  ],
  ['a class in a class in a method', 'class Task { class Step { void go() { if (a()) b(); } } }', 3],
  [
    'else in an anonymous class adds no nesting',
    'run(new Task() { void go() { if (a()) b(); else c(); } });',
    3,
  ],
];

describe('cognitive complexity', () => {
  it.each(STATEMENTS)('%s', (_clause, statements, complexity) => {
    expect(statementsOf(statements).cognitiveComplexity).toBe(complexity);
  });

  it('leaves the increment for recursion to linking', () => {
    expect(methodOf('int visit(int n) { return n < 2 ? n : visit(n - 1); }').cognitiveComplexity).toBe(1);
  });

  it('counts a method of an anonymous class again as its own, without the nesting around it', () => {
    const facts = factsOf(
      'class Sample { void visit() { if (a()) run(new Task() { void go() { if (b()) c(); } }); } }',
    );
    const [visit, go] = facts.types.flatMap((type) => type.methods);
    expect([visit?.cognitiveComplexity, go?.cognitiveComplexity]).toEqual([1 + 3, 1]);
  });

  it('does not count the methods of a member class in the methods beside it', () => {
    const members = 'void visit() { } static class Task { void go() { if (a()) b(); } }';
    expect(methodOf(members).cognitiveComplexity).toBe(0);
    expect(methodOf(members, 'go').cognitiveComplexity).toBe(1);
  });

  it('adds up the initialisers of each kind', () => {
    const members = 'int a = x ? 1 : 2; { if (y) z(); } static int b = x ? 1 : 2; static { }';
    expect(methodOf(members, '<instance>').cognitiveComplexity).toBe(2);
    expect(methodOf(members, '<clinit>').cognitiveComplexity).toBe(1);
  });

  it('adds nothing to a constructor for the initialisers of the fields', () => {
    expect(methodOf('int a = x ? 1 : 2; Sample() { if (y) z(); }', '<init>').cognitiveComplexity).toBe(1);
  });
});
