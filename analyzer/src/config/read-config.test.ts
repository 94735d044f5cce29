import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnalysisError } from '../base/errors.ts';
import { DEFAULT_CONFIG } from './default-config.ts';
import { readConfig } from './read-config.ts';

const problemsOf = (text: string): readonly string[] => {
  try {
    readConfig(text, '.csqa.yml');
    return [];
  } catch (error) {
    if (error instanceof AnalysisError && error.code === 'CONFIG_INVALID') return error.message.split('\n');
    throw error;
  }
};

describe('readConfig', () => {
  it.each([[''], ['# only a comment\n'], ['{}'], ['---\n']])('takes %j for the defaults', (text) => {
    expect(readConfig(text, '.csqa.yml')).toEqual(DEFAULT_CONFIG);
  });

  it('fills in what is left out, inside a group too', () => {
    const config = readConfig('gate:\n  maxRisk: 0.4\nlimits: { maxFiles: 10 }\n', '.csqa.yml');
    expect(config.gate).toEqual({ ...DEFAULT_CONFIG.gate, maxRisk: 0.4 });
    expect(config.limits).toEqual({ ...DEFAULT_CONFIG.limits, maxFiles: 10 });
  });

  it('completes the id of a suppressed rule', () => {
    const config = readConfig(
      'suppress:\n  - { rule: B1-thin-defence, until: 2027-01-31, reason: accepted }\n',
      '.csqa.yml',
    );
    expect(config.suppress).toEqual([
      { rule: 'CSQA-B1-thin-defence', until: '2027-01-31', reason: 'accepted', line: 2 },
    ]);
  });

  it.each([
    [
      'an unknown key with the one that was meant',
      'model: csqa-1\nexlude: [a]\n',
      ['.csqa.yml:2: exlude: expected a known key, got "exlude"; did you mean exclude?'],
    ],
    [
      'an unknown key inside a group',
      'gate:\n  failOnn: high\n',
      ['.csqa.yml:2: gate.failOnn: expected a known key, got "failOnn"; did you mean failOn?'],
    ],
    [
      'an unknown group in the gate, and a limit out of range',
      'gate:\n  maxGroup:\n    G: 0.5\n  maxMetricIncrease:\n    B1: 2\n',
      [
        '.csqa.yml:3: gate.maxGroup.G: expected a known key, got "G"; did you mean A?',
        '.csqa.yml:5: gate.maxMetricIncrease.B1: expected at most 1, got 2',
      ],
    ],
    [
      'an unknown metric',
      'weights:\n  Z9: 1\n',
      [
        '.csqa.yml:2: weights.Z9: expected a known key, got "Z9"; known are A1, A2, A3, B1, B2, B3, B4, C1, C2, C3, D1, D2, E1, F1, F2',
      ],
    ],
    [
      'a value that is not offered',
      '\nmodel: csqa-3\n',
      ['.csqa.yml:2: model: expected one of csqa-1, csqa-2, got "csqa-3"'],
    ],
    ['a wrong type', 'include: src\n', ['.csqa.yml:1: include: expected a list, got "src"']],
    [
      'a wrong type in a list',
      'include:\n  - a\n  - [b]\n',
      ['.csqa.yml:3: include[1]: expected text, got ["b"]'],
    ],
    ['a number out of range', 'maxDepth: 0\n', ['.csqa.yml:1: maxDepth: expected at least 1, got 0']],
    ['a list instead of keys', '- a\n', ['.csqa.yml:1: expected keys with values, got ["a"]']],
    [
      'two documents',
      'model: csqa-1\n---\nmodel: csqa-2\n',
      [expect.stringMatching(/^\.csqa\.yml:[12]: expected valid YAML/)],
    ],
    [
      'a key given twice',
      'model: csqa-1\nmodel: csqa-2\n',
      [expect.stringMatching(/^\.csqa\.yml:2: expected valid YAML/)],
    ],
    [
      'a pattern that would be slow',
      'exclude: ["*a*b*c*d*"]\n',
      [expect.stringContaining('more than 3 wildcards')],
    ],
  ])('names %s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('names every mistake of a suppression', () => {
    expect(problemsOf('suppress:\n  - rule: everything\n    until: 2026-02-30\n')).toEqual([
      '.csqa.yml:2: suppress[0].rule: expected a rule id such as CSQA-B1-thin-defence, got "everything"',
      '.csqa.yml:2: suppress[0].reason: expected text, got nothing',
      '.csqa.yml:3: suppress[0].until: expected a date such as 2027-01-31, got "2026-02-30"',
    ]);
  });

  it('keeps the list of mistakes short', () => {
    const text = Array.from({ length: 30 }, (_, at) => `unknown${at}: 1`).join('\n');
    expect(problemsOf(text)).toHaveLength(11);
  });

  it.each([
    ['nesting', '['.repeat(50_000)],
    ['aliases', `a: &a [x]\ninclude: [${Array(200).fill('*a').join(', ')}]`],
    ['length', `# ${'x'.repeat(300_000)}`],
  ])('refuses hostile %s', (_, text) => {
    expect(problemsOf(text)).toHaveLength(1);
  });

  it('answers any text with a configuration or a named mistake', () => {
    const word = fc.constantFrom(
      'model',
      'include',
      'gate',
      'limits',
      'suppress',
      ':',
      '-',
      ' ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '"',
      '1',
      'null',
      '<<',
      '?',
      '|',
      '!!js',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        for (const problem of problemsOf(words.join('')))
          expect(problem).toMatch(/^\.csqa\.yml:\d+: |^… and/);
      }),
      { numRuns: 500 },
    );
  });
});
