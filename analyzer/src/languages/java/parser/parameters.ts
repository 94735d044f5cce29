import { Field, Kind } from '../syntax.ts';
import { annotations, modifiers } from './annotations.ts';
import type { Reading } from './reading.ts';
import { Token } from './token-kinds.ts';
import { areDimensions, dimensions, plainType } from './types.ts';

/** Reads `(final String a, int... b)`. */
export function formalParameters(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.expect(Token.openParenthesis);
  if (!reading.is(Token.closeParenthesis)) {
    do formalParameter(reading);
    while (reading.accept(Token.comma));
  }
  reading.expect(Token.closeParenthesis);
  reading.close(Kind.formalParameters, mark, first);
}

function formalParameter(reading: Reading): void {
  const { count: mark, at: first } = reading;
  modifiers(reading);
  plainType(reading);
  if (reading.accept(Token.ellipsis)) {
    annotations(reading);
    const { count: nameMark, at: nameFirst } = reading;
    variableName(reading);
    reading.close(Kind.variableDeclarator, nameMark, nameFirst);
    reading.close(Kind.spreadParameter, mark, first);
    return;
  }
  reading.field(Field.type);
  variableName(reading);
  reading.close(Kind.formalParameter, mark, first);
}

/** Reads the name of a variable, and dimensions after it. */
export function variableName(reading: Reading): void {
  if (reading.is(Token.underscore)) reading.leaf(Kind.underscorePattern);
  else reading.name();
  reading.field(Field.name);
  if (!areDimensions(reading)) return;
  dimensions(reading);
  reading.field(Field.dimensions);
}
