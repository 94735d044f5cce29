import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionValue } from './condition-value.ts';

describe('a condition of constants', () => {
  it.each<[string, boolean]>([
    ["'kafka'=='kafka'", true],
    ["'null'!='kafka' && true", true],
    ["'core'=='core' && ('no'=='yes' || 'a' == 'a')", true],
    ['false || !(1 > 0)', false],
    ["'a' eq 'a' and not false", true],
    ["#{'a'=='b'}", false],
    ['-1 < 0', true],
    ['true', true],
    ["true || 'a'=='b' && false", true],
  ])('%s is told', (expression, value) => {
    expect(conditionValue(expression)).toBe(value);
  });

  it.each([
    ["@environment.acceptsProfiles('a')"],
    ["T(java.lang.System).getenv('A') == null"],
    ["'a'"],
    ['1'],
    ["'a' == "],
    ["('a' == 'a'"],
    ["'a' < 'b'"],
    ['true true'],
    [`${'('.repeat(80)}true${')'.repeat(80)}`],
    [''],
  ])('%s is not: it asks for more, or is none', (expression) => {
    expect(conditionValue(expression)).toBeUndefined();
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect([true, false, undefined]).toContain(conditionValue(text));
      }),
    );
  });
});
