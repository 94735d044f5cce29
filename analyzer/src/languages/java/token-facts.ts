import { hashOfWord } from '../shared/word-hash.ts';
import type { Tokens } from './parser/scanner.ts';
import { Token } from './parser/token-kinds.ts';
import {
  beforeStatements,
  beginToken,
  CHARACTER_LITERAL,
  endStatements,
  mix,
  NUMBER_LITERAL,
  STRING_LITERAL,
  type StatementCount,
  takeSymbol,
} from './statement-count.ts';
import { DOT, kindOf, NAME, SUPPRESSION_MARK, type TokenFacts } from './tokens.ts';

/** What is known of a text before the token that comes next. */
interface Statements extends StatementCount {
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** The kind of that token. */
  kind: number;
  /** What stands for it, if it is a word. */
  word: number;
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
  const statements: Statements = { ...beforeStatements(), text, lineStarts, kind: Token.end, word: 0 };
  for (let index = 0; index < count; index++) {
    statements.kind = kinds[index] ?? Token.end;
    statements.word = words[index] ?? 0;
    if (!take(statements, starts[index] ?? 0, ends[index] ?? 0)) return null;
  }
  const hashes = endStatements(statements);
  return { statements: hashes, codeLines: statements.codeLines, suppressions: [], unclosedQuotes: [] };
}

/** False where the characters of a token might be read in another way. */
function take(statements: Statements, start: number, end: number): boolean {
  const { kind } = statements;
  startToken(statements, start);
  if (kind >= Token.openParenthesis) takeSymbols(statements, start, end);
  else if (kind < Token.decimalInteger || kind > Token.string) takeWord(statements, start, end);
  else if (kind < Token.character) return takeNumber(statements, end);
  else return takeQuoted(statements, start, end);
  return true;
}

function startToken(statements: Statements, start: number): void {
  moveBefore(statements, start + 1);
  beginToken(statements);
}

/** To the last line that starts before a place. */
function moveBefore(statements: Statements, end: number): void {
  const { lineStarts } = statements;
  let { line } = statements;
  while ((lineStarts[line] ?? Number.POSITIVE_INFINITY) < end) line++;
  statements.line = line;
}

function takeNumber(statements: Statements, end: number): boolean {
  takeWhole(statements, NUMBER_LITERAL);
  return statements.text.charCodeAt(end) !== DOT;
}

function takeQuoted(statements: Statements, start: number, end: number): boolean {
  const { kind, text, line } = statements;
  takeWhole(statements, kind === Token.string ? STRING_LITERAL : CHARACTER_LITERAL);
  moveBefore(statements, end);
  const more = statements.line - line;
  statements.codeLines += more;
  statements.codeLine = statements.line;
  return more === 0 || text.startsWith('"""', start);
}

/** Takes a token as a whole. */
function takeWhole(statements: Statements, literal: number): void {
  statements.tokens++;
  mix(statements, literal);
}

function takeWord(statements: Statements, start: number, end: number): void {
  if (statements.kind === Token.nonSealed) {
    takeCharacters(statements, start, end);
    return;
  }
  const { kind } = statements;
  takeWhole(statements, statements.word);
  if (statements.tokens === 1 && statements.outside.length === 0)
    statements.isHeader = kind === Token.import || kind === Token.package;
}

/** Each character of a symbol counts by itself. */
function takeSymbols(statements: Statements, start: number, end: number): void {
  if (end - start > 1) {
    takeCharacters(statements, start, end);
    return;
  }
  statements.tokens++;
  takeSymbol(statements, statements.text.charCodeAt(start));
}

/** A token of several characters: those of a name side by side count as one. */
function takeCharacters(statements: Statements, start: number, end: number): void {
  const { text } = statements;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (kindOf(unit) < NAME) {
      takeWhole(statements, unit);
      continue;
    }
    const first = at;
    while (at + 1 < end && kindOf(text.charCodeAt(at + 1)) >= NAME) at++;
    takeWhole(statements, hashOfWord(text, first, at + 1));
  }
}
