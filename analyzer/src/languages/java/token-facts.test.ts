import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexLines } from '../shared/line-index.ts';
import { createJavaParser } from './parser/parse-java.ts';
import { factsOfTokens } from './token-facts.ts';
import { scanTokens, type TokenFacts } from './tokens.ts';

const samples = join(import.meta.dirname, '../../../../examples/clinic');
const parser = createJavaParser();

function byTokens(text: string): TokenFacts | null {
  if (parser.parse(text) === null) throw new Error(`not read: ${text.slice(0, 200)}`);
  return factsOfTokens(parser.tokens(), indexLines(text).starts, true);
}

describe('what the tokens of a parsed file say', () => {
  it.each([
    [
      'layout and line ends',
      'package a;\r\n\r\nimport b.C;\n\nclass D\n{ int x =\n  1; /* two\n lines */ int y; }\n',
    ],
    ['text blocks', 'class A { String s = """\n\n  a \\\n  "b" \\""" c\n\n""" + """\n"""; int x; }'],
    [
      'literals',
      "class A { char c = '\\'', d = '\\u0041'; double[] e = { 1, .5e-3f, 0xFF_FFL, 1e+5, 0x1p-2 }; }",
    ],
    [
      'symbols',
      'class A { void f(int... a) { for (;;) { a[0] >>>= 2; a[1] <<= -a[0]--; g(B::c, () -> { d(); }); } } }',
    ],
    ['words of several parts', '@interface A { int b() default 1; }\nnon-sealed class B extends C {}'],
    ['names beyond ASCII', 'class Größe { int ширина = высота(); }'],
    ['an annotated package', '@Deprecated package a;\nimport static b.C.*;\nclass D { int importance; }'],
    ['nothing', ''],
  ])('is what its characters say: %s', (_, text) => {
    expect(byTokens(text)).toEqual(scanTokens(text));
  });

  it('is what its characters say in whole applications', () => {
    const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.java'),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const path of files) {
      const text = readFileSync(join(samples, path), 'utf8');
      const said = byTokens(text);
      if (!text.includes('csqa-ignore')) expect(said, path).toEqual(scanTokens(text));
    }
  });

  it('is left to the characters where comments speak to us, or where the two might differ', () => {
    expect(byTokens('class A { int x; } // csqa-ignore B1')).toBeNull();
    expect(byTokens('class A { int x; } // nothing to ignore')).not.toBeNull();
    expect(byTokens('class A { String s = "a\\\nb"; }')).toBeNull();
    expect(byTokens("class A { char c = '\\\n'; }")).toBeNull();
  });
});
