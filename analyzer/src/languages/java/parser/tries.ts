import { Field, Kind } from '../syntax.ts';
import { modifiers } from './annotations.ts';
import { isVariable } from './lookahead.ts';
import { variableName } from './parameters.ts';
import type { Reading } from './reading.ts';
import { Token } from './token-kinds.ts';
import { plainType } from './types.ts';

/** Reads `try` with its resources, catches and `finally`. */
export function tryStatement(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  const hasResources = reading.is(Token.openParenthesis);
  if (hasResources) resources(reading);
  reading.rules.block(reading);
  reading.field(Field.body);
  const { count } = reading;
  while (reading.is(Token.catch)) catchClause(reading);
  if (reading.is(Token.finally)) finallyClause(reading);
  if (!hasResources && reading.count === count) reading.fail();
  reading.close(hasResources ? Kind.tryWithResourcesStatement : Kind.tryStatement, mark, first);
}

function resources(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  do resource(reading);
  while (reading.accept(Token.semicolon) && !reading.is(Token.closeParenthesis));
  reading.expect(Token.closeParenthesis);
  reading.close(Kind.resourceSpecification, mark, first);
}

function resource(reading: Reading): void {
  const { count: mark, at: first } = reading;
  if (reading.is(Token.final) || reading.is(Token.at) || isVariable(reading)) {
    modifiers(reading);
    plainType(reading);
    reading.field(Field.type);
    variableName(reading);
    if (!reading.is(Token.assign)) reading.fail();
    reading.ownLeaf();
    reading.rules.expression(reading);
    reading.field(Field.value);
  } else {
    reading.rules.expression(reading);
    const kind = reading.lastKind();
    if (kind !== Kind.identifier && kind !== Kind.fieldAccess) reading.fail();
  }
  reading.close(Kind.resource, mark, first);
}

function catchClause(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  reading.expect(Token.openParenthesis);
  caught(reading);
  reading.expect(Token.closeParenthesis);
  reading.rules.block(reading);
  reading.field(Field.body);
  reading.close(Kind.catchClause, mark, first);
}

function caught(reading: Reading): void {
  const { count: mark, at: first } = reading;
  modifiers(reading);
  const { count: typeMark, at: typeFirst } = reading;
  plainType(reading);
  while (reading.is(Token.or)) {
    reading.ownLeaf();
    plainType(reading);
  }
  reading.close(Kind.catchType, typeMark, typeFirst);
  variableName(reading);
  reading.close(Kind.catchFormalParameter, mark, first);
}

function finallyClause(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  reading.rules.block(reading);
  reading.close(Kind.finallyClause, mark, first);
}
