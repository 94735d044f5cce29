import { describe, expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
import { java } from '../languages/java/index.ts';
import { hashMethods } from './method-hashes.ts';

const extractor = java.createExtractor();

async function hashesOf(text: string): Promise<readonly string[]> {
  const facts = await extractor.extract(relativePath('A.java'), text);
  return [...hashMethods(facts, text).values()];
}

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

  it('is one for all that stand on one line, however many they are', async () => {
    const many = Array.from({ length: 5_000 }, (_, i) => `int m${i}() { return ${i}; }`).join(' ');
    expect(await hashesOf(`class A { ${many} }`)).toHaveLength(1);
  });
});
