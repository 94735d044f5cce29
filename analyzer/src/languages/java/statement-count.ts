import { fitted } from '../../base/lists.ts';
import type { StatementHashes } from '../../facts/file-facts.ts';
import { HASH_START } from '../shared/word-hash.ts';

/** Stand in for the values of literals, so that runs that differ in them only are alike. */
export const STRING_LITERAL = 1;
export const CHARACTER_LITERAL = 2;
export const NUMBER_LITERAL = 3;

/** Of a hash after Fowler, Noll and Vo. */
const PRIME = 0x01000193;

const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const SEMICOLON = 59;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** What was seen of a text, token by token: its statements, and the lines that hold code. */
export interface StatementCount {
  /** The line of the token that comes next. */
  line: number;
  /** Last line counted as code. */
  codeLine: number;
  codeLines: number;
  hash: number;
  /** Tokens of the current statement. */
  tokens: number;
  startLine: number;
  /** `import` or `package` begins the current statement. */
  isHeader: boolean;
  /** Depth of open parentheses; a `;` inside them ends no statement. */
  parentheses: number;
  /** What `parentheses` was outside each open brace. */
  readonly outside: number[];
  readonly hashes: number[];
  readonly counts: number[];
  readonly lines: number[];
}

export function beforeStatements(): StatementCount {
  return {
    ...{ line: 1, codeLine: 0, codeLines: 0, hash: HASH_START, tokens: 0, startLine: 0 },
    ...{ isHeader: false, parentheses: 0, outside: [], hashes: [], counts: [], lines: [] },
  };
}

/** The line that the count has come to holds code, and may begin a statement. */
export function beginToken(count: StatementCount): void {
  if (count.tokens === 0) count.startLine = count.line;
  countCodeLine(count);
}

export function countCodeLine(count: StatementCount): void {
  if (count.codeLine === count.line) return;
  count.codeLine = count.line;
  count.codeLines++;
}

/** Adds to the hash of the current statement. */
export function mix(count: StatementCount, value: number): void {
  count.hash = Math.imul(count.hash ^ value, PRIME);
}

/** What a symbol of one character says of statements, after it was counted as a token. */
export function takeSymbol(count: StatementCount, unit: number): void {
  mix(count, unit);
  switch (unit) {
    case OPEN_PARENTHESIS:
      count.parentheses++;
      return;
    case CLOSE_PARENTHESIS:
      count.parentheses = Math.max(0, count.parentheses - 1);
      return;
    case SEMICOLON:
      if (count.parentheses === 0) endStatement(count);
      return;
    case OPEN_BRACE:
      count.outside.push(count.parentheses);
      count.parentheses = 0;
      endStatement(count);
      return;
    case CLOSE_BRACE:
      count.parentheses = count.outside.pop() ?? 0;
      endStatement(count);
      return;
    default:
  }
}

/** A statement that is one lone `;`, `{` or `}` says nothing and is left out, as are imports and the package. */
function endStatement(count: StatementCount): void {
  if (count.tokens > 1 && !count.isHeader) {
    count.hashes.push(count.hash >>> 0);
    count.counts.push(count.tokens);
    count.lines.push(count.startLine);
  }
  count.hash = HASH_START;
  count.tokens = 0;
  count.isHeader = false;
}

/** All statements, once the text has ended. */
export function endStatements(count: StatementCount): StatementHashes {
  endStatement(count);
  return { hashes: fitted(count.hashes), tokens: fitted(count.counts), lines: fitted(count.lines) };
}
