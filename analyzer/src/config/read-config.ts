import { distance } from 'fastest-levenshtein';
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { core } from 'zod';
import { AnalysisError } from '../base/errors.ts';
import { yamlProblem } from '../inventory/yaml-problem.ts';
import { type AnalyzerConfig, configSchema } from './analyzer-config.ts';

/** Far beyond any configuration, far below what could hurt; in characters. */
const MAX_CONFIG_LENGTH = 256 * 1024;
const MAX_ALIASES = 50;
const MAX_SHOWN_PROBLEMS = 10;
const MAX_SHOWN_VALUE = 60;

/** A mistake in the file. */
interface ConfigProblem {
  readonly line: number;
  readonly text: string;
}

/**
 * Reads the text of a configuration file; `file` is the name to show. Throws AnalysisError CONFIG_INVALID with one line a
 * mistake: file, line, key, what was expected and what came.
 */
export function readConfig(text: string, file: string): AnalyzerConfig {
  if (text.length > MAX_CONFIG_LENGTH) {
    throw invalid(file, [
      { line: 1, text: `expected at most ${MAX_CONFIG_LENGTH} characters, got ${text.length}` },
    ]);
  }
  const lines = new LineCounter();
  const document = parseYaml(text, { file, lines });
  const parsed = configSchema.safeParse(toData(document, file) ?? {});
  if (parsed.success) return parsed.data;
  throw invalid(
    file,
    parsed.error.issues.flatMap((issue) => describeIssue(issue, document, lines)),
  );
}

function parseYaml(text: string, { file, lines }: { file: string; lines: LineCounter }): Document {
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalid(file, [
      { line: 1, text: 'expected a flat configuration, got one that nests too deep to be read' },
    ]);
  }
  if (document.errors.length === 0) return document;
  // After its first error a YAML reader mostly reports the consequences.
  const [first] = document.errors;
  const problem = yamlProblem(first?.message ?? '');
  throw invalid(file, [
    { line: lines.linePos(first?.pos[0] ?? 0).line, text: `expected valid YAML, got: ${problem}` },
  ]);
}

function toData(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    throw invalid(file, [{ line: 1, text: `expected at most ${MAX_ALIASES} uses of an anchor, got more` }]);
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
      text: `${shownPath([...issue.path, key])}: expected a known key, got ${shown(key)}${suggestion(key, issue.path)}`,
    }));
  }
  if (issue.code === 'invalid_key') {
    const key = issue.path.at(-1);
    const text = `${shownPath(issue.path)}: expected a known key, got ${shown(key)}${suggestion(String(key), issue.path.slice(0, -1))}`;
    return [{ line: lineOfKey(issue.path, document, lines), text }];
  }
  const node = nodeAt(issue.path, document);
  const came = node === undefined ? 'nothing' : shown(isNode(node) ? node.toJS(document) : node);
  const where = issue.path.length === 0 ? '' : `${shownPath(issue.path)}: `;
  return [
    {
      line: lineOfKey(issue.path, document, lines),
      text: `${where}expected ${expectation(issue)}, got ${came}`,
    },
  ];
}

/** What a value should have been, in words. */
function expectation(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_WORDS.get(issue.expected) ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? 'some text'
        : `at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin)}`;
    default:
      return issue.message;
  }
}

const TYPE_WORDS: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['array', 'a list'],
  ['object', 'keys with values'],
  ['record', 'keys with values'],
]);

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

function suggestion(key: string, path: readonly PropertyKey[]): string {
  const known = knownKeys(path);
  const [nearest] = known
    .map((candidate) => ({ candidate, cost: distance(key.toLowerCase(), candidate.toLowerCase()) }))
    .sort((left, right) => left.cost - right.cost);
  if (nearest !== undefined && nearest.cost <= Math.max(1, Math.floor(key.length / 3))) {
    return `; did you mean ${nearest.candidate}?`;
  }
  return known.length === 0 ? '' : `; known are ${known.join(', ')}`;
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
      return Object.keys(shape.gate.unwrap().shape);
    case 'weights':
      return Object.keys(shape.weights.unwrap().keyType.enum);
    case 'suppress':
      return Object.keys(shape.suppress.unwrap().element.shape);
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
  const kept = listed.slice(0, MAX_SHOWN_PROBLEMS).map(({ line, text }) => `${file}:${line}: ${text}`);
  const rest = listed.length > kept.length ? [`… and ${listed.length - kept.length} more`] : [];
  return new AnalysisError('CONFIG_INVALID', [...kept, ...rest].join('\n'), {
    hint: 'Mend the lines named above; `csqa init` writes a file with every key explained.',
  });
}
