import { hashOfWord } from '../shared/word-hash.ts';
import type { Tokens } from './parser/scanner.ts';
import { endOfSymbol } from './parser/symbols.ts';
import { MOST_KINDS, Token } from './parser/token-kinds.ts';
import {
  beforeStatements,
  beginToken,
  CHARACTER_LITERAL,
  countCodeLine,
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
  /** Where the line after that of `line` starts. */
  nextLine: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** No place is further on. */
const MOST = Number.MAX_SAFE_INTEGER;

/**
 * What `scanTokens` says of a text that was cut into tokens already, and parsed; null where a token is written in a way of
 * which the two might think otherwise, and where a comment may say something. `lineStarts` are those of the text. Where it is not measured its statements are nothing to go by.
 */
export function factsOfTokens(
  tokens: Tokens,
  lineStarts: readonly number[],
  isMeasured: boolean,
): TokenFacts | null {
  const { text } = tokens;
  if (text.includes(SUPPRESSION_MARK)) return null;
  const statements = beforeTokens(text, lineStarts);
  const isTold = isMeasured ? takeStatements(statements, tokens) : takeLines(statements, tokens);
  if (!isTold) return null;
  const hashes = endStatements(statements);
  return { statements: hashes, codeLines: statements.codeLines, suppressions: [], unclosedQuotes: [] };
}

/** Takes all tokens; false where one might be read in another way. */
function takeStatements(statements: Statements, tokens: Tokens): boolean {
  const { units, kinds, starts, ends, hashes: words, count } = tokens;
  for (let index = 0; index < count; index++) {
    const kind = kinds[index] ?? 0;
    const start = starts[index] ?? 0;
    if (start >= statements.nextLine) moveTo(statements, start);
    beginToken(statements);
    const form = FORM_OF_KIND[kind];
    if (form === WORD) takeWord(statements, kind, words[index] ?? 0);
    else if (form === SYMBOL) takeSingle(statements, units[start] ?? 0);
    else if (!takeOther(statements, kind, { start, end: ends[index] ?? 0 })) return false;
  }
  return true;
}

/** The same for whoever wants to know the lines alone. */
function takeLines(statements: Statements, { kinds, starts, ends, count }: Tokens): boolean {
  for (let index = 0; index < count; index++) {
    const kind = kinds[index] ?? 0;
    const start = starts[index] ?? 0;
    if (start >= statements.nextLine) moveTo(statements, start);
    countCodeLine(statements);
    const form = FORM_OF_KIND[kind];
    if (form !== NUMBER && form !== QUOTED) continue;
    if (!takeOther(statements, kind, { start, end: ends[index] ?? 0 })) return false;
  }
  return true;
}

function beforeTokens(text: string, lineStarts: readonly number[]): Statements {
  return { ...beforeStatements(), text, lineStarts, nextLine: lineStarts[1] ?? MOST };
}

/** What a token of a kind is. */
const WORD = 1;
const SYMBOL = 2;
const NUMBER = 3;
const QUOTED = 4;
/** Each of their characters counts by itself. */
const CHARACTERS = 5;
const FORM_OF_KIND = formsOfKinds();

function formsOfKinds(): Uint8Array {
  const forms = new Uint8Array(MOST_KINDS);
  forms.fill(WORD, Token.identifier, Token.openParenthesis);
  forms.fill(NUMBER, Token.decimalInteger, Token.character);
  forms.fill(QUOTED, Token.character, Token.true);
  forms.fill(SYMBOL, Token.openParenthesis);
  forms[Token.nonSealed] = CHARACTERS;
  for (let kind: number = Token.openParenthesis; kind < MOST_KINDS; kind++)
    if (endOfSymbol(0, kind) > 1) forms[kind] = CHARACTERS;
  forms[Token.divideAssign] = CHARACTERS;
  return forms;
}

/** Takes a token that is rare; false where its characters might be read in another way. */
function takeOther(statements: Statements, kind: number, span: Span): boolean {
  const form = FORM_OF_KIND[kind];
  if (form === NUMBER) return takeNumber(statements, span.end);
  if (form === QUOTED) return takeQuoted(statements, kind, span);
  takeCharacters(statements, span);
  return true;
}

/** To the line of a place further on. */
function moveTo(statements: Statements, place: number): void {
  const { lineStarts } = statements;
  let { line } = statements;
  while ((lineStarts[line] ?? MOST) <= place) line++;
  statements.line = line;
  statements.nextLine = lineStarts[line] ?? MOST;
}

function takeNumber(statements: Statements, end: number): boolean {
  takeWhole(statements, NUMBER_LITERAL);
  return statements.text.charCodeAt(end) !== DOT;
}

function takeQuoted(statements: Statements, kind: number, { start, end }: Span): boolean {
  const { text, line } = statements;
  takeWhole(statements, kind === Token.string ? STRING_LITERAL : CHARACTER_LITERAL);
  moveTo(statements, end - 1);
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

function takeWord(statements: Statements, kind: number, word: number): void {
  takeWhole(statements, word);
  if (statements.tokens === 1 && statements.outside.length === 0)
    statements.isHeader = kind === Token.import || kind === Token.package;
}

function takeSingle(statements: Statements, symbol: number): void {
  statements.tokens++;
  takeSymbol(statements, symbol);
}

/** A token of several characters: those of a name side by side count as one. */
function takeCharacters(statements: Statements, { start, end }: Span): void {
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
