import type { RelativePath } from '../../base/ids.ts';
import { fitted, NOTHING } from '../../base/lists.ts';
import type { FactProblem, FileFacts, Import, StatementHashes } from '../../facts/file-facts.ts';
import {
  childOfKind,
  type FlatTree,
  NO_NODE,
  type NodeIndex,
  type SyntaxProblem,
} from '../shared/flat-tree.ts';
import type { LineIndex } from '../shared/line-index.ts';
import type { TextTable } from '../shared/text-table.ts';
import { numberAnonymousTypes } from './anonymous-numbers.ts';
import { startBody } from './body-builder.ts';
import { measureComplexity } from './cognitive-complexity.ts';
import { readBlock, readStatement } from './control-flow.ts';
import { readAnonymousType, readLocalType, readTypeDeclaration } from './declarations.ts';
import { createLocals } from './locals.ts';
import { readExpression } from './operations.ts';
import type { JavaParser } from './parser/parse-java.ts';
import { readSwitch } from './switches.ts';
import { Kind, keywordKind } from './syntax.ts';
import { factsOfTokens } from './token-facts.ts';
import { scanTokens, type TokenFacts } from './tokens.ts';
import { topLevelOf } from './top-level.ts';
import { dottedName } from './type-names.ts';
import { lineOf, type Readers, type Unit } from './unit.ts';

const STATIC = keywordKind('static');

const NO_STATEMENTS: StatementHashes = { hashes: NOTHING, tokens: NOTHING, lines: NOTHING };
const NOT_MEASURED: Unit['complexity'] = new Map();

const MAX_EXCERPT = 60;
const MAX_PROBLEMS = 20;

/** The annotation in `Object @Nullable ... values`. */
const ANNOTATED_ELLIPSIS = /@[\w$]+(?:\.[\w$]+)*(?=\s{0,8}\.\.\.)/g;

const READERS: Readers = {
  expression: readExpression,
  block: readBlock,
  statement: readStatement,
  switch: readSwitch,
  localType: readLocalType,
  anonymousType: readAnonymousType,
};

/** A text before it is parsed. */
export interface PreparedText {
  readonly tokens: TokenFacts;
  /** What is to be parsed: the same, as the grammar needs it. */
  readonly repaired: string;
}

/** Scans a text, and makes it ready to be parsed. */
export function prepareText(text: string): PreparedText {
  const tokens = scanTokens(text);
  return { tokens, repaired: parseable(text, tokens.unclosedQuotes) };
}

/**
 * Parses a text that can be parsed as it stands. Its tokens say all that a scan of its characters would say; null where they
 * do not, or the parser leaves it to another one.
 */
export function readPlain(source: JavaSource, parser: JavaParser): ParsedText | null {
  const { text, lines, isMeasured } = source;
  if (parseable(text, []) !== text) return null;
  const tree = parser.parse(text);
  const tokens = tree === null ? null : factsOfTokens(parser.tokens(), lines.starts, isMeasured);
  return tokens === null ? null : { tokens, tree };
}

/** A file that is to be read. */
export interface JavaSource {
  readonly path: RelativePath;
  readonly text: string;
  readonly lines: LineIndex;
  /** Where facts have their texts from. */
  readonly texts: TextTable;
  /** Whether statements and complexity are wanted. */
  readonly isMeasured: boolean;
}

/** Its tokens and its syntax tree; null where the parser gave up. */
export interface ParsedText {
  readonly tokens: TokenFacts;
  readonly tree: FlatTree | null;
}

/** Turns a file into facts. */
export function extractJava(source: JavaSource, { tokens, tree }: ParsedText): FileFacts {
  const outline = tree === null ? unreadable() : readCompilationUnit(source, tree);
  const { path, lines, isMeasured } = source;
  const unclosed = tokens.unclosedQuotes.map((offset) => unclosedQuote(lines.lineAt(offset)));
  const { package: packageName, imports, types, problems } = outline;
  return {
    path,
    language: 'java',
    package: packageName,
    imports,
    types,
    problems: fitted([...unclosed, ...problems].slice(0, MAX_PROBLEMS)),
    statements: isMeasured ? tokens.statements : NO_STATEMENTS,
    lines: { total: lines.total, code: tokens.codeLines },
    suppressions: tokens.suppressions,
  };
}

/**
 * The text as the grammar needs it, of the same length: it takes a quote that is not closed on its line to go on
 * over the rest of the file, and a line comment to end at LF only; it does not know annotations before `...`.
 */
function parseable(text: string, unclosedQuotes: readonly number[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const offset of unclosedQuotes) {
    parts.push(text.slice(from, offset), ' ');
    from = offset + 1;
  }
  const closed = from === 0 ? text : parts.join('') + text.slice(from);
  const repaired = closed.includes('...')
    ? closed.replace(ANNOTATED_ELLIPSIS, (annotation) => ' '.repeat(annotation.length))
    : closed;
  return repaired.includes('\r') ? repaired.replace(/\r(?!\n)/g, '\n') : repaired;
}

function unclosedQuote(line: number): FactProblem {
  return {
    code: 'syntax-error',
    line,
    message: {
      en: 'expected the end of a literal before the end of the line',
      ru: 'литерал не закончился до конца строки',
    },
  };
}

type Outline = Pick<FileFacts, 'package' | 'imports' | 'types' | 'problems'>;

function unreadable(): Outline {
  const message = {
    en: 'the parser gave up on this file: it would take too much time or memory',
    ru: 'разобрать этот файл не удалось: не хватило времени или памяти',
  };
  return { package: '', imports: [], types: [], problems: [{ code: 'not-parsed', line: 1, message }] };
}

function readCompilationUnit(source: JavaSource, tree: FlatTree): Outline {
  const unit = unitOf(source, tree);
  const { packages, imports, types } = topLevelOf(tree);
  const packageName = packages[0] === undefined ? '' : nameIn(unit, packages[0]);
  const prefix = packageName === '' ? '' : `${packageName}.`;
  for (const { node, strays } of types) {
    readTypeDeclaration(unit, node, { outer: null, prefix, enclosingMethod: null, strays });
  }
  return {
    package: packageName,
    imports: imports.map((node) => readImport(unit, node)),
    types: fitted(unit.types),
    problems: unit.problems,
  };
}

function unitOf({ path, text, lines, texts, isMeasured }: JavaSource, tree: FlatTree): Unit {
  return {
    text,
    texts,
    tree,
    lines,
    readers: READERS,
    types: [],
    locals: createLocals(),
    fileName: path.slice(path.lastIndexOf('/') + 1).replace(/\.java$/, ''),
    problems: tree.problems.map((problem) => describeProblem(problem, text, lines)),
    numbers: numberAnonymousTypes(tree, text),
    complexity: isMeasured ? measureComplexity(tree) : NOT_MEASURED,
    body: startBody({ type: 0, method: 0 }, 1),
    site: { type: 0, binaryName: '' },
    depth: 0,
    spine: [],
    whenTrue: NOTHING,
    whenFalse: NOTHING,
  };
}

function readImport(unit: Unit, node: NodeIndex): Import {
  const { tree } = unit;
  return {
    name: nameIn(unit, node),
    static: childOfKind(tree, node, STATIC) !== NO_NODE,
    wildcard: childOfKind(tree, node, Kind.asterisk) !== NO_NODE,
    line: lineOf(unit, node),
  };
}

function nameIn(unit: Unit, node: NodeIndex): string {
  const scoped = childOfKind(unit.tree, node, Kind.scopedIdentifier);
  const name = scoped === NO_NODE ? childOfKind(unit.tree, node, Kind.identifier) : scoped;
  return name === NO_NODE ? '' : dottedName(unit, name);
}

function describeProblem(problem: SyntaxProblem, text: string, lines: LineIndex): FactProblem {
  const line = lines.lineAt(problem.start);
  const { missing } = problem;
  if (missing !== null) {
    const message = { en: `expected ${missing}`, ru: `ожидалось ${missing}` };
    return { code: 'syntax-error', line, message };
  }
  const excerpt = text.slice(problem.start, Math.min(problem.end, problem.start + MAX_EXCERPT));
  const met = JSON.stringify(excerpt);
  return {
    code: 'syntax-error',
    line,
    message: { en: `unexpected ${met}`, ru: `неожиданно встретилось ${met}` },
  };
}
