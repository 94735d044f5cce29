import { Token } from './token-kinds.ts';
import { isNamePart, type Written } from './words.ts';

const LF = 10;
const CR = 13;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const BACKSLASH = 92;
const OPEN_BRACE = 123;

const ESCAPE = /\\(?:[^xu0-7{]|[0-7]{1,3}|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4})/y;

/** The end of the string that starts at a place; -1 where it is not closed on its line or holds what is rare. */
export function endOfString({ text, units }: Written, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = units[at] ?? 0;
    if (unit === DOUBLE_QUOTE) return at + 1;
    if (unit === LF || unit === CR) return -1;
    if (unit !== BACKSLASH) continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) return -1;
    at = ESCAPE.lastIndex - 1;
  }
  return -1;
}

/** The end of the text block that starts at a place; -1 where it is not closed or holds values. */
export function endOfTextBlock(text: string, start: number): number {
  for (let at = start + 3; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === DOUBLE_QUOTE && text.startsWith('"""', at)) return at + 3;
    if (unit !== BACKSLASH) continue;
    at++;
    if (text.charCodeAt(at) === OPEN_BRACE) return -1;
  }
  return -1;
}

/** The end of the character literal that starts at a place; -1 where there is none. */
export function endOfCharacter(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SINGLE_QUOTE) return at === start + 1 ? -1 : at + 1;
    if (unit === LF || unit === CR) return -1;
    if (unit === BACKSLASH) at++;
  }
  return -1;
}

const DIGITS = '(?:0|[1-9](?:_?\\d+(?:_+\\d+)*)?)';
const SPACED = '\\d+(?:_\\d+)*';
const EXPONENT = `[eE][+-]?${SPACED}`;
const HEX = '[\\dA-Fa-f]+(?:_[\\dA-Fa-f]+)*';

/** Every way to write a number, by the kind it is. The longest counts; of two the first. */
const NUMBERS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`${DIGITS}[lL]?`, 'y'), Token.decimalInteger],
  [new RegExp(`0[xX]${HEX}[lL]?`, 'y'), Token.hexInteger],
  [/0[oO]?[0-7]+(?:_[0-7]+)*[lL]?/y, Token.octalInteger],
  [/0[bB][01]+(?:_[01]+)*[lL]?/y, Token.binaryInteger],
  [new RegExp(`${SPACED}\\.(?:${SPACED})?(?:${EXPONENT})?[fFdD]?`, 'y'), Token.decimalFloat],
  [new RegExp(`\\.${SPACED}(?:${EXPONENT})?[fFdD]?`, 'y'), Token.decimalFloat],
  [new RegExp(`${DIGITS}${EXPONENT}[fFdD]?`, 'y'), Token.decimalFloat],
  [new RegExp(`${DIGITS}(?:${EXPONENT})?[fFdD]`, 'y'), Token.decimalFloat],
  [new RegExp(`0[xX](?:(?:${HEX})?\\.${HEX}|${HEX}\\.?)(?:[pP][+-]?${DIGITS}[fFdD]?)?`, 'y'), Token.hexFloat],
];

const DIGIT_ZERO = 48;
const DIGIT_NINE = 57;
const DOT = 46;
const ASCII = 128;

/** The end of an integer as nearly all are written; -1 for any other number. */
function endOfPlain(text: string, start: number): number {
  if (text.charCodeAt(start) === DIGIT_ZERO) return -1;
  let at = start;
  while (text.charCodeAt(at) >= DIGIT_ZERO && text.charCodeAt(at) <= DIGIT_NINE) at++;
  const unit = text.charCodeAt(at);
  const isEnd = at === text.length || (unit < ASCII && unit !== DOT && !isNamePart(unit));
  return at > start && isEnd ? at : -1;
}

const NAME_PART = /[\w$\u0080-\uffff]/y;

/** Reads the number at a place; null where a name goes on right behind it. */
export function readNumber(
  text: string,
  start: number,
): { readonly kind: number; readonly end: number } | null {
  const plain = endOfPlain(text, start);
  if (plain !== -1) return { kind: Token.decimalInteger, end: plain };
  let end = start;
  let found: number = Token.end;
  for (const [form, kind] of NUMBERS) {
    form.lastIndex = start;
    if (!form.test(text) || form.lastIndex <= end) continue;
    end = form.lastIndex;
    found = kind;
  }
  NAME_PART.lastIndex = end;
  return found === Token.end || NAME_PART.test(text) ? null : { kind: found, end };
}
