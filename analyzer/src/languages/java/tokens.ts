import { fitted } from '../../base/lists.ts';
import type { FileFacts, StatementHashes } from '../../facts/file-facts.ts';
import { hashOfWord } from '../shared/word-hash.ts';
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

/** What the characters of a file say without its syntax. */
export interface TokenFacts {
  readonly statements: StatementHashes;
  /** Lines that hold at least a part of a token. */
  readonly codeLines: number;
  readonly suppressions: FileFacts['suppressions'];
  /** Offsets of quotes that are not closed on their line. */
  readonly unclosedQuotes: readonly number[];
}

export const SUPPRESSION_MARK = 'csqa-ignore';

const LF = 10;
const CR = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const ASTERISK = 42;
export const DOT = 46;
const SLASH = 47;
const BACKSLASH = 92;

/** What begins with a character; from `NAME` on it can be a part of a name. */
const SYMBOL = 0;
const BLANK = 1;
const LINE_END = 2;
const QUOTE = 3;
export const NAME = 4;
const DIGIT = 5;

const ASCII = 128;
const KIND_OF_UNIT = kindsOfUnits();

function kindsOfUnits(): Uint8Array {
  const kinds = new Uint8Array(ASCII);
  kinds.fill(BLANK, 0, SPACE + 1);
  kinds.fill(DIGIT, 48, 58);
  kinds.fill(NAME, 65, 91);
  kinds.fill(NAME, 97, 123);
  for (const unit of [LF, CR]) kinds[unit] = LINE_END;
  for (const unit of [DOUBLE_QUOTE, SINGLE_QUOTE]) kinds[unit] = QUOTE;
  for (const unit of [36, 95]) kinds[unit] = NAME;
  return kinds;
}

/** Letters, digits, `_`, `$` and everything beyond ASCII but its spaces. */
export function kindOf(unit: number): number {
  if (unit < ASCII) return KIND_OF_UNIT[unit] ?? SYMBOL;
  return unit === 0xa0 || unit === 0xfeff ? BLANK : NAME;
}

/** The scanner's place in the text and what it has seen of it. */
interface Scan extends StatementCount {
  readonly text: string;
  /** Whether a comment can say anything to us. */
  readonly hasMark: boolean;
  at: number;
  readonly suppressions: { readonly line: number; readonly text: string }[];
  readonly unclosedQuotes: number[];
}

/** Scans a file once, in time linear in its length, whatever it contains. */
export function scanTokens(text: string): TokenFacts {
  const hasMark = text.includes(SUPPRESSION_MARK);
  const scan: Scan = { ...beforeStatements(), text, hasMark, at: 0, suppressions: [], unclosedQuotes: [] };
  readAll(scan);
  const statements = endStatements(scan);
  const { codeLines, suppressions, unclosedQuotes } = scan;
  return { statements, codeLines, suppressions: fitted(suppressions), unclosedQuotes };
}

function readAll(scan: Scan): void {
  const { text } = scan;
  for (let { at } = scan; at < text.length; at = scan.at) {
    let unit = text.charCodeAt(at);
    while (unit === SPACE) unit = text.charCodeAt(++at);
    scan.at = at;
    if (at < text.length) readNext(scan, unit);
  }
}

function readNext(scan: Scan, unit: number): void {
  switch (kindOf(unit)) {
    case BLANK:
      scan.at++;
      return;
    case LINE_END:
      readLineEnd(scan);
      return;
    case NAME:
      startToken(scan);
      readWord(scan);
      return;
    case DIGIT:
      startToken(scan);
      readNumber(scan);
      return;
    case QUOTE:
      startToken(scan);
      readQuotes(scan, unit);
      return;
    default:
      readOther(scan, unit);
  }
}

function readOther(scan: Scan, unit: number): void {
  const next = unit === SLASH || unit === DOT ? scan.text.charCodeAt(scan.at + 1) : 0;
  if (unit === SLASH && next === SLASH) {
    readLineComment(scan);
  } else if (unit === SLASH && next === ASTERISK) {
    readBlockComment(scan);
  } else {
    startToken(scan);
    if (unit === DOT && kindOf(next) === DIGIT) readNumber(scan);
    else readSymbol(scan, unit);
  }
}

function readQuotes(scan: Scan, unit: number): void {
  if (unit === SINGLE_QUOTE) readQuoted(scan, SINGLE_QUOTE, CHARACTER_LITERAL);
  else if (scan.text.startsWith('"""', scan.at)) readTextBlock(scan);
  else readQuoted(scan, DOUBLE_QUOTE, STRING_LITERAL);
}

function readLineEnd(scan: Scan): void {
  const { text, at } = scan;
  scan.at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
  scan.line++;
}

function startToken(scan: Scan): void {
  beginToken(scan);
  scan.tokens++;
}

function readWord(scan: Scan): void {
  const { text } = scan;
  const start = scan.at;
  let at = start;
  while (at < text.length && kindOf(text.charCodeAt(at)) >= NAME) at++;
  mix(scan, hashOfWord(text, start, at));
  scan.at = at;
  if (scan.tokens === 1 && scan.outside.length === 0) {
    const word = at - start <= 7 ? text.slice(start, at) : '';
    scan.isHeader = word === 'import' || word === 'package';
  }
}

function readNumber(scan: Scan): void {
  const { text } = scan;
  const isHex = text.startsWith('0x', scan.at) || text.startsWith('0X', scan.at);
  let at = scan.at + 1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (kindOf(unit) >= NAME || unit === DOT) continue;
    const before = text[at - 1] ?? '';
    const isSign = (unit === 43 || unit === 45) && (isHex ? /[pP]/ : /[eE]/).test(before);
    if (!isSign) break;
  }
  scan.at = at;
  mix(scan, NUMBER_LITERAL);
}

function readQuoted(scan: Scan, quote: number, literal: number): void {
  const { text } = scan;
  let at = scan.at + 1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote || unit === LF || unit === CR) break;
    if (unit === BACKSLASH && text.charCodeAt(at + 1) !== LF && text.charCodeAt(at + 1) !== CR) at++;
  }
  const isClosed = at < text.length && text.charCodeAt(at) === quote;
  if (!isClosed) scan.unclosedQuotes.push(scan.at);
  scan.at = isClosed ? at + 1 : Math.min(at, text.length);
  mix(scan, literal);
}

function readTextBlock(scan: Scan): void {
  const { text } = scan;
  scan.at += 3;
  while (scan.at < text.length && !text.startsWith('"""', scan.at)) {
    const unit = text.charCodeAt(scan.at);
    if (unit === LF || unit === CR) {
      readLineEnd(scan);
      if (scan.at < text.length) countCodeLine(scan);
    } else {
      const isEscape = unit === BACKSLASH && text.charCodeAt(scan.at + 1) > CR;
      scan.at += isEscape ? 2 : 1;
    }
  }
  scan.at = Math.min(scan.at + 3, text.length);
  mix(scan, STRING_LITERAL);
}

function readSymbol(scan: Scan, unit: number): void {
  scan.at++;
  takeSymbol(scan, unit);
}

function readLineComment(scan: Scan): void {
  const { text, at } = scan;
  const end = lineEndFrom(text, at);
  if (scan.hasMark) noteSuppression(scan, text.slice(at, end));
  scan.at = end;
}

function lineEndFrom(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === LF || unit === CR) break;
  }
  return end;
}

function readBlockComment(scan: Scan): void {
  const { text } = scan;
  const close = text.indexOf('*/', scan.at + 2);
  const end = close === -1 ? text.length : close + 2;
  for (let at = scan.at; ; scan.line++) {
    const lineEnd = Math.min(lineEndFrom(text, at), end);
    if (scan.hasMark) noteSuppression(scan, text.slice(at, lineEnd));
    if (lineEnd === end) break;
    at = lineEnd + (text.charCodeAt(lineEnd) === CR && text.charCodeAt(lineEnd + 1) === LF ? 2 : 1);
  }
  scan.at = end;
}

function noteSuppression(scan: Scan, comment: string): void {
  if (!comment.includes(SUPPRESSION_MARK)) return;
  const text = comment
    .trim()
    .replace(/^[/*]+/, '')
    .replace(/\*+\/$/, '');
  scan.suppressions.push({ line: scan.line, text: text.trim() });
}
