import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

/** So many different statements, starting with the one of a number. */
function statements(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `int count${from + index} = find(${from + index});`);
}

function duplication(files: Readonly<Record<string, readonly string[]>>) {
  const texts = Object.entries(files).map(
    ([name, lines]) =>
      [
        `src/main/java/${name}.java`,
        `class ${name} {\n  void run${name}() {\n${lines.join('\n')}\n  }\n}`,
      ] as const,
  );
  return sampleOf(Object.fromEntries(texts)).view().duplication;
}

describe('duplicated code', () => {
  it('is ten equal statements, however they are laid out', () => {
    const indented = statements(1, 10).map((line) => `\n      ${line.replaceAll(' ', '  ')} // same`);
    const { duplicatedTokens, blocks } = duplication({ A: statements(1, 10), B: indented });
    expect(duplicatedTokens).toBeGreaterThan(0);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({
      location: { file: 'src/main/java/B.java' },
      other: { file: 'src/main/java/A.java', line: 3 },
    });
  });

  it('is not nine, nor ten with one that differs', () => {
    expect(duplication({ A: statements(1, 9), B: statements(1, 9) }).duplicatedTokens).toBe(0);
    const differs = statements(1, 10).with(5, 'int none = 0;');
    expect(duplication({ A: statements(1, 10), B: differs }).duplicatedTokens).toBe(0);
  });

  it('is one block for a longer run, and counts each token once', () => {
    const once = duplication({ A: statements(1, 14), B: statements(1, 14) });
    expect(once.blocks).toHaveLength(1);
    const twice = duplication({ A: statements(1, 14), B: statements(1, 14), C: statements(1, 14) });
    expect(twice.duplicatedTokens).toBe((once.duplicatedTokens / 2) * 3);
    expect(once.duplicatedTokens).toBeLessThanOrEqual(once.tokens);
  });

  it('is no run that overlaps itself', () => {
    const same = Array.from({ length: 15 }, () => 'find();');
    expect(duplication({ A: same }).blocks).toEqual([]);
    const far = Array.from({ length: 30 }, () => 'find();');
    expect(duplication({ A: far }).duplicatedTokens).toBeGreaterThan(0);
  });

  it('is not looked for in tests', () => {
    const body = `void run() { ${statements(1, 12).join('\n')} }`;
    const sample = sampleOf({
      'src/main/java/A.java': `class A { ${body} }`,
      'src/test/java/ATest.java': `class ATest { ${body} }`,
    });
    expect(sample.view().duplication.duplicatedTokens).toBe(0);
  });
});
