import { endOfCharacter, endOfString, endOfTextBlock, readNumber } from './literals.ts';
import { endOfSymbol, symbolAt } from './symbols.ts';
import { Token } from './token-kinds.ts';
import { isNamePart, type Name, readName, type Written, wordAt } from './words.ts';

/** The tokens of a text; lists that are used again for the next one. */
export interface Tokens extends Written {
  text: string;
  units: Uint16Array<ArrayBuffer>;
  /** Number of tokens, without the `end` after the last. */
  count: number;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  /** What `hashOfWord` says of words. */
  hashes: Int32Array;
  /** By the token of an opening parenthesis: that of the closing one. */
  closings: Int32Array;
  /** Where the first token or comment starts. */
  firstStart: number;
  /** Where the scanner is. */
  at: number;
  /** The word that was read last. */
  readonly word: Name;
  /** Parentheses that are open there. */
  readonly open: number[];
}

/** Lists for an average file; they grow when a file needs more. */
export function createTokens(capacity = 1 << 13): Tokens {
  return {
    ...{
      text: '',
      units: new Uint16Array(capacity),
      count: 0,
      firstStart: 0,
      at: 0,
      word: { end: 0, hash: 0 },
      open: [],
    },
    kinds: new Uint8Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    hashes: new Int32Array(capacity),
    closings: new Int32Array(capacity),
  };
}

/** Stands for a text that is not understood. */
const NO_TOKEN = -1;
/** Stands for a comment. */
const COMMENT = -2;

const SPACE = 32;
const TAB = 9;
const CR = 13;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const ASTERISK = 42;
const DOT = 46;
const SLASH = 47;
const EQUALS = 61;

/**
 * Cuts a text into tokens, in time linear in its length. False where it holds something that is no token of Java, or is
 * written in a way that is rare: unicode escapes outside of literals, values within strings.
 */
export function scan(text: string, tokens: Tokens): boolean {
  startScan(text, tokens);
  const { length } = text;
  for (let start = nextStart(tokens); start < length; start = nextStart(tokens)) {
    const kind = readToken(text, tokens, start);
    if (kind === COMMENT) continue;
    if (kind === NO_TOKEN) return false;
    const { count } = tokens;
    if (count + 2 > tokens.kinds.length) grow(tokens);
    tokens.kinds[count] = kind;
    tokens.starts[count] = start;
    tokens.ends[count] = tokens.at;
    tokens.hashes[count] = tokens.word.hash;
    tokens.count = count + 1;
    if (kind === Token.openParenthesis) tokens.open.push(count);
    else if (kind === Token.closeParenthesis) {
      const opening = tokens.open.pop();
      if (opening === undefined) return false;
      tokens.closings[opening] = count;
    }
  }
  tokens.kinds[tokens.count] = Token.end;
  tokens.starts[tokens.count] = length;
  tokens.ends[tokens.count] = length;
  return tokens.open.length === 0;
}

function startScan(text: string, tokens: Tokens): void {
  tokens.text = text;
  tokens.count = 0;
  tokens.at = 0;
  tokens.open.length = 0;
  takeUnits(text, tokens);
  tokens.firstStart = nextStart(tokens);
}

/** A number in a list is read several times faster than a character of a text. */
function takeUnits(text: string, tokens: Tokens): void {
  if (tokens.units.length <= text.length) tokens.units = new Uint16Array(text.length * 2);
  const { units } = tokens;
  Buffer.from(units.buffer).write(text, 0, 'utf16le');
  units[text.length] = 0;
}

/** Passes over white space. */
function nextStart(tokens: Tokens): number {
  const { units } = tokens;
  let { at } = tokens;
  let unit = units[at] ?? 0;
  while (unit === SPACE || (unit >= TAB && unit <= CR)) unit = units[++at] ?? 0;
  tokens.at = at;
  return at;
}

/** Gives the kind of the token at a place and moves behind it. */
function readToken(text: string, tokens: Tokens, start: number): number {
  const unit = tokens.units[start] ?? 0;
  if (isNamePart(unit)) {
    if (isDigit(unit)) return number(text, tokens, start);
    readName(tokens, start, tokens.word);
    tokens.at = tokens.word.end;
    return tokens.at === start ? NO_TOKEN : word(text, tokens, start);
  }
  switch (unit) {
    case DOUBLE_QUOTE:
      tokens.at = text.startsWith('"""', start) ? endOfTextBlock(text, start) : endOfString(tokens, start);
      return tokens.at === -1 ? NO_TOKEN : Token.string;
    case SINGLE_QUOTE:
      tokens.at = endOfCharacter(text, start);
      return tokens.at === -1 ? NO_TOKEN : Token.character;
    case SLASH:
      return slash(text, tokens, start);
    case DOT:
      return dot(text, tokens, start);
    default:
      return symbol(tokens, start);
  }
}

function word(text: string, tokens: Tokens, start: number): number {
  const kind = wordAt(text, start, tokens.word);
  if (kind !== Token.identifier || tokens.at !== start + 3 || !text.startsWith('non-sealed', start))
    return kind;
  tokens.at = start + 'non-sealed'.length;
  return Token.nonSealed;
}

function number(text: string, tokens: Tokens, start: number): number {
  const unit = text.charCodeAt(start + 1);
  if (start + 1 >= text.length || (unit !== DOT && !isNamePart(unit) && text.charCodeAt(start) !== DOT)) {
    tokens.at = start + 1;
    return Token.decimalInteger;
  }
  const read = readNumber(text, start);
  if (read === null) return NO_TOKEN;
  tokens.at = read.end;
  return read.kind;
}

function dot(text: string, tokens: Tokens, start: number): number {
  return isDigit(tokens.units[start + 1] ?? 0) ? number(text, tokens, start) : symbol(tokens, start);
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function symbol(tokens: Tokens, start: number): number {
  const kind = symbolAt(tokens, start);
  tokens.at = endOfSymbol(start, kind);
  return kind === Token.end ? NO_TOKEN : kind;
}

function slash(text: string, tokens: Tokens, start: number): number {
  const next = text.charCodeAt(start + 1);
  if (next === SLASH) {
    const end = text.indexOf('\n', start);
    tokens.at = end === -1 ? text.length : end;
    return COMMENT;
  }
  if (next === ASTERISK) {
    const end = text.indexOf('*/', start + 2);
    tokens.at = end + 2;
    return end === -1 ? NO_TOKEN : COMMENT;
  }
  tokens.at = next === EQUALS ? start + 2 : start + 1;
  return next === EQUALS ? Token.divideAssign : Token.divide;
}

function grow(tokens: Tokens): void {
  const larger = createTokens(tokens.kinds.length * 2);
  larger.kinds.set(tokens.kinds);
  larger.starts.set(tokens.starts);
  larger.ends.set(tokens.ends);
  larger.hashes.set(tokens.hashes);
  larger.closings.set(tokens.closings);
  const { kinds, starts, ends, hashes, closings } = larger;
  Object.assign(tokens, { kinds, starts, ends, hashes, closings });
}
