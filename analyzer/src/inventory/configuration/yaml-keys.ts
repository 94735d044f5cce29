import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
} from 'yaml';
import type { Diagnostic } from '../../base/diagnostics.ts';
import type { RelativePath } from '../../base/ids.ts';
import { type Label, labelIn, type Text } from '../../base/text.ts';
import { NESTS_TOO_DEEP, yamlProblem } from '../yaml-problem.ts';

/** One flat key of a YAML text with its place. */
export interface YamlKey {
  /** `a.b[0].c` */
  readonly key: string;
  readonly value: string;
  readonly line: number;
  /** Number of the document in its file, from 0. */
  readonly document: number;
}

/** What a YAML text says; a broken one keeps what could be read around the break. */
export interface YamlKeys {
  readonly keys: readonly YamlKey[];
  readonly diagnostics: readonly Diagnostic[];
}

/** No settings file comes near this, in characters; broken text of this length costs the reader up to a second. */
const MAX_LENGTH = 256 * 1024;
/** Far more keys than any configuration has. Nodes reached through aliases count each time, which ends an alias bomb. */
const MAX_NODES = 50_000;
/** Looking an alias up costs a pass over the document. */
const MAX_ALIASES = 500;
const MAX_KEY_LENGTH = 1_000;
/** An unquoted `@project.version@`, filled in by the build, is not YAML and yet stands in many Spring files. */
const BUILD_PLACEHOLDER = 'BAD_SCALAR_START';

const TOO_LONG: Text = {
  en: `it has more than the ${MAX_LENGTH} characters that are read`,
  ru: `в нём больше ${MAX_LENGTH} знаков, а дальше файлы не читаются`,
};
const TOO_MANY: Text = {
  en: `it has more than ${MAX_NODES} values or ${MAX_ALIASES} aliases; the rest was left out`,
  ru: `в нём больше ${MAX_NODES} значений или ${MAX_ALIASES} псевдонимов; остальное не прочитано`,
};

/** Flattens every document of a text. Anchors and merge keys are followed within a budget; nothing is recursive here. */
export function flattenYaml(text: string, file: RelativePath): YamlKeys {
  if (text.length > MAX_LENGTH) {
    return {
      keys: [],
      diagnostics: [brokenYaml(file, 1, TOO_LONG)],
    };
  }
  const lines = new LineCounter();
  const documents = parseDocuments(text, lines);
  if (documents === null) return { keys: [], diagnostics: [brokenYaml(file, 1, NESTS_TOO_DEEP)] };
  const diagnostics: Diagnostic[] = [];
  const keys: YamlKey[] = [];
  const budget: Budget = { nodes: MAX_NODES, aliases: MAX_ALIASES };
  for (const [index, document] of documents.entries()) {
    const [error] = document.errors.filter(({ code }) => code !== BUILD_PLACEHOLDER);
    if (error !== undefined) {
      diagnostics.push(brokenYaml(file, lines.linePos(error.pos[0]).line, yamlProblem(error.message)));
    }
    for (const key of flattenDocument(document, lines, budget)) keys.push({ ...key, document: index });
  }
  if (budget.nodes < 0 || budget.aliases < 0) {
    diagnostics.push(brokenYaml(file, 1, TOO_MANY));
  }
  return { keys, diagnostics };
}

function parseDocuments(text: string, lineCounter: LineCounter): readonly Document[] | null {
  try {
    const documents = parseAllDocuments(text, {
      lineCounter,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function brokenYaml(file: RelativePath, line: number, problem: Label): Diagnostic {
  return {
    code: 'configuration-unreadable',
    stage: 'inventory',
    severity: 'warning',
    message: {
      en: `${file} cannot be read as YAML: ${labelIn('en', problem)}`,
      ru: `${file} нельзя прочитать как YAML: ${labelIn('ru', problem)}`,
    },
    hint: {
      en: 'Mend the file; settings in it may be missing from the results.',
      ru: 'Исправьте файл: его настроек может не хватать в результатах.',
    },
    file,
    line,
  };
}

interface Budget {
  nodes: number;
  aliases: number;
}

interface PendingNode {
  readonly key: string;
  readonly node: unknown;
  readonly line: number;
}

function flattenDocument(
  document: Document,
  lines: LineCounter,
  budget: Budget,
): readonly Omit<YamlKey, 'document'>[] {
  const keys: Omit<YamlKey, 'document'>[] = [];
  const pending: PendingNode[] = [{ key: '', node: document.contents, line: 1 }];
  for (let next = pending.pop(); next !== undefined && budget.nodes >= 0; next = pending.pop()) {
    budget.nodes -= 1;
    if (isAlias(next.node)) budget.aliases -= 1;
    if (budget.aliases < 0) break;
    const node = isAlias(next.node) ? next.node.resolve(document) : next.node;
    const children = childrenOf({ ...next, node }, lines);
    if (children !== null) pending.push(...children.toReversed());
    else if (next.key !== '') keys.push({ key: next.key, value: scalarText(node), line: next.line });
  }
  return keys;
}

/** Nodes below a map or a list, in order; null for a value. An empty list or map is a value: it overrides another file's. */
function childrenOf(pending: PendingNode, lines: LineCounter): readonly PendingNode[] | null {
  const { key, node, line } = pending;
  if (isMap(node))
    return node.items.length === 0 ? null : [...mergedInto(pending), ...membersOf(pending, lines)];
  if (!isSeq(node) || node.items.length === 0) return null;
  return node.items.flatMap((item, index) =>
    childKey(key, `[${index}]`).map((child) => ({
      key: child,
      node: item,
      line: lineOf(item, lines) ?? line,
    })),
  );
}

/** What `<<` brings into a map comes first, because the map's own keys win and later keys override earlier ones. */
function mergedInto({ key, node, line }: PendingNode): readonly PendingNode[] {
  if (!isMap(node)) return [];
  return node.items
    .filter((pair) => isMergeKey(pair.key))
    .flatMap(({ value }) =>
      (isSeq(value) ? value.items : [value]).map((source) => ({ key, node: source, line })),
    );
}

function membersOf({ key, node, line }: PendingNode, lines: LineCounter): readonly PendingNode[] {
  if (!isMap(node)) return [];
  return node.items
    .filter((pair) => !isMergeKey(pair.key))
    .flatMap((pair) => {
      const place = lineOf(pair.key, lines) ?? line;
      const name = isScalar(pair.key) ? String(pair.key.value ?? '') : '';
      return childKey(key, name).map((child) => ({ key: child, node: pair.value, line: place }));
    });
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<';
}

function childKey(parent: string, name: string): readonly string[] {
  const joined = parent === '' || name.startsWith('[') ? `${parent}${name}` : `${parent}.${name}`;
  return name === '' || joined.length > MAX_KEY_LENGTH ? [] : [joined];
}

function lineOf(node: unknown, lines: LineCounter): number | null {
  const start = (node as Node | null)?.range?.[0];
  return start === undefined ? null : lines.linePos(start).line;
}

/** A value as Spring binds it: the text as written where a number would lose digits, empty for null. */
function scalarText(node: unknown): string {
  if (!isScalar(node) || node.value === null || node.value === undefined) return '';
  return node.type === 'PLAIN' && node.source !== undefined ? node.source : String(node.value);
}
