import { describe, expect, it } from 'vitest';
import { percent } from '../../html/numbers.ts';

describe('a share on the page', () => {
  it.each([
    [1, '100%'],
    [0.9954, '99%'],
    [0.994, '99%'],
    [0.5, '50%'],
    [0, '0%'],
  ])('of %d is %s: only all of it is 100', (share, shown) => {
    expect(percent(share, 'en')).toBe(shown);
  });

  it('is written as the language does', () => {
    expect(percent(0.999, 'ru')).toBe('99\u00a0%');
  });
});
