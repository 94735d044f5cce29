import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Language, Parser, type TreeCursor } from 'web-tree-sitter';
import { javaTable } from '../java/syntax.ts';
import { createSourceParser, type GrammarNames, type SourceParser } from '../parse.ts';
import type { FlatTree, GrammarTable } from './flat-tree.ts';

const GRAMMAR = { package: 'tree-sitter-java', file: 'tree-sitter-java.wasm' };
const samples = join(import.meta.dirname, '../../../../examples/clinic');

/** What a node says: kind, field, start, end. */
type Row = readonly [number, number, number, number];

/** The same copy made with the library's own cursor, one question after the other. */
function cursorRows(cursor: TreeCursor, table: GrammarTable, parent = 0): Row[] {
  const type = cursor.nodeTypeId;
  const kind = type === 65_535 ? table.errorKind : (table.kindOfType[type] ?? 0);
  if (kind === 0) return [];
  const field = table.hasFields[parent] === 1 ? (table.fieldOf[cursor.currentFieldId] ?? 0) : 0;
  const rows: Row[] = [[kind, field, cursor.startIndex, cursor.endIndex]];
  if (table.isLeaf[kind] === 1 || !cursor.gotoFirstChild()) return rows;
  do {
    for (const row of cursorRows(cursor, table, kind)) rows.push(row);
  } while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return rows;
}

function flatRows(tree: FlatTree | null): Row[] {
  return Array.from({ length: tree?.count ?? 0 }, (_, node) => [
    tree?.kind[node] ?? -1,
    tree?.field[node] ?? -1,
    tree?.start[node] ?? -1,
    tree?.end[node] ?? -1,
  ]);
}

function javaFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.java'))
    .map((name) => readFileSync(join(directory, name), 'utf8'));
}

describe('a flat tree', () => {
  let ours: SourceParser;
  let theirs: Parser;
  let table: GrammarTable;

  beforeAll(async () => {
    let names: GrammarNames | undefined;
    ours = await createSourceParser(GRAMMAR, (found) => {
      names = found;
      return javaTable(found);
    });
    if (names === undefined) throw new Error('the grammar was not loaded');
    table = javaTable(names);
    const wasm = createRequire(import.meta.url).resolve(`${GRAMMAR.package}/${GRAMMAR.file}`);
    theirs = new Parser().setLanguage(await Language.load(readFileSync(wasm)));
  });

  afterAll(() => {
    ours.close();
    theirs.delete();
  });

  function expectSame(text: string): void {
    const tree = theirs.parse(text);
    if (tree === null) throw new Error('the parser gave up');
    const expected = cursorRows(tree.walk(), table);
    tree.delete();
    expect(flatRows(ours.parse(text))).toEqual(expected);
  }

  it('holds what the cursor of the library sees in a whole application', () => {
    const files = javaFiles(samples);
    expect(files.length).toBeGreaterThan(20);
    for (const text of files) expectSame(text);
  });

  it('holds the same of text that is no Java, or ends too early', () => {
    const [text = ''] = javaFiles(samples);
    const broken = fc.tuple(fc.nat(text.length), fc.string(), fc.nat(text.length));
    fc.assert(
      fc.property(broken, ([end, noise, start]) =>
        expectSame(`${text.slice(0, end)}${noise}${text.slice(start)}`),
      ),
      { numRuns: 60 },
    );
  });

  it('holds the same of long gaps, deep nesting and an empty file', () => {
    expectSame('');
    expectSame(`class A {${'\n'.repeat(70_000)} int a = ${'('.repeat(300)}1${')'.repeat(300)}; }`);
    expectSame(`class ${'A'.repeat(70_000)} { /* 𝒳 */ String 𝒳 = "𝒳"; }`);
  });

  it('tells what was missing and what could not be read', () => {
    expect(ours.parse('class A { int a = ; }')?.problems.length).toBeGreaterThan(0);
    expect(ours.parse('class A { int a = 1 }')?.problems).toEqual([{ start: 19, end: 19, missing: ';' }]);
  });

  it('knows where each subtree ends', () => {
    const tree = ours.parse('class A { int a; void m(int b) { a = b + 1; } } interface B { }');
    if (tree === null) throw new Error('the parser gave up');
    for (let node = 0; node < tree.count; node++) {
      const next = tree.next[node] ?? 0;
      for (let inside = node + 1; inside < next; inside++) {
        expect(tree.end[inside]).toBeLessThanOrEqual(tree.end[node] ?? 0);
      }
      if (next < tree.count) expect(tree.start[next]).toBeGreaterThanOrEqual(tree.end[node] ?? 0);
    }
  });
});
