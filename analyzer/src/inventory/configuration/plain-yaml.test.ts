import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../../base/ids.ts';
import { plainYamlKeys, type YamlKey } from './plain-yaml.ts';
import { flattenYaml } from './yaml-keys.ts';

/** The same by the library, which reads what ends in a mark that nobody writes. */
const byLibrary = (text: string) => flattenYaml(`${text}\n...\n`, relativePath('application.yml'));

const shown = ({ key, value, line, document }: YamlKey): string => `${document}:${line} ${key}=${value}`;

const PIECES: readonly string[] = [
  ...[
    'a:',
    'b:',
    'a: 1',
    'b: x y',
    'c: "q: # \' r"',
    "d: 'it is: \" # this'",
    'e: ${A:b}',
    'f: ~',
    'g: null',
  ],
  ...[
    '- x',
    '- a: 1',
    '- b:',
    '-  c: 2',
    '- "q"',
    '- ~',
    '- {}',
    'h: []  # none',
    'i: {}',
    '# said',
    'j: # said',
  ],
  ...[
    'k: v # said',
    'l: a#b',
    'm: -1',
    'n: http://h:80/p',
    '---',
    '',
    'true: 1',
    'o.p-q_r: 1.10',
    '- - x',
    '-',
    's:  t',
  ],
  ...[
    'u: a: b',
    'v: "a\\n"',
    "w: 'it''s'",
    'x: [1, 2]',
    'y: |',
    '  z',
    'A: *b',
    'B: &b 1',
    'C: @c@',
    '"D": 1',
    'E : 1',
  ],
  ...[
    ...[
      '"[/p/**]": 1',
      "'t u':",
      '"true": x',
      "- 'a:b': c",
      '"<<": 1',
      "'v''w': 1",
      '"x" : 1',
      '"y\\u0041": 1',
    ],
    ...['z: "a \\" b"', 'z: "a\\\\" # b', 'z: "a\\\\n"', 'z: "\\""', 'z: "a\\"'],
    'F: "a" b',
    'G: a:',
    '? H',
    '<<: *b',
    'I: !!str 1',
    'J:1',
    '\tK: 1',
    'L: é',
    'M: "é\u2028"',
    '...',
    '%Y',
    'N: - 1',
  ],
];

describe('plain YAML', () => {
  it('is read as settings are written', () => {
    const text =
      '# shop\nserver:\n  port: 8080 # http\n  name: "a: b"\n\nroutes:\n- id: one\n  uri: http://one\n- id: two\nroles:\n    - "x"\n    - y\nnone:\n---\na.b: \'c\'\n';
    expect(plainYamlKeys(text)?.map(shown)).toEqual([
      ...[
        '0:3 server.port=8080',
        '0:4 server.name=a: b',
        '0:7 routes[0].id=one',
        '0:8 routes[0].uri=http://one',
      ],
      ...['0:9 routes[1].id=two', '0:11 roles[0]=x', '0:12 roles[1]=y', '0:13 none=', '1:15 a.b=c'],
    ]);
    expect(plainYamlKeys(text.replaceAll('\n', '\r\n'))).toEqual(plainYamlKeys(text));
  });

  it.each([
    ...[
      'a: &b 1',
      'a: |\n  b',
      'a: b\n  c',
      'a: [1]',
      'a: "\\t"',
      '{a: 1}',
      '"a\\n": 1',
      'a: 1\n - b',
      '\ta: 1',
      'a: 1\r',
    ],
    ...[
      '1.10: a',
      'true: a',
      'a: b: c',
      '- a',
      'a:\n  - - b',
      '%YAML 1.1\n---\na: 1',
      'a: 1\n...',
      `a: ${'é'}`,
    ],
    `${'a'.repeat(2_000)}: 1`,
  ])('leaves %j to the library', (text) => {
    expect(plainYamlKeys(text)).toBeNull();
  });

  it('says what the library says, wherever it says anything', () => {
    const line = fc
      .tuple(fc.constantFrom(0, 0, 0, 1, 2, 2, 4), fc.constantFrom(...PIECES))
      .map(([indent, piece]) => ' '.repeat(indent) + piece);
    const plain = fc
      .tuple(fc.constantFrom(0, 2, 4), fc.constantFrom(...PIECES.slice(0, 27)))
      .map(([indent, piece]) => ' '.repeat(indent) + piece);
    let read = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.array(plain, { maxLength: 7 }), fc.array(line, { maxLength: 6 })),
        fc.constantFrom('\n', '\r\n'),
        (lines, end) => {
          const text = lines.join(end);
          const keys = plainYamlKeys(text);
          if (keys === null) return;
          read += 1;
          expect({ keys, diagnostics: [] }).toEqual(byLibrary(text));
        },
      ),
      { numRuns: 3_000 },
    );
    expect(read).toBeGreaterThan(200);
  });
});
