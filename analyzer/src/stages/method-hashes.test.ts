import { describe, expect, it } from 'vitest';
import { relativePath } from '../base/ids.ts';
import { java } from '../languages/java/index.ts';
import { hashMethods } from './method-hashes.ts';

const extractor = await java.createExtractor();

function hashesOf(text: string): readonly string[] {
  return [...hashMethods(extractor.extract(relativePath('A.java'), text), text).values()];
}

const PLAIN = 'class A {\n  int one() {\n    return 1;\n  }\n  int two() { return 2; }\n}\n';

describe('the hash of a method', () => {
  it('is the same however it is indented and wherever it stands', () => {
    const moved = `// more\n\n${PLAIN.replace('    return 1;', '\t\treturn   1;\n')}`;
    expect(hashesOf(moved)).toEqual(hashesOf(PLAIN));
  });

  it('changes with what it does, and alone', () => {
    const [one, two] = hashesOf(PLAIN);
    const [changed, same] = hashesOf(PLAIN.replace('return 1', 'return 3'));
    expect(changed).not.toBe(one);
    expect(same).toBe(two);
  });

  it('is one for all that stand on one line, however many they are', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => `int m${i}() { return ${i}; }`).join(' ');
    expect(hashesOf(`class A { ${many} }`)).toHaveLength(1);
  });
});
