import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { plainLook } from '../../test/plain-look.ts';
import { bar, cutEnd, cutStart, hanging, padEnd, padStart, wrap } from './layout.ts';
import { percent } from './numbers.ts';

const { glyphs } = plainLook();

describe('columns', () => {
  it('are what a terminal shows, not characters', () => {
    expect(padEnd('患者', 6)).toBe('患者  ');
    expect(padStart('пациент', 9)).toBe('  пациент');
    expect(cutEnd('患者患者', 5, glyphs)).toBe('患者…');
  });

  it('cut a name at its end and a path at its start', () => {
    expect(cutEnd('OwnerController.create', 12, glyphs)).toBe('OwnerContro…');
    expect(cutStart('src/main/java/Owner.java:41', 14, glyphs)).toBe('…Owner.java:41');
    expect(cutEnd('short', 5, glyphs)).toBe('short');
  });

  it('are never more than asked for, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, columns) => {
        expect(stringWidth(cutEnd(text, columns, glyphs))).toBeLessThanOrEqual(Math.max(columns, 0));
      }),
    );
  });
});

describe('wrap', () => {
  it('breaks between words and leaves a path whole', () => {
    expect(wrap('found in src/main/java/org/clinic/OwnerController.java:41 today', 20)).toEqual([
      'found in',
      'src/main/java/org/clinic/OwnerController.java:41',
      'today',
    ]);
  });

  it('hangs text beside its heading', () => {
    expect(hanging('Fix', 'demand a role for this route', { head: 5, width: 20 })).toEqual([
      'Fix  demand a role',
      '     for this route',
    ]);
  });
});

describe('bar', () => {
  it.each([
    [0, '░░░░'],
    [0.01, '█░░░'],
    [0.5, '██░░'],
    [1, '████'],
  ])('shows %d as %s', (share, shown) => {
    const { full, empty } = bar(share, 4, glyphs);
    expect(full + empty).toBe(shown);
  });
});

it.each([
  [0, '0 %'],
  [0.001, '1 %'],
  [0.995, '99 %'],
  [1, '100 %'],
])('%d is %s: only all of it is 100, and only none of it is 0', (share, shown) => {
  expect(percent(share)).toBe(shown);
});
