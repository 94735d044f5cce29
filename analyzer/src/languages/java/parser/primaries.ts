import { Field, Kind } from '../syntax.ts';
import { annotations } from './annotations.ts';
import { namedAt } from './lookahead.ts';
import type { Reading } from './reading.ts';
import { NAMES, Token } from './token-kinds.ts';
import { areDimensions, dimensions, plainType, simpleType, typeArguments } from './types.ts';

/** Reads an operand with all that is asked of it: members, calls, elements, `++`. */
export function postfix(reading: Reading): void {
  const { count: mark, at: first } = reading;
  if (reading.is(Token.switch)) {
    reading.rules.switch(reading);
    return;
  }
  operand(reading);
  selectors(reading, mark, first);
  while (reading.is(Token.increment) || reading.is(Token.decrement)) {
    reading.ownLeaf();
    reading.close(Kind.updateExpression, mark, first);
  }
}

function selectors(reading: Reading, mark: number, first: number): void {
  for (;;) {
    switch (reading.token) {
      case Token.dot:
        reading.field(Field.object);
        reading.skip();
        member(reading, mark, first);
        break;
      case Token.openBracket:
        reading.skip();
        reading.rules.expression(reading);
        reading.expect(Token.closeBracket);
        reading.close(Kind.arrayAccess, mark, first);
        break;
      case Token.colons:
        reference(reading, mark, first);
        break;
      default:
        return;
    }
  }
}

/** Reads what an operand begins with. */
function operand(reading: Reading): void {
  const { token } = reading;
  if (NAMES[token] === 1) {
    named(reading);
    return;
  }
  switch (token) {
    case Token.openParenthesis:
      parenthesized(reading);
      return;
    case Token.new:
      creation(reading);
      return;
    case Token.this:
    case Token.string:
    case Token.decimalInteger:
    case Token.hexInteger:
    case Token.octalInteger:
    case Token.binaryInteger:
    case Token.decimalFloat:
    case Token.hexFloat:
    case Token.character:
    case Token.true:
    case Token.false:
    case Token.null:
      reading.ownLeaf();
      return;
    case Token.super:
      reading.ownLeaf();
      if (!reading.is(Token.dot) && !reading.is(Token.colons)) reading.fail();
      return;
    case Token.integral:
    case Token.floating:
    case Token.boolean:
    case Token.void:
      typed(reading);
      return;
    default:
      reading.fail();
  }
}

/** Reads `(a)`. */
export function parenthesized(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.expect(Token.openParenthesis);
  reading.rules.expression(reading);
  reading.expect(Token.closeParenthesis);
  reading.close(Kind.parenthesizedExpression, mark, first);
}

function named(reading: Reading): void {
  const { count: mark, at: first } = reading;
  const next = reading.kindAt(reading.at + 1);
  if (next === Token.openParenthesis) {
    reading.name();
    call(reading, mark, first);
    return;
  }
  const isPlain = next !== Token.dot && next !== Token.less && next !== Token.openBracket;
  if (isPlain || namedAt(reading) === 'value') reading.name();
  else typed(reading);
}

/** Reads a type before `.class` or `::`. */
function typed(reading: Reading): void {
  const { count: mark, at: first } = reading;
  plainType(reading);
  if (reading.is(Token.colons)) return;
  reading.expect(Token.dot);
  if (!reading.is(Token.class)) reading.fail();
  reading.ownLeaf();
  reading.close(Kind.classLiteral, mark, first);
}

/** Reads the arguments of a call whose name was read last. */
function call(reading: Reading, mark: number, first: number): void {
  reading.field(Field.name);
  argumentList(reading);
  reading.field(Field.arguments);
  reading.close(Kind.methodInvocation, mark, first);
}

/** Reads what follows a dot. */
function member(reading: Reading, mark: number, first: number): void {
  if (reading.is(Token.super)) {
    reading.ownLeaf();
    reading.expect(Token.dot);
  }
  if (reading.isName()) {
    reading.name();
    if (reading.is(Token.openParenthesis)) call(reading, mark, first);
    else reading.close(Kind.fieldAccess, mark, first);
    return;
  }
  switch (reading.token) {
    case Token.less:
      typeArguments(reading);
      reading.field(Field.typeArguments);
      reading.name();
      call(reading, mark, first);
      return;
    case Token.this:
      reading.ownLeaf();
      reading.close(Kind.fieldAccess, mark, first);
      return;
    case Token.new:
      reading.field(0);
      instance(reading, mark, first);
      return;
    default:
      reading.fail();
  }
}

/** Reads `::name` after a value or a type. */
function reference(reading: Reading, mark: number, first: number): void {
  reading.skip();
  if (reading.is(Token.less)) typeArguments(reading);
  if (reading.is(Token.new)) reading.ownLeaf();
  else reading.name();
  reading.close(Kind.methodReference, mark, first);
}

/** Reads `(a, b)`. */
export function argumentList(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.expect(Token.openParenthesis);
  if (!reading.is(Token.closeParenthesis)) {
    do reading.rules.expression(reading);
    while (reading.accept(Token.comma));
  }
  reading.expect(Token.closeParenthesis);
  reading.close(Kind.argumentList, mark, first);
}

function creation(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.ownLeaf();
  if (reading.is(Token.less)) {
    typeArguments(reading);
    reading.field(Field.typeArguments);
  }
  annotations(reading);
  simpleType(reading);
  reading.field(Field.type);
  if (reading.is(Token.openBracket)) array(reading, mark, first);
  else created(reading, mark, first);
}

/** Reads `new Inner()` after a value and its dot. */
function instance(reading: Reading, mark: number, first: number): void {
  reading.ownLeaf();
  annotations(reading);
  simpleType(reading);
  reading.field(Field.type);
  created(reading, mark, first);
}

function created(reading: Reading, mark: number, first: number): void {
  argumentList(reading);
  reading.field(Field.arguments);
  if (reading.is(Token.openBrace)) reading.rules.classBody(reading);
  reading.close(Kind.objectCreationExpression, mark, first);
}

function array(reading: Reading, mark: number, first: number): void {
  if (areDimensions(reading)) {
    dimensions(reading);
    reading.field(Field.dimensions);
    arrayInitializer(reading);
    reading.field(Field.value);
  } else {
    while (reading.is(Token.openBracket) && !areDimensions(reading)) {
      size(reading);
      reading.field(Field.dimensions);
    }
    if (areDimensions(reading)) {
      dimensions(reading);
      reading.field(Field.dimensions);
    }
  }
  reading.close(Kind.arrayCreationExpression, mark, first);
}

function size(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  reading.rules.expression(reading);
  reading.expect(Token.closeBracket);
  reading.close(Kind.dimensionsExpr, mark, first);
}

/** Reads `{ a, b }`. */
function arrayInitializer(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.enter();
  reading.expect(Token.openBrace);
  while (!reading.is(Token.closeBrace)) {
    initialValue(reading);
    if (!reading.accept(Token.comma)) break;
  }
  reading.expect(Token.closeBrace);
  reading.leave();
  reading.close(Kind.arrayInitializer, mark, first);
}

/** Reads what a variable or an element of an array is set to. */
export function initialValue(reading: Reading): void {
  if (reading.is(Token.openBrace)) arrayInitializer(reading);
  else reading.rules.expression(reading);
}
