import type { Reading } from './reading.ts';
import { CAST_OPERANDS, NAMES, PRIMITIVES, Token } from './token-kinds.ts';

/** Stands for "no type starts here". */
export const NO_TYPE = -1;

/** Type arguments that nest deeper are taken for none. */
const MOST_DEPTH = 40;

/** The token after the type that starts at one, or `NO_TYPE`. Nothing is read. */
export function afterType(reading: Reading, start: number, depth = 0): number {
  let at = afterAnnotations(reading, start);
  if (PRIMITIVES[reading.kindAt(at)] === 1) return afterDimensions(reading, at + 1);
  if (NAMES[reading.kindAt(at)] !== 1) return NO_TYPE;
  at++;
  for (;;) {
    if (reading.kindAt(at) === Token.less) {
      at = afterTypeArguments(reading, at, depth);
      if (at === NO_TYPE) return NO_TYPE;
    }
    if (reading.kindAt(at) !== Token.dot) return afterDimensions(reading, at);
    const name = afterAnnotations(reading, at + 1);
    if (NAMES[reading.kindAt(name)] !== 1) return NO_TYPE;
    at = name + 1;
  }
}

/** The token after the type arguments that start at one, or `NO_TYPE`. */
function afterTypeArguments(reading: Reading, start: number, depth = 0): number {
  if (depth > MOST_DEPTH) return NO_TYPE;
  let at = start + 1;
  if (reading.kindAt(at) === Token.greater) return at + 1;
  for (;;) {
    at = afterTypeArgument(reading, at, depth + 1);
    if (at === NO_TYPE) return NO_TYPE;
    const kind = reading.kindAt(at);
    if (kind === Token.greater) return at + 1;
    if (kind !== Token.comma) return NO_TYPE;
    at++;
  }
}

function afterTypeArgument(reading: Reading, start: number, depth: number): number {
  const at = afterAnnotations(reading, start);
  if (reading.kindAt(at) !== Token.question) return afterType(reading, at, depth);
  const bound = reading.kindAt(at + 1);
  if (bound !== Token.extends && bound !== Token.super) return at + 1;
  return afterType(reading, at + 2, depth);
}

/** The token after `[]`, as often as it stands there. */
function afterDimensions(reading: Reading, start: number): number {
  let at = start;
  for (;;) {
    const open = reading.kindAt(at) === Token.at ? afterAnnotations(reading, at) : at;
    if (reading.kindAt(open) !== Token.openBracket || reading.kindAt(open + 1) !== Token.closeBracket)
      return at;
    at = open + 2;
  }
}

/** The token after the annotations that start at one; the token itself where there is none. */
function afterAnnotations(reading: Reading, start: number): number {
  let at = start;
  while (reading.kindAt(at) === Token.at && NAMES[reading.kindAt(at + 1)] === 1) {
    at += 2;
    while (reading.kindAt(at) === Token.dot && NAMES[reading.kindAt(at + 1)] === 1) at += 2;
    if (reading.kindAt(at) === Token.openParenthesis) at = reading.closingOf(at) + 1;
  }
  return at;
}

/** Whether a declaration of a variable comes next: a type, and a name after it. */
export function isVariable(reading: Reading): boolean {
  const at = afterType(reading, reading.at);
  if (at === NO_TYPE) return false;
  const kind = reading.kindAt(at);
  return NAMES[kind] === 1 || kind === Token.underscore;
}

/** Whether the opening parenthesis that comes next starts the parameters of a lambda. */
export function isLambda(reading: Reading): boolean {
  return reading.kindAt(reading.closingOf(reading.at) + 1) === Token.arrow;
}

/** Whether the opening parenthesis that comes next starts a cast. */
export function isCast(reading: Reading): boolean {
  const close = reading.closingOf(reading.at);
  let at = afterType(reading, reading.at + 1);
  while (at !== NO_TYPE && reading.kindAt(at) === Token.and) at = afterType(reading, at + 1);
  if (at !== close) return false;
  const isPrimitive = PRIMITIVES[reading.kindAt(reading.at + 1)] === 1;
  return isPrimitive || CAST_OPERANDS[reading.kindAt(close + 1)] === 1;
}

/** What a name in an expression begins. */
export type Named = 'value' | 'class-literal' | 'reference';

/**
 * Whether the name or primitive type that comes next is a value, or a type before `.class` or `::` that no value is
 * written like: with type arguments or dimensions.
 */
export function namedAt(reading: Reading): Named {
  let at = reading.at + 1;
  while (reading.kindAt(at) === Token.dot && NAMES[reading.kindAt(at + 1)] === 1) at += 2;
  switch (reading.kindAt(at)) {
    case Token.dot:
      return reading.kindAt(at + 1) === Token.class ? 'class-literal' : 'value';
    case Token.less:
      break;
    case Token.openBracket:
      if (reading.kindAt(at + 1) !== Token.closeBracket) return 'value';
      break;
    default:
      return 'value';
  }
  const after = afterType(reading, reading.at);
  if (after === NO_TYPE) return 'value';
  if (reading.kindAt(after) === Token.colons) return 'reference';
  const isLiteral = reading.kindAt(after) === Token.dot && reading.kindAt(after + 1) === Token.class;
  return isLiteral ? 'class-literal' : 'value';
}
