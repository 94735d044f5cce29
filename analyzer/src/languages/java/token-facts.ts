import { fitted } from '../../base/lists.ts';
import type { Tokens } from './parser/scanner.ts';
import { Token } from './parser/token-kinds.ts';
import {
  CHARACTER_LITERAL,
  DOT,
  kindOf,
  NAME,
  NUMBER_LITERAL,
  STRING_LITERAL,
  SUPPRESSION_MARK,
  type TokenFacts,
} from './tokens.ts';
import { FNV_OFFSET, FNV_PRIME, hashOfWord } from './word-hash.ts';

/** What is known of a text before the token that comes next. */
interface Statements {
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** The kind of that token, and its line. */
  kind: number;
  /** What stands for it, if it is a word. */
  word: number;
  line: number;
  /** Last line counted as code. */
  codeLine: number;
  codeLines: number;
  hash: number;
  /** Tokens of the current statement. */
  tokens: number;
  startLine: number;
  isHeader: boolean;
  /** Depth of open parentheses; a `;` inside them ends no statement. */
  parentheses: number;
  /** What `parentheses` was outside each open brace. */
  readonly outside: number[];
  readonly hashes: number[];
  readonly counts: number[];
  readonly lines: number[];
}

/**
 * What `scanTokens` says of a text that was cut into tokens already, and parsed; null where a token is written in a way of
 * which the two might think otherwise, and where a comment may say something. `lineStarts` are those of the text.
 */
export function factsOfTokens(
  { text, kinds, starts, ends, hashes: words, count }: Tokens,
  lineStarts: readonly number[],
): TokenFacts | null {
  if (text.includes(SUPPRESSION_MARK)) return null;
  const statements = before(text, lineStarts);
  for (let index = 0; index < count; index++) {
    statements.kind = kinds[index] ?? Token.end;
    statements.word = words[index] ?? 0;
    if (!take(statements, starts[index] ?? 0, ends[index] ?? 0)) return null;
  }
  endStatement(statements);
  const { hashes, counts, lines, codeLines } = statements;
  return {
    statements: { hashes: fitted(hashes), tokens: fitted(counts), lines: fitted(lines) },
    ...{ codeLines, suppressions: [], unclosedQuotes: [] },
  };
}

function before(text: string, lineStarts: readonly number[]): Statements {
  return {
    ...{ text, lineStarts, kind: Token.end, word: 0, line: 1, codeLine: 0, codeLines: 0 },
    ...{ hash: FNV_OFFSET, tokens: 0, startLine: 0, isHeader: false, parentheses: 0 },
    ...{ outside: [], hashes: [], counts: [], lines: [] },
  };
}

/** False where the characters of a token might be read in another way. */
function take(statements: Statements, start: number, end: number): boolean {
  const { kind } = statements;
  startToken(statements, start);
  if (kind >= Token.openParenthesis) takeSymbol(statements, start, end);
  else if (kind < Token.decimalInteger || kind > Token.string) takeWord(statements, start, end);
  else if (kind < Token.character) return takeNumber(statements, end);
  else return takeQuoted(statements, start, end);
  return true;
}

function startToken(statements: Statements, start: number): void {
  moveBefore(statements, start + 1);
  const { line } = statements;
  if (statements.tokens === 0) statements.startLine = line;
  if (statements.codeLine === line) return;
  statements.codeLine = line;
  statements.codeLines++;
}

/** To the last line that starts before a place. */
function moveBefore(statements: Statements, end: number): void {
  const { lineStarts } = statements;
  let { line } = statements;
  while ((lineStarts[line] ?? Number.POSITIVE_INFINITY) < end) line++;
  statements.line = line;
}

function takeNumber(statements: Statements, end: number): boolean {
  mix(statements, NUMBER_LITERAL);
  return statements.text.charCodeAt(end) !== DOT;
}

function takeQuoted(statements: Statements, start: number, end: number): boolean {
  const { kind, text, line } = statements;
  mix(statements, kind === Token.string ? STRING_LITERAL : CHARACTER_LITERAL);
  moveBefore(statements, end);
  const more = statements.line - line;
  statements.codeLines += more;
  statements.codeLine = statements.line;
  return more === 0 || text.startsWith('"""', start);
}

/** Takes a token as a whole. */
function mix(statements: Statements, literal: number): void {
  statements.tokens++;
  statements.hash = Math.imul(statements.hash ^ literal, FNV_PRIME);
}

function takeWord(statements: Statements, start: number, end: number): void {
  if (statements.kind === Token.nonSealed) {
    takeCharacters(statements, start, end);
    return;
  }
  const { kind } = statements;
  mix(statements, statements.word);
  if (statements.tokens === 1 && statements.outside.length === 0)
    statements.isHeader = kind === Token.import || kind === Token.package;
}

/** Each character of a symbol counts by itself. */
function takeSymbol(statements: Statements, start: number, end: number): void {
  if (end - start > 1) {
    takeCharacters(statements, start, end);
    return;
  }
  mix(statements, statements.text.charCodeAt(start));
  switch (statements.kind) {
    case Token.openParenthesis:
      statements.parentheses++;
      return;
    case Token.closeParenthesis:
      statements.parentheses = Math.max(0, statements.parentheses - 1);
      return;
    case Token.semicolon:
      if (statements.parentheses === 0) endStatement(statements);
      return;
    case Token.openBrace:
      statements.outside.push(statements.parentheses);
      statements.parentheses = 0;
      endStatement(statements);
      return;
    case Token.closeBrace:
      statements.parentheses = statements.outside.pop() ?? 0;
      endStatement(statements);
      return;
    default:
  }
}

/** A token of several characters: those of a name side by side count as one. */
function takeCharacters(statements: Statements, start: number, end: number): void {
  const { text } = statements;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (kindOf(unit) < NAME) {
      mix(statements, unit);
      continue;
    }
    const first = at;
    while (at + 1 < end && kindOf(text.charCodeAt(at + 1)) >= NAME) at++;
    mix(statements, hashOfWord(text, first, at + 1));
  }
}

/** A statement that is one lone `;`, `{` or `}` says nothing and is left out, as are imports and the package. */
function endStatement(statements: Statements): void {
  if (statements.tokens > 1 && !statements.isHeader) {
    statements.hashes.push(statements.hash >>> 0);
    statements.counts.push(statements.tokens);
    statements.lines.push(statements.startLine);
  }
  statements.hash = FNV_OFFSET;
  statements.tokens = 0;
  statements.isHeader = false;
}
