import { Kind } from '../syntax.ts';
import { afterType, NO_TYPE } from './lookahead.ts';
import type { Reading } from './reading.ts';
import { NAMES, Token } from './token-kinds.ts';
import { plainType, simpleType } from './types.ts';

/** Whether a type and a name after it come next. */
export function isTypePattern(reading: Reading): boolean {
  const after = afterType(reading, reading.is(Token.final) ? reading.at + 1 : reading.at);
  if (after === NO_TYPE) return false;
  const kind = reading.kindAt(after);
  return kind === Token.underscore || (NAMES[kind] === 1 && kind !== Token.when);
}

/** Whether a record and its components come next; a call is written like one without components. */
export function isRecordPattern(reading: Reading): boolean {
  if (!reading.isName()) return false;
  const open = afterType(reading, reading.at);
  if (open === NO_TYPE || reading.kindAt(open) !== Token.openParenthesis) return false;
  return reading.kindAt(open + 1) !== Token.closeParenthesis;
}

/** Reads `Point p` or `final Point p` after `case`. */
export function typePattern(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.accept(Token.final);
  plainType(reading);
  reading.variable();
  reading.close(Kind.typePattern, mark, first);
}

/** Reads `Line(Point(var x, var y), final Shape.Point to)`. */
export function recordPattern(reading: Reading): void {
  const { count: mark, at: first } = reading;
  if (reading.kindAt(reading.at + 1) === Token.openParenthesis) reading.name();
  else simpleType(reading);
  components(reading);
  reading.close(Kind.recordPattern, mark, first);
}

function components(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.enter();
  reading.expect(Token.openParenthesis);
  do {
    if (isRecordPattern(reading)) recordPattern(reading);
    else component(reading);
  } while (reading.accept(Token.comma));
  reading.expect(Token.closeParenthesis);
  reading.leave();
  reading.close(Kind.recordPatternBody, mark, first);
}

function component(reading: Reading): void {
  const { count: mark, at: first } = reading;
  if (reading.is(Token.underscore)) reading.leaf(Kind.underscorePattern);
  else {
    reading.accept(Token.final);
    plainType(reading);
    reading.variable();
  }
  reading.close(Kind.recordPatternComponent, mark, first);
}
