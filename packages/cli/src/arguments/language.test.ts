import { describe, expect, it } from 'vitest';
import { languageAsked, languageOfEnvironment, languageOfReport } from './language.ts';

describe('languageAsked', () => {
  it.each([
    [['analyze', '--lang', 'ru'], 'ru'],
    [['--lang=en', 'analyze'], 'en'],
    [['analyze', '--lang', 'en', '--lang=ru'], 'ru'],
    [['analyze'], null],
    [['analyze', '--lang'], null],
    [['analyze', '--lang', 'de'], null],
    [['explain', '--', '--lang=ru'], null],
  ] as const)('finds in %j: %s', (argv, language) => expect(languageAsked(argv)).toBe(language));
});

describe('languageOfEnvironment', () => {
  it.each([
    [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LC_ALL: 'en_US', LANG: 'ru_RU' }, 'en'],
    [{ LC_ALL: '', LC_MESSAGES: 'ru', LANG: 'en' }, 'ru'],
    [{ LANG: 'C' }, null],
    [{ LANG: 'de_DE' }, null],
    [{}, null],
  ] as const)('reads %j as %s', (env, language) => expect(languageOfEnvironment(env)).toBe(language));
});

describe('languageOfReport', () => {
  it.each([
    ['what was asked for, whatever else says', 'en', { LANG: 'ru_RU' }, { language: 'ru' }, 'en'],
    ['the environment', null, { LANG: 'ru_RU' }, { language: 'en' }, 'ru'],
    ['the configuration', null, { LANG: 'en_US' }, { language: 'ru' }, 'ru'],
    ['nothing', null, {}, { language: 'xx' }, 'en'],
  ] as const)('follows %s', (...[, asked, env, config, language]) => {
    expect(languageOfReport(asked, env, config)).toBe(language);
  });
});
