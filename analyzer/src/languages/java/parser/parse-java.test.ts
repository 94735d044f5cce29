import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { FlatTree } from '../../shared/flat-tree.ts';
import { loadJavaGrammar } from '../grammar.ts';
import { Kind } from '../syntax.ts';
import { createJavaParser } from './parse-java.ts';
import { createTokens, scan } from './scanner.ts';

const samples = join(import.meta.dirname, '../../../../../examples/clinic');
const grammar = await loadJavaGrammar();
const { parse } = createJavaParser();

afterAll(() => grammar.close());

/** What a node says: kind, field, start, end, and where what comes after it is. */
function rowsOf(tree: FlatTree): readonly number[][] {
  const { kind, field, start, end, next } = tree;
  return Array.from({ length: tree.count }, (_, at) =>
    [kind[at], field[at], start[at], end[at], next[at]].map((each) => each ?? -1),
  );
}

function ours(text: string): FlatTree {
  const tree = parse(text);
  if (tree === null) throw new Error(`not read: ${text.slice(0, 200)}`);
  return tree;
}

function expectSame(text: string): void {
  const tree = grammar.parse(text);
  if (tree === null) throw new Error('the grammar gave up');
  expect(tree.problems).toEqual([]);
  expect(rowsOf(ours(text)), text).toEqual(rowsOf(tree));
}

function javaFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.java'))
    .map((name) => readFileSync(join(directory, name), 'utf8'));
}

const inClass = (members: string): string => `class A { ${members} }`;
const inMethod = (statements: string): string => inClass(`void m() { ${statements} }`);

const FILES: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a comment and nothing else': '\n/* nothing */ // more\n',
  'a package with annotations, imports of all kinds':
    '@Generated("x") package a.b; import a.B; import static a.B.c; import a.*; import static a.B.*;; class C { }',
  'modifiers in any order, and one that is no node':
    '@Deprecated public final strictfp class A { protected static transient volatile int a; native void n(); }',
  'sealed types':
    'sealed interface S permits A, b.B { } non-sealed class A implements S { } final class B { }',
  'type parameters with bounds':
    'class A<@N T extends B & C<T>, U> extends D<T>.E implements F<? super U>, @N G { }',
  enums:
    'enum E implements F { A, @X B(1) { void m() { } }, C, ; private int a; E() { } } enum G { } enum H { A, }',
  records:
    'record R<T>(@N int a, T... rest) implements S { R { a = 1; } static int b; } record Q() { Q(int a) { this(); } }',
  'annotation types':
    '@interface A { int a() default 1; String[] b() default { }; B c() default @B(1); int D = 1, E = 2; class F { } }',
  interfaces:
    'interface I extends J, K<L> { int A = 1; void m(); default <T> T n() { return null; } static void o() { } }',
  'names that are words elsewhere':
    'class A { int record, module, open, with, permits, when, sealed; int record(int r) { return with.open(module); } }',
  // As 32 bits they are `throw`, `int` and `public`.
  'names that hash as words do': 'class A { int hmtaqxa = vefluib.uimngud; }',
  'letters of all alphabets': 'class Größe { int пример = 1; String 名前() { return 名前; } }',
  'line ends of two characters': 'class A {\r\n  int a;\r\n  // b\r\n}\r\n',
};

const MEMBERS: Readonly<Record<string, string>> = {
  'fields with and without values': 'int a, b = 1, c[] = { 1, { 2 }, }; List<String>[] d; a.b.C<D>.E<F> e;',
  'methods with all that a head can have':
    'public <T, U extends V> @N Map<T, ? extends U[]> m(final int a, T[] b, String... c)[] throws X, y.Z { }',
  constructors: 'A() { super(); } <T> A(T t) throws X { this(t, 1); a(); } A(B b) { super.m(); this.a = b; }',
  initializers: '{ a(); } static { b(); } ;',
  'annotations with every kind of value':
    '@A @b.C() @D(1) @E({1, 2,}) @F(a = 1, b = {@G, @H(2)}, c = int.class, d = X + "y") @I(@J) int a;',
  'annotated types': 'List<@N String> a; @N String @M [] @K [] b; a.@N B c; <T> void m() throws @N X { }',
  'types within types':
    'class B { interface C { enum D { E } } } @interface F { } record G(int a) { } abstract static class H { }',
};

const STATEMENTS: Readonly<Record<string, string>> = {
  'declarations and what looks like them':
    'int a = 1; final B b; c.D<E>[] f = g; a.b(); h < i; j[0] = 1; K[] k; l = m; @N O o = p; var q = r; s: t();',
  'branches and loops':
    'if (a) b(); else if (c) { } else ; while (a) ; do a(); while (b); for (;;) { } for (int i = 0, j = 1; i < j; i++, j--) a();',
  'loops over values':
    'for (A a : b) ; for (final var a : b()) { } for (a = 1, b = 2; ; ) ; for (int[] a[] : b) c();',
  jumps: 'a: for (;;) { break a; } continue; break; return; throw new A(); assert a : b; assert c; ;',
  'what is tried':
    'try { a(); } catch (A | b.B e) { } catch (final C e) { } finally { } try (A a = b(); c; d.e;) { } try (var x = y) { } finally { }',
  'monitors and types in a method':
    'synchronized (a) { } class B { } interface C { } enum D { E } record F(int a) { } final class G { }',
  'old switches': 'switch (a) { case 1: case B: b(); break; default: { } case "x": } switch (a) { }',
  'new switches':
    'switch (a) { case 1, 2 -> b(); case C -> { } default -> throw d; } int e = switch (f) { case G: yield 1; default: yield (h); };',
  'patterns in switches':
    'switch (a) { case A b when b.c() -> d(); case E(var f, G(int h), _) -> i(); case J<K>(L m) when (n) -> { } case null, default -> o(); case P _ -> q(); }',
};

const EXPRESSIONS: Readonly<Record<string, string>> = {
  'operators by their strength':
    'a = b || c && d | e ^ f & g == h != i < j >= k << 1 >> 2 >>> 3 + 4 - 5 * 6 / 7 % 8',
  assignments: 'a = b += c.d -= e[0] *= f /= g %= h &= i |= j ^= k <<= l >>= m >>>= n',
  'what stands before and after': 'a = -b + +c - ~d * !e + f++ - --g + - -h + i++ ',
  'conditions and tests':
    'a = b ? c : d ? e : f instanceof G ? h instanceof final I j : k instanceof L(int m, var n) && o instanceof P<Q>[]',
  casts:
    'a = (int) b + (A) c + (A<B>[]) d + (C & D) () -> e + (int) -f + (G) !h + (i) + j - (k) - l + (M) (n) + (O) "p"',
  lambdas:
    'a(b -> c, (d) -> { }, (e, f) -> g -> h, (int i, J<K> j) -> i, () -> { return; }, _ -> 1, (k, _) -> l)',
  references:
    'a(B::c, D.e::f, G<H>::new, int[]::new, I[]::clone, this::j, super::k, "l"::m, n()::<O>p, Q.R<S>::t)',
  'calls and members':
    'a.b().c.d(e)[f].g.<H>i(j).k = l.m(this, super.n(), O.this.p, Q.super.r(), s.new T(), (u).v)',
  'new objects':
    'a(new B(), new c.D<>(e), new F<G>() { int h; }, new int[1][i][], new J[] { k, { l } }, new <M>N(), new @O P())',
  'class literals':
    'a(int.class, void.class, B.class, c.D.class, E[].class, int[][].class, F.class.getName())',
  comparisons: 'a(b < c, d > e, (f < g) == h > (i), j < k && l > m, n<o>p)',
  numbers:
    'a(0, 1L, 1_000, 017, 0x1F, 0XFFL, 0b1_0, 1.5, .5f, 1., 1e10, 1.5e-3d, 2F, 0x1p3, 0x1.8p-1, 00, 0L, 0f)',
  texts: String.raw`a("", "b\n\"c\"\u0041\\", 'd', '\'', '\u0041', "//", '"', "/*")`,
};

const TEXT_BLOCK = '"""\n  one "two" \\""" three // four\n  """';

describe('the parser of well-formed Java', () => {
  it('gives the trees of the grammar for a whole application', () => {
    const files = javaFiles(samples);
    expect(files.length).toBeGreaterThan(20);
    for (const text of files) expectSame(text);
  });

  it.each(Object.entries(FILES))('gives the tree of the grammar for %s', (_, text) => expectSame(text));

  it.each(Object.entries(MEMBERS))('gives the tree of the grammar for %s', (_, text) =>
    expectSame(inClass(text)),
  );

  it.each(Object.entries(STATEMENTS))('gives the tree of the grammar for %s', (_, text) =>
    expectSame(inMethod(text)),
  );

  it.each(Object.entries(EXPRESSIONS))('gives the tree of the grammar for %s', (_, text) =>
    expectSame(inMethod(`${text};`)),
  );

  it('gives the tree of the grammar for a text block', () =>
    expectSame(inMethod(`String a = ${TEXT_BLOCK};`)));

  it('gives the tree of the grammar, or none, for an application in which tokens are lost, doubled and exchanged', () => {
    const files = javaFiles(samples);
    const change = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom('lost', 'doubled', 'exchanged'));
    let read = 0;
    fc.assert(
      fc.property(change, ([file, left, right, how]) => {
        const text = files[file % files.length] ?? '';
        const changed = changedText(text, { left, right, how });
        const tree = parse(changed);
        if (tree === null) return;
        read++;
        const theirs = grammar.parse(changed);
        expect(theirs?.problems, changed).toEqual([]);
        expect(rowsOf(parse(changed) ?? tree), changed).toEqual(theirs === null ? null : rowsOf(theirs));
      }),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(10);
  });

  it('sees a sum where the grammar takes a value in parentheses for a type', () => {
    const text = inMethod('int a = (b.c) + 1;');
    expect(kindsOf(ours(text))).toContain(Kind.binaryExpression);
    expect(kindsOf(ours(text))).not.toContain(Kind.castExpression);
  });

  it('sees what a case leads to where the grammar takes it for a lambda', () => {
    const kinds = kindsOf(ours(inMethod('switch (a) { case B -> c = d; default -> { } }')));
    expect(kinds).toContain(Kind.assignmentExpression);
    expect(kinds).not.toContain(Kind.lambdaExpression);
  });

  it.each([
    ['patterns of records within types', inMethod('switch (a) { case B.C(int d) -> e(); default -> f(); }')],
    ['final patterns', inMethod('switch (a) { case final B b -> c(); case D(final E e) -> f(); }')],
    ['several patterns in one label', inMethod('switch (a) { case B _, C(_) -> d(); default -> e(); }')],
    ['statements before another constructor', inClass('A(int a) { int b = a; c(b); this(b, 1); d(); }')],
  ])('reads %s, which the grammar does not know', (_, text) => {
    expect(grammar.parse(text)?.problems).not.toEqual([]);
    const tree = ours(text);
    expect(tree.problems).toEqual([]);
    expect(kindsOf(tree)).not.toContain(Kind.error);
  });

  it('leaves what is like them and no Java alone', () => {
    expect(parse(inMethod('int b = a; this(b);'))).toBeNull();
    expect(parse(inMethod('switch (a) { case final -> c(); }'))).toBeNull();
    expect(parse(inMethod('switch (a) { case B.C(final d) -> c(); }'))).toBeNull();
  });

  it.each([
    ['what is not well-formed', inMethod('a(;')],
    ['a text that ends too early', 'class A { int a'],
    ['letters written as numbers', 'class \\u0041 { }'],
    ['values within texts', inMethod('a = STR."b \\{c}";')],
    ['a text that goes on over the line', inMethod('a = "b\n";')],
    ['a module', 'module a.b { requires c; }'],
    ['methods without a class', 'void main() { }'],
    ['a number that a name follows', inMethod('a = 1b2;')],
    ['values that are set to a value', inMethod('a() = 1;')],
    ['what nests deeper than a stack should', inMethod(`a = ${'('.repeat(400)}1${')'.repeat(400)};`)],
    ['types that nest deeper than a stack should', inClass(`${'A<'.repeat(300)}B${'>'.repeat(300)} a;`)],
  ])('leaves %s to the grammar', (_, text) => {
    expect(parse(text)).toBeNull();
    expect(kindsOf(ours('class A { }'))).toContain(Kind.classDeclaration);
  });

  it('ends with the text, whatever was read before it', () => {
    const tokens = createTokens(4);
    for (const text of ['abcdef', 'abc', 'abcdefghijk', 'a "b']) scan(text, tokens);
    expect(scan('xyz', tokens)).toBe(true);
    expect([...tokens.ends.subarray(0, tokens.count)]).toEqual([3]);
  });

  it('reads what is long and not deep', () => {
    expectSame(inMethod(`a = b${' + b'.repeat(20_000)}; c${'.d()'.repeat(20_000)};`));
  });
});

function kindsOf(tree: FlatTree): number[] {
  return [...tree.kind.subarray(0, tree.count)];
}

/** A text with one token less, one more, or two in each other's place. */
function changedText(
  text: string,
  { left, right, how }: { readonly left: number; readonly right: number; readonly how: string },
): string {
  const tokens = createTokens();
  if (!scan(text, tokens)) throw new Error('an application that cannot be cut into tokens');
  const spans = [left, right].map((at) => at % tokens.count).sort((a, b) => a - b);
  const [first, last] = spans.map((at) => ({ start: tokens.starts[at] ?? 0, end: tokens.ends[at] ?? 0 }));
  if (first === undefined || last === undefined || first === last) return text;
  const [one, other] = [text.slice(first.start, first.end), text.slice(last.start, last.end)];
  if (how === 'lost') return `${text.slice(0, first.start)} ${text.slice(first.end)}`;
  if (how === 'doubled') return `${text.slice(0, first.start)} ${other} ${text.slice(first.start)}`;
  if (first.end > last.start) return text;
  return `${text.slice(0, first.start)} ${other} ${text.slice(first.end, last.start)} ${one} ${text.slice(last.end)}`;
}
