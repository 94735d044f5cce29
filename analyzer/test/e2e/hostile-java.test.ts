import { describe, expect, it } from 'vitest';
import { reportIn, reportText, runAnalyzer } from './run-analyzer.ts';
import { controller, controllerFile, pieces, scratchTree } from './scratch-tree.ts';

const DEPTH = 5_000;
const open = (text: string) => text.repeat(DEPTH);

/** A handler with the given body in a class with the given members. */
function handler(body: string, members = ''): string {
  return `package shop; import org.springframework.web.bind.annotation.*;
    @RestController class X { ${members} @GetMapping("/deep") Object deep(String in, int i, Object o) { ${body} } }`;
}

const call = 'void f() { }';

/** Each stands 5,000 deep in one file. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  Sum: handler(`return in${open(' + "x"')};`),
  RightSum: handler(`return ${open('i + (')}i${open(')')};`),
  Parentheses: handler(`return ${open('(')}in${open(')')};`),
  Chain: handler(`return new StringBuilder()${open('.append(in)')};`),
  Arguments: handler(`return ${open('g(')}in${open(')')};`, 'Object g(Object x) { return x; }'),
  Constructions: handler(`return ${open('new X(')}${open(')')};`),
  Conditional: handler(`return ${open('i > 1 ? in : ')}in;`),
  MiddleConditional: handler(`return ${open('i > 1 ? ')}in${open(' : in')};`),
  Not: handler(`return ${open('!')}true;`),
  Minus: handler(`return ${open('- ')}i;`),
  Cast: handler(`return ${open('(Object) ')}in;`),
  And: handler(`return ${pieces(DEPTH, (n) => `i > ${n}`, ' && ')};`),
  AndOr: handler(
    `return ${pieces(DEPTH, (n) => `(i > ${n} ${n % 2 === 0 ? '&&' : '||'} `)}true${open(')')};`,
  ),
  Lambdas: handler(`java.util.function.Function f = ${pieces(DEPTH, (n) => `x${n} -> `)}in; return f;`),
  BlockLambdas: handler(
    `java.util.function.Function f = ${pieces(DEPTH, (n) => `x${n} -> { return `)}in;${open('};')} return f;`,
  ),
  Anonymous: handler(`return ${open('new Object() { Object z = ')}in${open('; }')};`),
  Arrays: handler(`return new int[]${open('{')}1${open('}')};`),
  Index: handler(`return ${open('o[')}0${open(']')};`),
  Indices: handler(`return o${open('[0]')};`),
  Assignments: handler(`Object x; ${open('x = ')}in; return x;`),
  Types: handler(`return o${open(' instanceof Object')};`),
  SwitchValues: handler(`return ${open('switch (i) { default -> ')}in${open('; }')};`),
  Names: handler(`return ${pieces(200_000, (n) => `a${n % 10}`, '.')};`),
};

const STATEMENTS: Readonly<Record<string, string>> = {
  Blocks: handler(`${open('{')} f(); ${open('}')} return null;`, call),
  Ifs: handler(`${open('if (i > 0) ')} return in; return null;`),
  IfBlocks: handler(`${open('if (i > 0) {')} f(); ${open('}')} return null;`, call),
  ElseIfs: handler(`${pieces(DEPTH, (n) => `if (i == ${n}) return in; else `)} return null;`),
  Fors: handler(`${open('for (;;) ')} f();`, call),
  Whiles: handler(`${open('while (i > 0) ')} f(); return null;`, call),
  Tries: handler(`${open('try {')} f(); ${open('} catch (Exception e) { f(); }')} return null;`, call),
  Catches: handler(`${open('try { f(); } catch (Exception e) {')} f(); ${open('}')} return null;`, call),
  Finallys: handler(`${open('try {')} f(); ${open('} finally { f(); }')} return null;`, call),
  Switches: handler(`${open('switch (i) { default: ')} f(); ${open('}')} return null;`, call),
  Synchronized: handler(`${open('synchronized (o) {')} f(); ${open('}')} return null;`, call),
  Labels: handler(`${pieces(DEPTH, (n) => `l${n}: `)} f(); return null;`, call),
  LocalClasses: handler(
    `${pieces(1_000, (n) => `class L${n} { void m() { `)}${'} }'.repeat(1_000)} return null;`,
  ),
  Copies: handler(
    `String v0 = in; ${pieces(DEPTH, (n) => `String v${n + 1} = v${n} + "a"; `)} return v${DEPTH};`,
  ),
  Branches: handler(
    `String s = in; ${pieces(2_000, (n) => `if (i > ${n}) { s = s + in; } else { s = g(s); } `)} return s;`,
    'String g(String z) { return z; }',
  ),
};

const DECLARATIONS: Readonly<Record<string, string>> = {
  Nested: `package shop; ${pieces(DEPTH, (n) => `class N${n} {`)}${open('}')}`,
  Generics: `package shop; class G { java.util.${'Map<String, '.repeat(300)}String${'>'.repeat(300)} field; java.util.${open('List<')}G${open('>')} m() { return null; } }`,
  Dimensions: `package shop; class D { int${open('[]')} a; }`,
  Annotations: `package shop; ${'@A('.repeat(1_000)}${')'.repeat(1_000)} ${open('@A({')}${open('})')} class Annotated { }`,
  Route: `package shop; import org.springframework.web.bind.annotation.*; @RestController class R { @GetMapping("/a"${open(' + "b"')}) String m() { return null; } }`,
  Constants: `package shop; class K { ${pieces(DEPTH, (n) => `static final String C${n} = C${n + 1} + "x"; `)} static final String C${DEPTH} = "y"; }`,
  DoublingConstants: `package shop; import org.springframework.web.bind.annotation.*; @RestController class Q { static final String U = System.getenv("x");
    ${pieces(60, (n) => `static final String C${n} = C${n + 1} + C${n + 1}; static final String D${n} = D${n + 1} + U + D${n + 1}; `)}
    static final String C60 = "y"; static final String D60 = "z"; @GetMapping(C0) void c() { } @GetMapping(D0) void d() { } }`,
  RingOfConstants:
    'package shop; class Z { static final String A = B + "x"; static final String B = A + "y"; static final String C = C; }',
  Parents: `package shop; ${pieces(DEPTH, (n) => `class P${n} extends P${n + 1} { void m() { super.m(); base(); } } `)} class P${DEPTH} { void base() { } void m() { } }`,
  RingOfParents:
    'package shop; class A1 extends B1 { void m() { n(); q(); } } class B1 extends A1 { void n() { m(); } } interface I1 extends J1 { } interface J1 extends I1 { default void z() { y(); } } class S1 extends S1 { void m() { super.m(); } } class O1 extends O1.I { class I extends O1 { } } class T1<T extends T1<T>> { T t; void m() { t.t.t.m(); } }',
  Diamonds: `package shop; ${pieces(60, (n) => `interface A${n} extends B${n}, C${n} { } interface B${n} extends A${n + 1} { } interface C${n} extends A${n + 1} { } `)} interface A60 { void m(); } class Diamond implements A0 { public void m() { } void go(A0 a) { a.m(); } }`,
  DoublingTypes: `package shop; class W<A, B> { W<W<A, B>, W<A, B>> d() { return null; } void go(W<String, String> w) { w${'.d()'.repeat(60)}; } }`,
  Parameters: `package shop; class V { void p(${pieces(DEPTH, (n) => `int a${n}`, ',')}) { } void q() { p(${pieces(DEPTH, String, ',')}); } }`,
  Package: `package ${pieces(DEPTH, (n) => `a${n}`, '.')}; class F { }`,
  Comment: `${'/*'.repeat(20_000)}*/ class Comment { }`,
  Junk: '}{)('.repeat(20_000),
  Open: `class Open { void m() { ${'foo(bar[{'.repeat(10_000)}`,
};

describe('source that nests without end', () => {
  it.each([
    ['expressions', EXPRESSIONS],
    ['statements', STATEMENTS],
    ['declarations', DECLARATIONS],
  ])(
    '%s of every shape are read, and the file beside them is analysed',
    async (_what, files) => {
      const sources = Object.entries(files).map(([name, text]) => [`src/main/java/shop/${name}.java`, text]);
      const outcome = await runAnalyzer(
        scratchTree({ ...Object.fromEntries(sources), [controllerFile]: controller }),
      );
      const report = reportIn(outcome);
      expect(report.files.analysed).toBe(sources.length + 1);
      expect(report.entryPoints.map(({ paths }) => paths[0])).toContain('/greeting');
      expect(reportText(outcome).length).toBeLessThan(20_000_000);
    },
    120_000,
  );
});

describe('trees with more of a kind than anybody writes', () => {
  const spring = 'package shop; import org.springframework.web.bind.annotation.*;';

  it('ten thousand methods, and calls twenty thousand deep, are analysed', async () => {
    const ring = `package shop; class Ring { ${pieces(10_000, (n) => `void m${n}() { m${(n + 1) % 10_000}(); }\n`)} }`;
    const chain = `${spring} @RestController class Chain { @GetMapping("/chain") String e(String q) { return m0(q); }
      ${pieces(20_000, (n) => `String m${n}(String q) { return m${n + 1}(q); }\n`)} String m20000(String q) { return q; } }`;
    const report = reportIn(
      await runAnalyzer(
        scratchTree({ 'src/main/java/shop/Ring.java': ring, 'src/main/java/shop/Chain.java': chain }),
      ),
    );
    expect(report.methods.filter(({ id }) => id.startsWith('shop.Ring#m'))).toHaveLength(10_000);
    expect(report.methods.find(({ id }) => id.startsWith('shop.Chain#m20000('))?.distanceToEntry).toBe(
      20_001,
    );
  }, 600_000);

  it('a method that three thousand classes override and call makes no edge for each pair', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, n) => [
        `src/main/java/shop/C${n}.java`,
        `package shop; public class C${n} implements Step { Step next; java.sql.Statement st;
          public void run(String s) throws Exception { next.run(s + "a"); st.execute(s); } }`,
      ]),
    );
    const outcome = await runAnalyzer(
      scratchTree({
        ...files,
        'src/main/java/shop/Step.java':
          'package shop; public interface Step { void run(String s) throws Exception; }',
        'src/main/java/shop/Start.java': `${spring} @RestController class Start { Step step; @PostMapping("/start") void start(@RequestBody String s) throws Exception { step.run(s); } }`,
      }),
    );
    const report = reportIn(outcome);
    expect(report.coverage.unresolvedByReason).toEqual({ 'too-many-targets': 3_001 });
    expect(reportText(outcome).length).toBeLessThan(20_000_000);
  }, 600_000);

  it('entry points times sinks stay within bounds', async () => {
    const many = `${spring} @RestController class Many { Store store;
      ${pieces(1_000, (n) => `@PostMapping("/a${n}") String m${n}(@RequestParam String q) throws Exception { return store.go(q); }\n`)} }
      class Store { java.sql.Statement st; String go(String q) throws Exception { ${pieces(300, (n) => `st.execute(q + ${n}); `)} return q; } }`;
    const outcome = await runAnalyzer(scratchTree({ 'src/main/java/shop/Many.java': many }));
    expect(reportIn(outcome).entryPoints).toHaveLength(1_000);
    expect(reportText(outcome).length).toBeLessThan(20_000_000);
  }, 600_000);

  it('overloads, copies of a method, empty catches and secrets without number end in time', async () => {
    const overloads = `package shop; class Over { ${pieces(1_500, (n) => `void m(T${n} a, int b) { } `)} void go() { ${pieces(1_500, (n) => `m(null, ${n}); `)} } } ${pieces(1_500, (n) => `class T${n} { } `)}`;
    const copies = `package shop; class Copies { ${pieces(2_000, (n) => `int m${n}(int a) { int b = a + 1; int c = b * 2; if (c > 3) { c = c - a; } while (c < 100) { c = c * 2 + b; } return c + b + a; }\n`)} }`;
    const catches = handler(
      `${pieces(2_000, (n) => `try { java.security.MessageDigest.getInstance("${n}"); } catch (Exception e${n}) { } `)} return null;`,
    );
    const secrets = `package shop; class Secrets { ${pieces(3_000, (n) => `String password${n} = "s${n}"; `)} void m() { org.slf4j.LoggerFactory.getLogger("a").info(${pieces(3_000, (n) => `password${n}`, ' + ')}); } }`;
    const imports = `${pieces(5_000, (n) => `import a.b${n}.C${n};\n`)}${pieces(300, (n) => `import a.c${n}.*;\n`)} class Imports { ${pieces(300, (n) => `T${n} f${n}; `)} void m() { ${pieces(300, (n) => `f${n}.go(); `)} } }`;
    const files = {
      Overloads: overloads,
      Copies: copies,
      Catches: catches,
      Secrets: secrets,
      Imports: imports,
    };
    const sources = Object.entries(files).map(([name, text]) => [`src/main/java/shop/${name}.java`, text]);
    reportIn(await runAnalyzer(scratchTree(Object.fromEntries(sources))));
  }, 600_000);
});

/** A hundred kilobytes of which a grammar keeps what each `<` could mean, together. */
const VAST = `package shop; class Vast { void f() { x = ${'List<'.repeat(20_000)}; } }`;

describe('a file that its grammar cannot get through', () => {
  it('is told and counted as not parsed, in the program as among tests, and the others are analysed', async () => {
    const test = 'src/test/java/shop/VastTest.java';
    const root = scratchTree({
      [controllerFile]: controller,
      'src/main/java/shop/Vast.java': VAST,
      'src/main/java/shop/Broken.java': 'package shop; class Broken { void m() { foo(bar[',
      [test]: VAST.replace('class Vast', 'class VastTest'),
    });
    const first = await runAnalyzer(root);
    const report = reportIn(first);
    expect(report.entryPoints.map(({ paths }) => paths[0])).toEqual(['/greeting']);
    const told = report.diagnostics.map(({ code, file }) => `${code} ${file}`);
    expect(told.filter((each) => each.startsWith('not-parsed'))).toEqual([
      'not-parsed src/main/java/shop/Vast.java',
      `not-parsed ${test}`,
    ]);
    expect(told).toContain('syntax-error src/main/java/shop/Broken.java');
    expect(report.files.analysed).toBe(2);
    expect(report.files.skipped).toEqual([{ reason: 'not-parsed', files: 2 }]);
    expect(reportText(await runAnalyzer(root, { args: ['--threads', '2'] }))).toBe(reportText(first));
  });

  it('leaves no index where there is no other', async () => {
    const report = reportIn(await runAnalyzer(scratchTree({ 'src/main/java/shop/Vast.java': VAST })));
    expect(report.files.analysed).toBe(0);
    expect([report.aggregate.index, report.aggregate.confidence]).toEqual([null, 0]);
  });
});
