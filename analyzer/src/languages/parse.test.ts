import { describe, expect, it } from 'vitest';
import { javaTable } from './java/syntax.ts';
import { createSourceParser } from './parse.ts';

const GRAMMAR = { package: 'tree-sitter-java', file: 'tree-sitter-java.wasm' };

describe('createSourceParser', () => {
  it('names both places where it looked for a grammar that is not there', async () => {
    const missing = { package: 'tree-sitter-nothing', file: 'tree-sitter-nothing.wasm' };
    await expect(createSourceParser(missing, javaTable)).rejects.toThrow(
      /tree-sitter-nothing\.wasm at .*grammars.* or in the package tree-sitter-nothing/,
    );
  });

  it('reads file after file, a small one after a large one', async () => {
    const parser = await createSourceParser(GRAMMAR, javaTable);
    const large = parser.parse(`class A { ${'void m() { a(); } '.repeat(20_000)} }`)?.count ?? 0;
    const small = parser.parse('class A { }')?.count;
    const again = parser.parse('class A { }')?.count;
    parser.close();
    expect([large > 100_000, small, again]).toEqual([true, again, small]);
  });

  it('serves two parsers side by side', async () => {
    const [left, right] = await Promise.all([
      createSourceParser(GRAMMAR, javaTable),
      createSourceParser(GRAMMAR, javaTable),
    ]);
    const tree = left.parse('class A { int a; }');
    right.parse('interface B { }');
    expect(tree?.count).toBe(left.parse('class A { int a; }')?.count);
    left.close();
    right.close();
  });
});
