import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INPUT_NAMES, variableOf } from './input-names.ts';
import { languageOf, readInputs, unknownInputs } from './inputs.ts';

function environment(given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [variableOf(name), value]));
}

function problem(given: Readonly<Record<string, string>>): { en: string; ru: string } {
  try {
    readInputs(environment(given));
  } catch (error) {
    return (error as { said: { en: string; ru: string } }).said;
  }
  throw new Error('expected the inputs to be refused');
}

describe('inputs', () => {
  it('are those of action.yml, name for name, and what it defaults to is what nothing reads as', async () => {
    const file = await readFile(new URL('../../action.yml', import.meta.url), 'utf8');
    const { inputs } = parse(file) as { inputs: Record<string, { default: string }> };
    expect(Object.keys(inputs)).toEqual([...INPUT_NAMES]);
    const defaults = Object.entries(inputs).map(([name, input]) => [name, input.default] as const);
    const given = Object.fromEntries(defaults.filter(([name]) => name !== 'github-token'));
    expect(readInputs(environment(given))).toEqual(readInputs({}));
  });

  it('read what is given', () => {
    const inputs = readInputs(
      environment({
        path: 'services/a\n  services/b\n',
        'fail-on': 'new-medium, critical',
        'max-risk': '0.4',
        memory: '2g',
        'timeout-minutes': '5',
        'server-url': 'https://csqa.example.com/',
        'server-token': 'secret',
        artifact: 'False',
      }),
    );
    expect(inputs).toMatchObject({
      paths: ['services/a', 'services/b'],
      gate: {
        failOn: { failOn: ['critical'], failOnNew: ['critical', 'high', 'medium'] },
        maxRisk: 0.4,
      },
      limits: { memoryBytes: 2 * 1024 ** 3, timeoutSeconds: 300 },
      server: { url: 'https://csqa.example.com', token: 'secret' },
      artifact: false,
    });
  });

  it.each([
    [
      'engine',
      'dokcer',
      'engine: expected one of auto, local, docker, server, got "dokcer"; did you mean docker?.',
    ],
    ['max-risk', '30', 'max-risk: expected a number from 0 to 1, such as 0.3, got "30".'],
    ['memory', 'much', 'memory: expected a size such as 512m or 4g, got "much".'],
    ['artifact-retention-days', '365', 'artifact-retention-days: expected days from 1 to 90, got "365".'],
    [
      'server-url',
      'https://me:secret@csqa.example.com',
      'server-url: expected the http(s) address of a server without a name and a password',
    ],
  ])('refuse a wrong %s with what it takes', (name, value, sentence) => {
    const said = problem({ [name]: value, 'server-token': 'token' });
    expect(said.en).toContain(sentence);
    expect(said.ru).toMatch(/ожидалось/);
  });

  it('refuse new findings of two severities, and a word that a prototype has', () => {
    expect(problem({ 'fail-on': 'new-high,new-medium' }).en).toMatch(/^fail-on: expected none, new-critical/);
    expect(problem({ 'fail-on': 'constructor' }).en).toMatch(/^fail-on: expected/);
  });

  it('tell every mistake at once, and never show a secret', () => {
    const said = problem({
      mode: 'analyse',
      'server-token': 'abc\u0007def',
      'server-url': 'https://a.example',
    });
    expect(said.en).toContain('mode: expected one of analyze, report, got "analyse"; did you mean analyze?');
    expect(said.en).toContain('server-token: expected one line');
    expect(said.en).not.toContain('abc');
  });

  it.each([
    [{ engine: 'server' }, /engine server needs/],
    [{ engine: 'local', analysis: 'full' }, /needs a container/],
  ])('refuse what contradicts itself: %j', (given, sentence) => {
    expect(problem(given).en).toMatch(sentence);
  });

  it('accept a server without a token, for runs of forks are given no secrets', () => {
    const { server } = readInputs(
      environment({ 'server-url': 'https://csqa.example.com', 'server-token': '' }),
    );
    expect(server).toEqual({ url: 'https://csqa.example.com', token: '' });
  });

  it('name the input that was meant, and stay silent about those that exist', () => {
    expect(unknownInputs(environment({ 'fail-onn': 'high', 'fail-on': 'high', verbose: 'yes' }))).toEqual([
      {
        en: 'There is no input fail-onn; did you mean fail-on?',
        ru: 'Входа fail-onn нет; имелся в виду fail-on?',
      },
      { en: 'There is no input verbose', ru: 'Входа verbose нет' },
    ]);
  });

  it('know their language before anything else is read, and speak English where it is none of ours', () => {
    expect(languageOf(environment({ language: 'ru', mode: '?' }))).toBe('ru');
    expect(languageOf(environment({ language: 'xx' }))).toBe('en');
    expect(() => readInputs(environment({ language: 'xx' }))).toThrow(
      'language: expected one of en, ru, got "xx"',
    );
  });
});
