import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/java-facts.ts';
import { relativePath } from '../base/ids.ts';
import { contentHash } from '../inventory/content-hash.ts';
import { java } from '../languages/java/index.ts';
import { indexLines } from '../languages/shared/line-index.ts';
import { hashMethods } from './method-hashes.ts';

const extractor = java.createExtractor();

async function hashesOf(text: string): Promise<readonly string[]> {
  const facts = await extractor.extract(relativePath('A.java'), text);
  return [...hashMethods(facts, text, indexLines(text)).values()];
}

const A = factsOf('class A { void a() {} }');
const PLAIN = 'class A {\n  int one() {\n    return 1;\n  }\n  int two() { return 2; }\n}\n';

describe('the hash of a method', () => {
  it('is the same however it is indented and wherever it stands', async () => {
    const moved = `// more\n\n${PLAIN.replace('    return 1;', '\t\treturn   1;\n')}`;
    expect(await hashesOf(moved)).toEqual(await hashesOf(PLAIN));
  });

  it('changes with what it does, and alone', async () => {
    const [one, two] = await hashesOf(PLAIN);
    const [changed, same] = await hashesOf(PLAIN.replace('return 1', 'return 3'));
    expect(changed).not.toBe(one);
    expect(same).toBe(two);
  });

  it('is that of its words with single blanks between them', () => {
    const piece = fc.constantFrom(
      'a',
      'b;',
      '{',
      ' ',
      '  ',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '\f',
      '\u00a0',
      '\u3000',
      'é',
      '日',
      '\n\n',
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.nat(5), fc.nat(5), (written, first, more) => {
        const lines = written.split(/\r\n|\r|\n/);
        const span = { start: first + 1, end: first + 1 + more };
        const [type] = A.types;
        const [method] = type?.methods ?? [];
        if (type === undefined || method === undefined) throw new Error('the sample has no method');
        const facts = { ...A, types: [{ ...type, methods: [{ ...method, span, line: span.start }] }] };
        const words = lines
          .slice(span.start - 1, span.end)
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim();
        expect(hashMethods(facts, written, indexLines(written))).toEqual(
          new Map([[span.start, contentHash(words)]]),
        );
      }),
    );
    const long = `class A { void a() { // ${'x'.repeat(70_000)}\n} }`;
    expect(hashMethods(factsOf(long), long, indexLines(long))).toEqual(
      new Map([[1, contentHash(long.replace('\n', ' '))]]),
    );
  });

  it('is one for all that stand on one line, however many they are', async () => {
    const many = Array.from({ length: 5_000 }, (_, i) => `int m${i}() { return ${i}; }`).join(' ');
    expect(await hashesOf(`class A { ${many} }`)).toHaveLength(1);
  });
});
