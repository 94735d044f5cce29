import { describe, expect, it } from 'vitest';
import { scanTokens } from './tokens.ts';

function hashesOf(text: string): readonly number[] {
  return scanTokens(text).statements.hashes;
}

describe('statement hashes', () => {
  it('do not depend on layout and comments', () => {
    const tight = 'class A{int x=1;void f(){g(x,"a");}}';
    const loose = 'class A // one\n{\r\n  int x = /* two; */ 1 ;\n\n\tvoid f ( ) { g(x,\n"a") ; }\n}\n';
    expect(hashesOf(loose)).toEqual(hashesOf(tight));
  });

  it('do not depend on the values of literals but on their kind', () => {
    expect(hashesOf('x = 1;')).toEqual(hashesOf('x = 0xFF_FFL;'));
    expect(hashesOf('x = 1.5e-3f;')).toEqual(hashesOf('x = .5;'));
    expect(hashesOf('x = "a";')).toEqual(hashesOf('x = """\n  b; { "c" }\n""";'));
    expect(hashesOf('x = "a";')).not.toEqual(hashesOf("x = 'a';"));
  });

  it('depend on names, operators and where names end', () => {
    expect(hashesOf('x = a;')).not.toEqual(hashesOf('x = b;'));
    expect(hashesOf('x = a + b;')).not.toEqual(hashesOf('x = a - b;'));
    expect(hashesOf('return a;')).not.toEqual(hashesOf('returna;'));
  });

  it('end at semicolons outside parentheses and at braces', () => {
    const { statements } = scanTokens('for (int i = 0; i < n; i++) {\n  run(() -> { a(); }, b);\n}');
    expect(statements.lines).toEqual([1, 2, 2, 2]);
    expect(statements.tokens).toEqual([16, 7, 4, 4]);
  });

  it('leave out imports, the package and lone braces', () => {
    expect(hashesOf('package a.b;\nimport c.D;\nimport static e.F.*;\n;{}')).toEqual([]);
    expect(hashesOf('void f() { imports(); }')).toHaveLength(2);
  });

  it('are unsigned 32-bit numbers', () => {
    for (const hash of hashesOf('a(); b(); c(); d(); e(); f();')) expect(hash).toBe(hash >>> 0);
  });
});

describe('lines of code', () => {
  it('are those with a token, text blocks included', () => {
    expect(scanTokens('// a\nint x; // b\n\n/* c\n*/ int y;\n').codeLines).toBe(2);
    expect(scanTokens('x = """\n\n  a\n""";').codeLines).toBe(4);
  });
});

describe('suppressions', () => {
  it('are comments of each kind, at their line, without the marks', () => {
    const text =
      'int a; // csqa-ignore B1 reason="x"\n/* csqa-ignore A1 */\n/**\n * csqa-ignore C2 until=2027-01-01\n */';
    expect(scanTokens(text).suppressions).toEqual([
      { line: 1, text: 'csqa-ignore B1 reason="x"' },
      { line: 2, text: 'csqa-ignore A1' },
      { line: 4, text: 'csqa-ignore C2 until=2027-01-01' },
    ]);
  });

  it('are not in strings', () => {
    expect(scanTokens('x = "// csqa-ignore B1"; y = """\n// csqa-ignore B2\n""";').suppressions).toEqual([]);
  });
});

describe('text that is no Java', () => {
  it.each([
    '"',
    "'",
    '/*',
    '/',
    '"""',
    '"\\',
    '}}}}))))',
    '\\',
    '\0\ud800\udc00\udfff',
    '0x',
    '1.',
    '\ufeff',
  ])('%j is scanned to its end', (text) => {
    expect(scanTokens(text).codeLines).toBeLessThanOrEqual(1);
  });

  it('reports the quotes that are not closed on their line', () => {
    expect(scanTokens('a = "x;\nb = "y"; c = \'z;\n').unclosedQuotes).toEqual([4, 21]);
  });
});
