import { Field, Kind } from '../syntax.ts';
import { modifiers } from './annotations.ts';
import { isVariable } from './lookahead.ts';
import { variableName } from './parameters.ts';
import { argumentList, initialValue, parenthesized } from './primaries.ts';
import type { Reading } from './reading.ts';
import { MOST_KINDS, NAMES, PRIMITIVES, Token } from './token-kinds.ts';
import { tryStatement } from './tries.ts';
import { plainType, typeArguments } from './types.ts';

/** Reads `{ … }`. */
export function block(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.expect(Token.openBrace);
  while (!reading.is(Token.closeBrace)) statement(reading);
  reading.skip();
  reading.close(Kind.block, mark, first);
}

/** Reads the body of a constructor. */
export function constructorBody(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.expect(Token.openBrace);
  if (reading.is(Token.less)) otherConstructor(reading);
  while (!reading.is(Token.closeBrace)) {
    if (isOtherConstructor(reading)) otherConstructor(reading);
    else statement(reading);
  }
  reading.skip();
  reading.close(Kind.constructorBody, mark, first);
}

/** Statements may stand before it since Java 25. */
function isOtherConstructor(reading: Reading): boolean {
  if (!reading.is(Token.this) && !reading.is(Token.super)) return false;
  return reading.kindAt(reading.at + 1) === Token.openParenthesis;
}

/** `this(…)` or `super(…)`, if it comes next. */
function otherConstructor(reading: Reading): void {
  const { count: mark, at: first } = reading;
  if (reading.is(Token.less)) {
    typeArguments(reading);
    reading.field(Field.typeArguments);
  }
  if (reading.kindAt(reading.at + 1) !== Token.openParenthesis) return;
  reading.ownLeaf();
  argumentList(reading);
  reading.field(Field.arguments);
  reading.expect(Token.semicolon);
  reading.close(Kind.explicitConstructorInvocation, mark, first);
}

/** Reads one statement. */
export function statement(reading: Reading): void {
  reading.enter();
  STATEMENTS[reading.token]?.(reading);
  reading.leave();
}

/** A statement that begins with a name. */
function named(reading: Reading): void {
  const next = reading.kindAt(reading.at + 1);
  if (next === Token.colon) labeled(reading);
  else variableOrExpression(reading);
}

/** `yield` gives the value of a switch, unless it names something. */
function yieldOrName(reading: Reading): void {
  const next = reading.kindAt(reading.at + 1);
  if (next === Token.dot || next === Token.assign) reading.fail();
  valueStatement(reading, Kind.yieldStatement);
}

function recordOrName(reading: Reading): void {
  const after = reading.kindAt(reading.at + 2);
  const isHead = NAMES[reading.kindAt(reading.at + 1)] === 1;
  if (isHead && (after === Token.openParenthesis || after === Token.less)) reading.rules.localType(reading);
  else named(reading);
}

function sealedOrName(reading: Reading): void {
  const next = reading.kindAt(reading.at + 1);
  if (next === Token.class || next === Token.interface) reading.rules.localType(reading);
  else named(reading);
}

/** What looks like the head of a module is left alone. */
function moduleOrName(reading: Reading): void {
  if (NAMES[reading.kindAt(reading.at + 1)] === 1) reading.fail();
  named(reading);
}

function labeled(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.name();
  reading.skip();
  statement(reading);
  reading.close(Kind.labeledStatement, mark, first);
}

function variableOrExpression(reading: Reading): void {
  const next = reading.kindAt(reading.at + 1);
  if (next !== Token.openParenthesis && next !== Token.assign && isVariable(reading)) localVariable(reading);
  else expressionStatement(reading);
}

/** Reads an expression and its semicolon. */
export function expressionStatement(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.rules.expression(reading);
  reading.expect(Token.semicolon);
  reading.close(Kind.expressionStatement, mark, first);
}

/** Reads the declaration of variables, with its semicolon. */
function localVariable(reading: Reading): void {
  const { count: mark, at: first } = reading;
  modifiers(reading);
  variables(reading);
  reading.close(Kind.localVariableDeclaration, mark, first);
}

/** Reads a type, variables of it, and the semicolon. */
export function variables(reading: Reading): void {
  plainType(reading);
  reading.field(Field.type);
  do variable(reading);
  while (reading.accept(Token.comma));
  reading.expect(Token.semicolon);
}

function variable(reading: Reading): void {
  const { count: mark, at: first } = reading;
  variableName(reading);
  if (reading.is(Token.assign)) {
    reading.ownLeaf();
    initialValue(reading);
    reading.field(Field.value);
  }
  reading.close(Kind.variableDeclarator, mark, first);
}

/** How statements are read, by the keyword or symbol that they begin with; all others are expressions. */
const STATEMENTS: readonly ((reading: Reading) => void)[] = statementsByToken();

function statementsByToken(): ((reading: Reading) => void)[] {
  const localType = (reading: Reading): void => reading.rules.localType(reading);
  const byToken: ((reading: Reading) => void)[] = new Array(MOST_KINDS).fill(expressionStatement);
  byToken[Token.openBrace] = block;
  byToken[Token.semicolon] = (reading) => reading.skip();
  byToken[Token.if] = ifStatement;
  byToken[Token.return] = returnStatement;
  byToken[Token.throw] = (reading) => valueStatement(reading, Kind.throwStatement);
  byToken[Token.for] = forStatement;
  byToken[Token.while] = whileStatement;
  byToken[Token.do] = doStatement;
  byToken[Token.try] = tryStatement;
  byToken[Token.switch] = (reading) => reading.rules.switch(reading);
  byToken[Token.break] = (reading) => jump(reading, Kind.breakStatement);
  byToken[Token.continue] = (reading) => jump(reading, Kind.continueStatement);
  byToken[Token.synchronized] = synchronizedStatement;
  byToken[Token.assert] = assertStatement;
  for (const token of [Token.final, Token.at]) byToken[token] = modified;
  for (const token of [Token.class, Token.interface, Token.enum, Token.atInterface])
    byToken[token] = localType;
  for (const token of [Token.abstract, Token.static, Token.strictfp]) byToken[token] = localType;
  for (const [token, isPrimitive] of PRIMITIVES.entries()) {
    if (isPrimitive === 1) byToken[token] = variableOrExpression;
  }
  for (const [token, isName] of NAMES.entries()) if (isName === 1) byToken[token] = named;
  byToken[Token.yield] = yieldOrName;
  byToken[Token.record] = recordOrName;
  byToken[Token.sealed] = sealedOrName;
  for (const token of [Token.open, Token.module]) byToken[token] = moduleOrName;
  return byToken;
}

/** A statement that begins with modifiers: of a variable, or of a type. */
function modified(reading: Reading): void {
  const { count: mark, at: first } = reading;
  modifiers(reading);
  const { token } = reading;
  const isType =
    token === Token.class || token === Token.interface || token === Token.enum || token === Token.record;
  if (isType && !(token === Token.record && NAMES[reading.kindAt(reading.at + 2)] === 1)) {
    reading.rules.typeAfterModifiers(reading, mark, first);
    return;
  }
  variables(reading);
  reading.close(Kind.localVariableDeclaration, mark, first);
}

function ifStatement(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  parenthesized(reading);
  reading.field(Field.condition);
  part(reading, Field.consequence);
  if (reading.accept(Token.else)) part(reading, Field.alternative);
  reading.close(Kind.ifStatement, mark, first);
}

/** Reads a statement within another one; `;` makes no node. */
function part(reading: Reading, field: number): void {
  const { count } = reading;
  statement(reading);
  if (reading.count > count) reading.field(field);
}

function returnStatement(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  if (!reading.is(Token.semicolon)) reading.rules.expression(reading);
  reading.expect(Token.semicolon);
  reading.close(Kind.returnStatement, mark, first);
}

/** Reads a word, an expression and a semicolon. */
export function valueStatement(reading: Reading, kind: number): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  reading.rules.expression(reading);
  reading.expect(Token.semicolon);
  reading.close(kind, mark, first);
}

function whileStatement(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  parenthesized(reading);
  reading.field(Field.condition);
  part(reading, Field.body);
  reading.close(Kind.whileStatement, mark, first);
}

function doStatement(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  part(reading, Field.body);
  reading.expect(Token.while);
  parenthesized(reading);
  reading.field(Field.condition);
  reading.expect(Token.semicolon);
  reading.close(Kind.doStatement, mark, first);
}

function forStatement(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  reading.expect(Token.openParenthesis);
  const { count: partMark, at: partFirst } = reading;
  if (reading.is(Token.final) || reading.is(Token.at) || isVariable(reading)) {
    modifiers(reading);
    plainType(reading);
    reading.field(Field.type);
    const { count: nameMark, at: nameFirst } = reading;
    variableName(reading);
    if (reading.accept(Token.colon)) {
      reading.rules.expression(reading);
      reading.field(Field.value);
      reading.expect(Token.closeParenthesis);
      part(reading, Field.body);
      reading.close(Kind.enhancedForStatement, mark, first);
      return;
    }
    firstVariables(reading, nameMark, nameFirst);
    reading.close(Kind.localVariableDeclaration, partMark, partFirst);
    reading.field(Field.init);
  } else {
    expressions(reading, Token.semicolon, Field.init);
    reading.expect(Token.semicolon);
  }
  expressions(reading, Token.semicolon, Field.condition);
  reading.expect(Token.semicolon);
  expressions(reading, Token.closeParenthesis, Field.update);
  reading.expect(Token.closeParenthesis);
  part(reading, Field.body);
  reading.close(Kind.forStatement, mark, first);
}

/** Reads the rest of the variables of a loop, the name of the first having been read. */
function firstVariables(reading: Reading, mark: number, first: number): void {
  if (reading.is(Token.assign)) {
    reading.ownLeaf();
    initialValue(reading);
    reading.field(Field.value);
  }
  reading.close(Kind.variableDeclarator, mark, first);
  while (reading.accept(Token.comma)) variable(reading);
  reading.expect(Token.semicolon);
}

function expressions(reading: Reading, end: number, field: number): void {
  if (reading.token === end) return;
  do {
    reading.rules.expression(reading);
    reading.field(field);
  } while (reading.accept(Token.comma));
}

function jump(reading: Reading, kind: number): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  if (!reading.is(Token.semicolon)) reading.name();
  reading.expect(Token.semicolon);
  reading.close(kind, mark, first);
}

function synchronizedStatement(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.ownLeaf();
  parenthesized(reading);
  block(reading);
  reading.field(Field.body);
  reading.close(Kind.synchronizedStatement, mark, first);
}

function assertStatement(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  reading.rules.expression(reading);
  if (reading.accept(Token.colon)) reading.rules.expression(reading);
  reading.expect(Token.semicolon);
  reading.close(Kind.assertStatement, mark, first);
}
