import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type MethodId, relativePath, type TypeName } from '../base/ids.ts';
import type { KnownTest, KnownTree } from '../stages/known-tests.ts';
import { FactSegment, FactSegmentBuilder } from './fact-segment.ts';
import { readTree, writeTree } from './packed-tests.ts';

/** What a type declares, in so many letters. */
function line(name: string, letters: number): string {
  return `${name}\n\n${'class;java;'.padEnd(letters, `${name} `)}`;
}

function testOf(number: number, letters: number): KnownTest {
  const path = relativePath(`src/test/java/shop/Order${number}Test.java`);
  const name = `shop.Order${number}Test` as TypeName;
  return {
    ...{ key: String(number).padStart(64, '0'), module: 'shop', package: 'shop', declares: [name] },
    notes: { path, language: 'java', lines: { total: number, code: number }, problems: [], suppressions: [] },
    types: [{ name, simple: `Order${number}Test`, line: line(name, letters) }],
    words: Uint32Array.from({ length: number }, (_, at) => at * 7919),
    comesTo: {
      ...{
        types: ['shop.Order' as TypeName],
        mentioned: [],
        calls: [`shop.Order#get${number}()` as MethodId],
      },
      choices: [['shop.Cash#pay()' as MethodId, 'shop.Card#pay()' as MethodId]],
      requests: [{ verb: null, path: `/orders/${number}`, location: { file: path, line: 3 } }],
      declared: { types: 1, methods: number },
    },
  };
}

/** So many types and tests, each with so many letters of declarations. */
function treeOf(count: number, letters: number): KnownTree {
  const types = Array.from({ length: count }, (_, at) => `shop.Type${at}` as TypeName);
  const tests = Array.from({ length: count }, (_, at) => testOf(at, letters));
  return {
    code: {
      types: new Map(types.map((name) => [name, line(name, letters)])),
      overriders: new Map([['java.lang.Object#toString()', '[shop.Type1#toString()|]']]),
      packages: new Set(['shop', 'shop.cash']),
    },
    namesakes: 'none',
    tests: new Map(tests.map((test) => [test.notes.path, test])),
  };
}

function written(tree: KnownTree): { readonly file: string; readonly content: Buffer } {
  const directory = mkdtempSync(join(tmpdir(), 'csqa-tests-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const builder = new FactSegmentBuilder();
  writeTree(builder, tree);
  const [file, content] = [join(directory, 'some.tests'), Buffer.concat(builder.finish())];
  writeFileSync(file, content);
  return { file, content };
}

async function read(file: string): Promise<KnownTree | null> {
  const segment = await FactSegment.open(file);
  return segment === null ? null : readTree(segment);
}

describe('what the tests of a tree came to', () => {
  it.each([
    ['nothing', 0, 0],
    ['one part', 3, 100],
    ['a type that is larger than a part', 2, 700_000],
    ['many parts', 300, 10_000],
  ])('is read as it was written: %s', async (_, count, letters) => {
    const tree = treeOf(count, letters);
    expect(await read(written(tree).file)).toEqual(tree);
  });

  it('is not taken in part where one part is damaged', async () => {
    const { file, content } = written(treeOf(300, 10_000));
    content.writeUInt8(content.readUInt8(content.length - 40) ^ 1, content.length - 40);
    writeFileSync(file, content);
    expect(await read(file)).toBeNull();
  });
});
