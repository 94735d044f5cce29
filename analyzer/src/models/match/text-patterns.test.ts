import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternStrength } from './text-patterns.ts';

const STRONG = { bounds: true, narrows: true };
const LOOSE = { bounds: true, narrows: false };
const NONE = { bounds: false, narrows: false };

describe('an expression that a whole text must match', () => {
  it.each([
    '[a-z]+',
    '^[A-Za-z0-9_-]{1,20}$',
    '\\d{4}-\\d{2}-\\d{2}',
    'asc|desc',
    '(asc|desc)?',
    '(?i)[a-z]+(?:-[a-z]+)*',
    '[^<>/\'"]*',
    'v\\.\\d+',
    '.',
    '\\p{Alpha}+',
    '[\\p{L} .-]+',
    '[A-Za-z -]+',
    '[\\w/-]+',
    '[a-z\\-.]+',
  ])('names its letters: %s', (pattern) => {
    expect(patternStrength(pattern)).toEqual(STRONG);
  });

  it.each([
    '^(?=.*\\d).{8,20}$',
    '[^@\\s]{1,64}@[^@\\s]{1,64}',
    'https://.+/end',
    'a[^;]*b',
    'x[\\s\\S]*y',
    'x(?:.)*y',
    '\\Qa.b\\E',
    "[A-Za-z' -]+",
    "[\\w\\']+",
    '[ -~]+',
    '[\\x20<]+',
    '[\\w./-]+',
    '[\\S]+',
    '\\p{Print}+',
    'v[\\p{ASCII}]+',
    '[a-z',
    'a)b',
  ])('bounds the text, and lets any letter in: %s', (pattern) => {
    expect(patternStrength(pattern)).toEqual(LOOSE);
  });

  it.each([
    '.*',
    '.+',
    '(?s).*',
    '^.*$',
    '[\\s\\S]*',
    '.*[a-z].*',
    '^.*\\.pdf$',
    '(.*)',
    '[a-z]+|.*',
    '',
    '.{0,}',
    '^(?=.*\\d)(?=\\S+$).{8,}$',
  ])('asks for next to nothing: %s', (pattern) => {
    expect(patternStrength(pattern).bounds).toBe(false);
    expect(patternStrength(pattern)).toEqual(pattern === '' ? { bounds: false, narrows: true } : NONE);
  });

  it('is read to its end whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'()[]{}|\\.*+?^$a1,:=<'), maxLength: 60 }),
        (pattern) => {
          const { bounds, narrows } = patternStrength(pattern);
          expect([typeof bounds, typeof narrows]).toEqual(['boolean', 'boolean']);
        },
      ),
    );
    expect(patternStrength('('.repeat(900))).toEqual(LOOSE);
  });
});
