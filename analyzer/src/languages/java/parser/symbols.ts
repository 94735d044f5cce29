import { Token } from './token-kinds.ts';
import type { Written } from './words.ts';

/** Punctuation and operators, longer ones before those that they begin with. `>` is cut from what follows but `=`. */
const SYMBOLS: readonly (readonly [string, number])[] = [
  ['<<=', Token.shiftLeftAssign],
  ['...', Token.ellipsis],
  ['@interface', Token.atInterface],
  ['++', Token.increment],
  ['--', Token.decrement],
  ['&&', Token.andAnd],
  ['||', Token.orOr],
  ['==', Token.equal],
  ['!=', Token.notEqual],
  ['<=', Token.lessEqual],
  ['>=', Token.greaterEqual],
  ['<<', Token.shiftLeft],
  ['+=', Token.plusAssign],
  ['-=', Token.minusAssign],
  ['*=', Token.timesAssign],
  ['%=', Token.remainderAssign],
  ['&=', Token.andAssign],
  ['|=', Token.orAssign],
  ['^=', Token.xorAssign],
  ['->', Token.arrow],
  ['::', Token.colons],
  ['(', Token.openParenthesis],
  [')', Token.closeParenthesis],
  ['{', Token.openBrace],
  ['}', Token.closeBrace],
  ['[', Token.openBracket],
  [']', Token.closeBracket],
  [';', Token.semicolon],
  [',', Token.comma],
  ['.', Token.dot],
  ['@', Token.at],
  [':', Token.colon],
  ['?', Token.question],
  ['!', Token.not],
  ['~', Token.complement],
  ['+', Token.plus],
  ['-', Token.minus],
  ['*', Token.times],
  ['%', Token.remainder],
  ['&', Token.and],
  ['|', Token.or],
  ['^', Token.xor],
  ['<', Token.less],
  ['>', Token.greater],
  ['=', Token.assign],
];

/** By first character: what it means alone, and what it begins beyond that. */
const ALONE = new Uint8Array(128);
const LONGER: (readonly (readonly [string, number])[])[] = Array.from({ length: 128 }, () => []);
const LENGTHS = new Uint8Array(256);
/** By the first two characters: 1 where longer ones begin so. */
const PAIRS = new Uint8Array(128 * 128);

for (const [text, kind] of SYMBOLS) {
  const first = text.charCodeAt(0);
  LENGTHS[kind] = text.length;
  if (text.length === 1) ALONE[first] = kind;
  else {
    LONGER[first] = [...(LONGER[first] ?? []), [text, kind]];
    PAIRS[first * 128 + text.charCodeAt(1)] = 1;
  }
}

/** The kind of the symbol that starts at a place; `end` where none does. */
export function symbolAt({ text, units }: Written, start: number): number {
  const unit = units[start] ?? 0;
  const next = units[start + 1] ?? 0;
  if (unit > 127) return Token.end;
  if (next > 127 || PAIRS[unit * 128 + next] === 0) return ALONE[unit] ?? Token.end;
  const longer = LONGER[unit] ?? [];
  for (let index = 0; index < longer.length; index++) {
    const symbol = longer[index];
    if (symbol !== undefined && text.startsWith(symbol[0], start)) return symbol[1];
  }
  return ALONE[unit] ?? Token.end;
}

/** Where a symbol that starts at a place ends. */
export function endOfSymbol(start: number, kind: number): number {
  return start + (LENGTHS[kind] ?? 0);
}
