import { describe, expect, it } from 'vitest';
import { relativePath } from '../../base/ids.ts';
import type { FileFacts } from '../../facts/file-facts.ts';
import { java } from './index.ts';

const extractor = java.createExtractor();

const MEMBERS = `
  // a comment
  int x = 1, y[] = { 0x1F, 2 };
  String text = """
    a "b"

    c""" + "d";
  int sum(int n) {
    if (n > 0 && x > 0) return x + sum(n - 1);
    for (;;) { y[0] >>>= 2; x = 'c'; }
  }
`;

function read(text: string, isMeasured: boolean): Promise<FileFacts> {
  return extractor.extract(relativePath('src/test/java/A.java'), text, { isMeasured });
}

/** The same facts where nothing was measured. */
function unmeasured(facts: FileFacts): FileFacts {
  const types = facts.types.map((type) => ({
    ...type,
    methods: type.methods.map((method) => ({ ...method, cognitiveComplexity: 0 })),
  }));
  return { ...facts, types, statements: { hashes: [], tokens: [], lines: [] } };
}

describe('a file whose code is not to be measured', () => {
  it.each([
    ['well-formed', `class A {${MEMBERS}}\n`],
    ['with a comment that says something', `class A { // csqa-ignore AC-01 because\n${MEMBERS}}\n`],
    ['with an error in it', `class A {${MEMBERS} void broken( { }\n}\n`],
    ['with a quote that is not closed', `class A {${MEMBERS} String z = "open;\n}\n`],
  ])('is read as any other that is %s, but for statements and complexity', async (_, text) => {
    const whole = await read(text, true);
    expect(whole.statements.hashes.length).toBeGreaterThan(0);
    expect(whole.types.flatMap(({ methods }) => methods.map((each) => each.cognitiveComplexity))).toContain(
      3,
    );
    expect(await read(text, false)).toEqual(unmeasured(whole));
  });
});
