import { distance } from 'fastest-levenshtein';
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { core } from 'zod';
import { AnalysisError } from '../base/errors.ts';
import { type Label, labelIn, type Text } from '../base/text.ts';
import { yamlProblem } from '../inventory/yaml-problem.ts';
import { type AnalyzerConfig, configSchema, SCHEMA_WORDS } from './analyzer-config.ts';

/** Far beyond any configuration, far below what could hurt; in characters. */
const MAX_CONFIG_LENGTH = 256 * 1024;
const MAX_ALIASES = 50;
const MAX_SHOWN_PROBLEMS = 10;
const MAX_SHOWN_VALUE = 60;

/** A mistake in the file. */
interface ConfigProblem {
  readonly line: number;
  readonly text: Text;
}

/**
 * Reads the text of a configuration file; `file` is the name to show. Throws AnalysisError CONFIG_INVALID with one line a
 * mistake: file, line, key, what was expected and what came.
 */
export function readConfig(text: string, file: string): AnalyzerConfig {
  if (text.length > MAX_CONFIG_LENGTH) {
    throw invalid(file, [
      {
        line: 1,
        text: mismatch(
          { en: `at most ${MAX_CONFIG_LENGTH} characters`, ru: `не больше ${MAX_CONFIG_LENGTH} знаков` },
          String(text.length),
        ),
      },
    ]);
  }
  const lines = new LineCounter();
  const document = parseYaml(text, { file, lines });
  const parsed = configSchema.safeParse(toData(document, file) ?? {});
  if (parsed.success) return withLines(parsed.data, document, lines);
  throw invalid(
    file,
    parsed.error.issues.flatMap((issue) => describeIssue(issue, document, lines)),
  );
}

/** Suppressions with the lines that they stand on, so that what is wrong with one can be found. */
function withLines(config: AnalyzerConfig, document: Document, lines: LineCounter): AnalyzerConfig {
  const suppress = config.suppress.map((entry, index) => ({
    ...entry,
    line: lineOfKey(['suppress', index], document, lines),
  }));
  return { ...config, suppress };
}

function parseYaml(text: string, { file, lines }: { file: string; lines: LineCounter }): Document {
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalid(file, [
      {
        line: 1,
        text: {
          en: 'expected a flat configuration, got one that nests too deep to be read',
          ru: 'ожидались неглубокие настройки, а вложенность слишком велика, чтобы их прочитать',
        },
      },
    ]);
  }
  if (document.errors.length === 0) return document;
  // After its first error a YAML reader mostly reports the consequences.
  const [first] = document.errors;
  const problem = yamlProblem(first?.message ?? '');
  throw invalid(file, [
    {
      line: lines.linePos(first?.pos[0] ?? 0).line,
      text: {
        en: `expected valid YAML, got: ${labelIn('en', problem)}`,
        ru: `ожидался правильный YAML, а получено: ${labelIn('ru', problem)}`,
      },
    },
  ]);
}

function toData(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    const text = {
      en: `expected at most ${MAX_ALIASES} uses of an anchor, got more`,
      ru: `ожидалось не больше ${MAX_ALIASES} ссылок на якорь, а их больше`,
    };
    throw invalid(file, [{ line: 1, text }]);
  }
}

function describeIssue(
  issue: core.$ZodIssue,
  document: Document,
  lines: LineCounter,
): readonly ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOfKey([...issue.path, key], document, lines),
      text: unknownKey(shownPath([...issue.path, key]), shown(key), suggestion(key, issue.path)),
    }));
  }
  if (issue.code === 'invalid_key') {
    const key = issue.path.at(-1);
    const hint = suggestion(String(key), issue.path.slice(0, -1));
    const text = unknownKey(shownPath(issue.path), shown(key), hint);
    return [{ line: lineOfKey(issue.path, document, lines), text }];
  }
  const node = nodeAt(issue.path, document);
  const came = node === undefined ? NOTHING : shown(isNode(node) ? node.toJS(document) : node);
  const where = issue.path.length === 0 ? '' : `${shownPath(issue.path)}: `;
  return [
    {
      line: lineOfKey(issue.path, document, lines),
      text: mismatch(expectation(issue), came, where),
    },
  ];
}

const NOTHING: Text = { en: 'nothing', ru: 'ничего' };

function mismatch(expected: Label, came: Label, where = ''): Text {
  return {
    en: `${where}expected ${labelIn('en', expected)}, got ${labelIn('en', came)}`,
    ru: `${where}ожидалось: ${labelIn('ru', expected)}, получено: ${labelIn('ru', came)}`,
  };
}

function unknownKey(path: string, key: string, hint: Text): Text {
  return {
    en: `${path}: expected a known key, got ${key}${hint.en}`,
    ru: `${path}: ключа ${key} нет${hint.ru}`,
  };
}

/** What a value should have been, in words; the words of a refined rule come from the schema. */
function expectation(issue: core.$ZodIssue): Label {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS.get(issue.expected) ?? issue.expected;
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { en: `one of ${values}`, ru: `одно из ${values}` };
    }
    case 'too_small':
      if (issue.minimum === 1 && issue.origin === 'string') return { en: 'some text', ru: 'непустой текст' };
      return withUnit({ en: 'at least', ru: 'не меньше' }, issue.minimum, issue.origin);
    case 'too_big':
      return withUnit({ en: 'at most', ru: 'не больше' }, issue.maximum, issue.origin);
    default:
      return SCHEMA_WORDS.get(issue.message) ?? { en: issue.message, ru: russianOf(issue) };
  }
}

/** A rule in code brings its Russian words along; any other speaks English. */
function russianOf(issue: core.$ZodIssue): string {
  const ru: unknown = issue.code === 'custom' ? issue.params?.['ru'] : undefined;
  return typeof ru === 'string' ? ru : issue.message;
}

const TYPE_WORDS: ReadonlyMap<string, Text> = new Map([
  ['string', { en: 'text', ru: 'текст' }],
  ['number', { en: 'a number', ru: 'число' }],
  ['int', { en: 'a whole number', ru: 'целое число' }],
  ['array', { en: 'a list', ru: 'список' }],
  ['object', { en: 'keys with values', ru: 'ключи со значениями' }],
  ['record', { en: 'keys with values', ru: 'ключи со значениями' }],
]);

function withUnit(bound: Text, amount: number | bigint, origin: string): Text {
  if (origin === 'string')
    return { en: `${bound.en} ${amount} characters`, ru: `${bound.ru} ${amount} (знаков)` };
  if (origin === 'array')
    return { en: `${bound.en} ${amount} entries`, ru: `${bound.ru} ${amount} (записей)` };
  return { en: `${bound.en} ${amount}`, ru: `${bound.ru} ${amount}` };
}

function suggestion(key: string, path: readonly PropertyKey[]): Text {
  const known = knownKeys(path);
  const [nearest] = known
    .map((candidate) => ({ candidate, cost: distance(key.toLowerCase(), candidate.toLowerCase()) }))
    .sort((left, right) => left.cost - right.cost);
  if (nearest !== undefined && nearest.cost <= Math.max(1, Math.floor(key.length / 3))) {
    const { candidate } = nearest;
    return { en: `; did you mean ${candidate}?`, ru: `; может быть, ${candidate}?` };
  }
  if (known.length === 0) return { en: '', ru: '' };
  const names = known.join(', ');
  return { en: `; known are ${names}`, ru: `; известны ${names}` };
}

/** Keys the schema knows at a path, read from the schema itself so that they cannot drift apart. */
function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const { shape } = configSchema;
  switch (path[0]) {
    case undefined:
      return Object.keys(shape);
    case 'limits':
      return Object.keys(shape.limits.unwrap().shape);
    case 'gate':
      return knownInGate(path);
    case 'weights':
      return Object.keys(shape.weights.unwrap().keyType.enum);
    case 'suppress':
      return Object.keys(shape.suppress.unwrap().element.shape);
    default:
      return [];
  }
}

function knownInGate([, key]: readonly PropertyKey[]): readonly string[] {
  const { shape } = configSchema.shape.gate.unwrap();
  switch (key) {
    case undefined:
      return Object.keys(shape);
    case 'maxMetric':
    case 'maxMetricIncrease':
      return Object.keys(shape.maxMetric.unwrap().keyType.enum);
    case 'maxGroup':
    case 'maxGroupIncrease':
      return Object.keys(shape.maxGroup.unwrap().keyType.enum);
    default:
      return [];
  }
}

function nodeAt(path: readonly PropertyKey[], document: Document): unknown {
  return path.length === 0 ? (document.contents ?? undefined) : document.getIn(path, true);
}

/** Line of a key, or of the nearest thing around it that the file does contain. */
function lineOfKey(path: readonly PropertyKey[], document: Document, lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const holder = nodeAt(path.slice(0, length - 1), document);
    const name = path[length - 1];
    const pair = isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && key.value === name)
      : undefined;
    const node = pair?.key ?? nodeAt(path.slice(0, length), document);
    const start = isNode(node) ? (node as Node).range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

function shownPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= MAX_SHOWN_VALUE ? text : `${text.slice(0, MAX_SHOWN_VALUE)}…`;
}

function invalid(file: string, problems: readonly ConfigProblem[]): AnalysisError {
  const listed = [...problems].sort((left, right) => left.line - right.line);
  const kept = listed.slice(0, MAX_SHOWN_PROBLEMS);
  const left = listed.length - kept.length;
  const told = (language: keyof Text, more: string) =>
    [...kept.map(({ line, text }) => `${file}:${line}: ${text[language]}`), ...(left > 0 ? [more] : [])].join(
      '\n',
    );
  return new AnalysisError('CONFIG_INVALID', told('en', `… and ${left} more`), {
    ru: told('ru', `… и ещё ${left}`),
    hint: 'Mend the lines named above; `csqa init` writes a file with every key explained.',
  });
}
