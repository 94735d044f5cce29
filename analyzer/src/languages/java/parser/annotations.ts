import { Field, Kind } from '../syntax.ts';
import type { Reading } from './reading.ts';
import { MODIFIERS, NAMES, NODE_OF_TOKEN, Token } from './token-kinds.ts';

/** Reads as many annotations as there are. */
export function annotations(reading: Reading): void {
  while (reading.is(Token.at)) annotation(reading);
}

function annotation(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.expect(Token.at);
  dottedName(reading);
  reading.field(Field.name);
  if (!reading.is(Token.openParenthesis)) {
    reading.close(Kind.markerAnnotation, mark, first);
    return;
  }
  annotationArguments(reading);
  reading.field(Field.arguments);
  reading.close(Kind.annotation, mark, first);
}

/** Reads `a.b.c` as one node. */
export function dottedName(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.name();
  if (!reading.is(Token.dot) || NAMES[reading.kindAt(reading.at + 1)] !== 1) return;
  while (reading.is(Token.dot) && NAMES[reading.kindAt(reading.at + 1)] === 1) {
    reading.skip();
    reading.skip();
  }
  reading.count = mark;
  reading.close(Kind.scopedIdentifier, mark, first);
}

function annotationArguments(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.enter();
  reading.expect(Token.openParenthesis);
  if (isPair(reading)) {
    do pair(reading);
    while (reading.accept(Token.comma));
  } else if (!reading.is(Token.closeParenthesis)) elementValue(reading);
  reading.expect(Token.closeParenthesis);
  reading.leave();
  reading.close(Kind.annotationArgumentList, mark, first);
}

function isPair(reading: Reading): boolean {
  return reading.isName() && reading.kindAt(reading.at + 1) === Token.assign;
}

function pair(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.name();
  if (!reading.is(Token.assign)) reading.fail();
  reading.ownLeaf();
  elementValue(reading);
  reading.field(Field.value);
  reading.close(Kind.elementValuePair, mark, first);
}

/** Reads the value of an annotation's element. */
export function elementValue(reading: Reading): void {
  if (reading.is(Token.at)) annotation(reading);
  else if (reading.is(Token.openBrace)) elementValues(reading);
  else reading.rules.expression(reading);
}

function elementValues(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.enter();
  reading.skip();
  while (!reading.is(Token.closeBrace)) {
    elementValue(reading);
    if (!reading.accept(Token.comma)) break;
  }
  reading.expect(Token.closeBrace);
  reading.leave();
  reading.close(Kind.elementValueArrayInitializer, mark, first);
}

/** Reads the modifiers and annotations before a declaration; none make no node. */
export function modifiers(reading: Reading): void {
  const { count: mark, at: first } = reading;
  for (;;) {
    if (reading.is(Token.at)) annotation(reading);
    else if (MODIFIERS[reading.token] === 1 || isSealed(reading)) {
      const kind = NODE_OF_TOKEN[reading.token] ?? 0;
      if (kind === 0) reading.skip();
      else reading.leaf(kind);
    } else break;
  }
  if (reading.at > first) reading.close(Kind.modifiers, mark, first);
}

/** `sealed` where a declaration goes on after it. */
function isSealed(reading: Reading): boolean {
  if (!reading.is(Token.sealed)) return false;
  const next = reading.kindAt(reading.at + 1);
  return MODIFIERS[next] === 1 || next === Token.class || next === Token.interface || next === Token.at;
}
