import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf, themeOf } from './preferences.ts';

const asked = (header: string, cookies: Readonly<Record<string, string>> = {}) =>
  languageOf({ cookies, headers: { 'accept-language': header } });

describe('the language of a page', () => {
  it.each([
    ['ru', 'ru'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['en;q=0.8, ru;q=0.9', 'ru'],
    ['de, fr;q=0.9, ru;q=0.1', 'ru'],
    ['en-GB, ru;q=0.9', 'en'],
    ['ru;q=0, de', 'en'],
    ['RU', 'ru'],
    ['de', 'en'],
    ['', 'en'],
  ])('is for "%s" %s', (header, language) => {
    expect(asked(header)).toBe(language);
  });

  it('is what was chosen, whatever the browser prefers; a choice of nothing that there is counts for nothing', () => {
    expect(asked('ru', { csqa_language: 'en' })).toBe('en');
    expect(asked('ru', { csqa_language: '__proto__' })).toBe('ru');
    expect(languageOf({ cookies: {}, headers: {} })).toBe('en');
  });

  it('is one of ours for every header', () => {
    fc.assert(fc.property(fc.string(), (header) => ['en', 'ru'].includes(asked(header))));
  });
});

describe('the colours of a page', () => {
  it('are those of the system until others are chosen', () => {
    expect(themeOf({ cookies: {} })).toBe('auto');
    expect(themeOf({ cookies: { csqa_theme: 'dark' } })).toBe('dark');
    expect(themeOf({ cookies: { csqa_theme: 'x" onload="alert(1)' } })).toBe('auto');
  });
});
