import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExcerptOf, hideSecrets, type PlacedRule } from './hide-secrets.ts';

const secretIn = (file: string, line: number): PlacedRule => ({
  rule: 'CSQA-C3-hard-coded-secret',
  location: { file, line },
});

function shown(line: string): string {
  const excerptOf: ExcerptOf = () => ({ startLine: 6, lines: ['before', line, 'after'] });
  return hideSecrets(excerptOf, [secretIn('a', 7)])('a', 7)?.lines[1] ?? '';
}

describe('an excerpt with a secret in it', () => {
  it.each([
    ['  private static final String KEY = "s3cr3t";', '  private static final String KEY = "***";'],
    ['DB_PASSWORD=hunter2', 'DB_PASSWORD=***'],
    ['export TOKEN=hunter2 # of the tree', 'export TOKEN=***'],
    ['    password: hunter2', '    password: ***'],
    ['    password: "hunter2"', '    password: "***"'],
    ['<password>hunter2</password>', '<password>***</password>'],
    ['if (key.equals("a\\"b")) {', 'if (key.equals("***")) {'],
    ['MIIEvQIBADANBgkq', '***'],
  ])('shows %s as %s', (line, expected) => {
    expect(shown(line)).toBe(expected);
  });

  it('never shows what is quoted or stands after the name', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9+/]{8,20}$/);
    const form = fc.constantFrom<(text: string) => string>(
      (text) => `a.b=${text}`,
      (text) => `a: ${text}`,
      (text) => `String a = "${text}";`,
      (text) => `<a>${text}</a>`,
      (text) => text,
    );
    fc.assert(fc.property(value, form, (text, write) => !shown(write(text)).includes(text)));
  });

  it('keeps the lines around it, and the same line of another file', () => {
    const excerptOf: ExcerptOf = () => ({ startLine: 1, lines: ['a=b', 'c=d'] });
    const hidden = hideSecrets(excerptOf, [
      secretIn('one', 2),
      { ...secretIn('one', 1), rule: 'CSQA-F1-duplication' },
    ]);
    expect(hidden('one', 1)?.lines).toEqual(['a=b', 'c=***']);
    expect(hidden('two', 1)?.lines).toEqual(['a=b', 'c=d']);
    expect(hideSecrets(() => null, [])('one', 1)).toBeNull();
  });
});
