import { Field, Kind } from '../syntax.ts';
import { annotations } from './annotations.ts';
import type { Reading } from './reading.ts';
import { PRIMITIVES, Token } from './token-kinds.ts';

/** Reads a type that may begin with annotations of its own. */
export function type(reading: Reading): void {
  if (!reading.is(Token.at)) {
    plainType(reading);
    return;
  }
  const { count: mark, at: first } = reading;
  annotations(reading);
  plainType(reading);
  reading.close(Kind.annotatedType, mark, first);
}

/** Reads a type, with the dimensions of an array after it. */
export function plainType(reading: Reading): void {
  const { count: mark, at: first } = reading;
  simpleType(reading);
  if (!areDimensions(reading)) return;
  dimensions(reading);
  reading.field(Field.dimensions);
  reading.close(Kind.arrayType, mark, first);
}

/** Reads a type without dimensions. */
export function simpleType(reading: Reading): void {
  if (PRIMITIVES[reading.token] === 1) {
    reading.ownLeaf();
    return;
  }
  const { count: mark, at: first } = reading;
  reading.name(Kind.typeIdentifier);
  if (reading.is(Token.less)) genericType(reading, mark, first);
  while (reading.is(Token.dot) && reading.kindAt(reading.at + 1) !== Token.class) {
    reading.skip();
    annotations(reading);
    reading.name(Kind.typeIdentifier);
    reading.close(Kind.scopedTypeIdentifier, mark, first);
    if (reading.is(Token.less)) genericType(reading, mark, first);
  }
}

function genericType(reading: Reading, mark: number, first: number): void {
  typeArguments(reading);
  reading.close(Kind.genericType, mark, first);
}

/** Reads `<A, ? extends B>`. */
export function typeArguments(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.enter();
  open(reading);
  if (!reading.is(Token.greater)) {
    do typeArgument(reading);
    while (reading.accept(Token.comma));
  }
  shut(reading);
  reading.leave();
  reading.close(Kind.typeArguments, mark, first);
}

/** The brackets of type arguments stay in the tree. */
function open(reading: Reading): void {
  if (!reading.is(Token.less)) reading.fail();
  reading.ownLeaf();
}

function shut(reading: Reading): void {
  if (!reading.is(Token.greater)) reading.fail();
  reading.ownLeaf();
}

function typeArgument(reading: Reading): void {
  const { count: mark, at: first } = reading;
  if (reading.is(Token.at)) {
    annotations(reading);
    if (reading.is(Token.question)) wildcard(reading, mark, first);
    else {
      plainType(reading);
      reading.close(Kind.annotatedType, mark, first);
    }
  } else if (reading.is(Token.question)) wildcard(reading, mark, first);
  else plainType(reading);
}

function wildcard(reading: Reading, mark: number, first: number): void {
  reading.skip();
  if (reading.is(Token.extends) || reading.is(Token.super)) {
    reading.ownLeaf();
    type(reading);
  }
  reading.close(Kind.wildcard, mark, first);
}

/** Reads `<T extends A & B, U>`. */
export function typeParameters(reading: Reading): void {
  const { count: mark, at: first } = reading;
  open(reading);
  do typeParameter(reading);
  while (reading.accept(Token.comma));
  shut(reading);
  reading.close(Kind.typeParameters, mark, first);
}

function typeParameter(reading: Reading): void {
  const { count: mark, at: first } = reading;
  annotations(reading);
  reading.name(Kind.typeIdentifier);
  if (reading.is(Token.extends)) {
    const { count: boundMark, at: boundFirst } = reading;
    reading.ownLeaf();
    type(reading);
    while (reading.is(Token.and)) {
      reading.ownLeaf();
      type(reading);
    }
    reading.close(Kind.typeBound, boundMark, boundFirst);
  }
  reading.close(Kind.typeParameter, mark, first);
}

/** Reads types between commas. */
export function typeList(reading: Reading): void {
  const { count: mark, at: first } = reading;
  do type(reading);
  while (reading.accept(Token.comma));
  reading.close(Kind.typeList, mark, first);
}

/** Whether `[]` comes next, be it annotated. */
export function areDimensions(reading: Reading): boolean {
  if (reading.is(Token.at)) return true;
  return reading.is(Token.openBracket) && reading.kindAt(reading.at + 1) === Token.closeBracket;
}

/** Reads `[]`, as often as it stands there. */
export function dimensions(reading: Reading): void {
  const { count: mark, at: first } = reading;
  do {
    annotations(reading);
    reading.expect(Token.openBracket);
    reading.expect(Token.closeBracket);
  } while (areDimensions(reading));
  reading.close(Kind.dimensions, mark, first);
}
