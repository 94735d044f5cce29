import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/hostile-text.ts';
import { clipText, plain } from './plain.ts';

describe('clipText', () => {
  it('keeps a text that fits and shortens one that does not, never in the middle of a character', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 40 }), (text, max) => {
        const clipped = clipText(text, max);
        expect(clipped.length).toBeLessThanOrEqual(max);
        if (text.length <= max) expect(clipped).toBe(text);
        else expect(clipped.endsWith('…')).toBe(true);
        if (text.isWellFormed()) expect(clipped.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('plain', () => {
  it('leaves nothing that hides, turns or breaks a line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = plain(text, 500);
        return !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(shown) && shown.isWellFormed() && shown.length <= 500;
      }),
    );
  });

  it.each([
    ['a direction mark', 'safe\u202etxt.exe', 'safe\ufffdtxt.exe'],
    ['an escape sequence', '\u001b[31mred', '\ufffd[31mred'],
    ['a line break', 'one\r\ntwo', 'one two'],
    ['a zero-width space', 'ad\u200bmin', 'ad\ufffdmin'],
  ])('shows %s as something that was there', (_, text, expected) => {
    expect(plain(text, 100)).toBe(expected);
  });

  it('leaves names and sentences of any script alone', () => {
    expect(plain('Контроллер владельцев — é, 名前, 😀', 100)).toBe('Контроллер владельцев — é, 名前, 😀');
  });
});
