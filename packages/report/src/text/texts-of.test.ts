import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../rules/rule-ids.ts';
import { GROUP_IDS, METRIC_IDS } from '../schema/vocabulary.ts';
import { LANGUAGES } from './catalogue.ts';
import { textsOf } from './texts-of.ts';

/** Every text of a catalogue with the path to it; functions are called with each number that matters to a plural. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return [1, 2, 5, 11, 21].map((count) => [`${path}(${count})`, String(value(count, 2, 'x'))]);
  }
  return Object.entries(value as object).flatMap(([key, item]) => texts(item, `${path}.${key}`));
}

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const catalogue = textsOf(language);

  it('are of that language', () => {
    expect(catalogue.language).toBe(language);
  });

  it('are never empty, never padded and on one line', () => {
    for (const [path, text] of texts(catalogue, language)) {
      expect(text, path).toMatch(/^\S(?:.*\S)?$/);
      expect(text, path).not.toMatch(/undefined|NaN|\s{2}/);
    }
  });

  it('explain every metric: a name, a question and what 0 or 1 or a share means', () => {
    for (const id of METRIC_IDS) {
      const metric = catalogue.metrics[id];
      expect(metric.question, id).toMatch(/\?$/);
      expect(metric.definition.length, id).toBeGreaterThan(50);
    }
    expect(new Set(METRIC_IDS.map((id) => catalogue.metrics[id].name)).size).toBe(15);
    expect(new Set(GROUP_IDS.map((id) => catalogue.groups[id].name)).size).toBe(6);
  });

  it('give every rule a title of its own', () => {
    expect(new Set(RULE_IDS.map((id) => catalogue.rules[id])).size).toBe(RULE_IDS.length);
  });

  it('say of every rule what it means, in whole sentences', () => {
    for (const id of RULE_IDS) expect(catalogue.ruleMeanings[id], id).toMatch(/^\p{Lu}.{40,600}\.$/u);
  });
});

describe('the Russian texts', () => {
  it('are in Russian', () => {
    for (const [path, text] of texts(textsOf('ru'), 'ru')) {
      if (/language|models|entryKinds/.test(path)) continue;
      expect(text, path).toMatch(/[а-яё]/i);
    }
  });

  it.each([
    [1, '1 исходный файл, 1 строка'],
    [2, '2 исходных файла, 2 строки'],
    [5, '5 исходных файлов, 5 строк'],
    [11, '11 исходных файлов, 11 строк'],
    [21, '21 исходный файл, 21 строка'],
    [112, '112 исходных файлов, 112 строк'],
  ])('decline nouns after %d', (count, expected) => {
    expect(textsOf('ru').summary.filesAnalysed(count, count)).toBe(expected);
  });
});
