import { Field, Kind, operatorKind } from '../syntax.ts';
import { isCast, isLambda } from './lookahead.ts';
import { formalParameters } from './parameters.ts';
import { isRecordPattern, recordPattern } from './patterns.ts';
import { postfix } from './primaries.ts';
import type { Reading } from './reading.ts';
import { ASSIGNMENTS, NODE_OF_TOKEN, SHIFT_STRENGTH, STRENGTH, Token } from './token-kinds.ts';
import { type } from './types.ts';

const SHIFT_RIGHT = operatorKind('>>');
const SHIFT_RIGHT_UNSIGNED = operatorKind('>>>');
const SHIFT_RIGHT_ASSIGN = operatorKind('>>=');
const SHIFT_RIGHT_UNSIGNED_ASSIGN = operatorKind('>>>=');

/** The weakest operator between two operands. */
const WEAKEST = 1;

/** Reads an expression of any kind. */
export function expression(reading: Reading): void {
  if (startsLambda(reading)) {
    lambda(reading);
    return;
  }
  const { count: mark, at: first } = reading;
  reading.enter();
  binary(reading, WEAKEST);
  const tokens = assignmentTokens(reading);
  if (reading.is(Token.question)) ternary(reading, mark, first);
  else if (tokens > 0) {
    if (!isTarget(reading.lastKind())) reading.fail();
    reading.joinedLeaf(
      tokens === 1 ? (NODE_OF_TOKEN[reading.token] ?? 0) : shiftAssignment(reading, tokens),
      tokens,
    );
    expression(reading);
    reading.close(Kind.assignmentExpression, mark, first);
  }
  reading.leave();
}

/** How many tokens make the assignment that comes next; 0 where none does. */
function assignmentTokens(reading: Reading): number {
  if (ASSIGNMENTS[reading.token] === 1) return 1;
  return reading.is(Token.greater) ? joinedGreater(reading) : 0;
}

function isTarget(kind: number): boolean {
  return kind === Kind.identifier || kind === Kind.fieldAccess || kind === Kind.arrayAccess;
}

/** `>>=` or `>>>=`; all else that begins with `>` was read as an operator. */
function shiftAssignment(reading: Reading, tokens: number): number {
  if (tokens > 3 || reading.kindAt(reading.at + tokens - 1) !== Token.greaterEqual) reading.fail();
  return tokens === 2 ? SHIFT_RIGHT_ASSIGN : SHIFT_RIGHT_UNSIGNED_ASSIGN;
}

/** Reads a value or condition after `case`, where an arrow makes no lambda of it. */
export function labelValue(reading: Reading): void {
  const { count: mark, at: first } = reading;
  binary(reading, WEAKEST);
  if (reading.is(Token.question)) ternary(reading, mark, first);
}

function ternary(reading: Reading, mark: number, first: number): void {
  reading.skip();
  expression(reading);
  reading.expect(Token.colon);
  expression(reading);
  reading.close(Kind.ternaryExpression, mark, first);
}

/** How many tokens that begin with `>` stand side by side from the next one on; the last one may be `>=`. */
function joinedGreater(reading: Reading): number {
  let tokens = 1;
  for (let at = reading.at; reading.kindAt(at) === Token.greater && reading.areJoined(at); at++) {
    const next = reading.kindAt(at + 1);
    if (next !== Token.greater && next !== Token.greaterEqual) break;
    tokens++;
  }
  return tokens;
}

/** Reads operands with operators between them that bind at least so strongly. */
function binary(reading: Reading, weakest: number): void {
  const { count: mark, at: first } = reading;
  unary(reading);
  for (;;) {
    const tokens = reading.is(Token.greater) ? joinedGreater(reading) : 1;
    const strength = strengthOf(reading, tokens);
    if (strength < weakest) return;
    if (reading.is(Token.instanceof)) {
      typeTest(reading);
      reading.close(Kind.instanceofExpression, mark, first);
      continue;
    }
    if (tokens === 1) reading.ownLeaf();
    else reading.joinedLeaf(tokens === 2 ? SHIFT_RIGHT : SHIFT_RIGHT_UNSIGNED, tokens);
    binary(reading, strength + 1);
    reading.close(Kind.binaryExpression, mark, first);
  }
}

/** Binding strength of an operator that so many tokens make: several are a shift; 0 for an assignment, and for all else. */
function strengthOf(reading: Reading, tokens: number): number {
  if (tokens === 1) return STRENGTH[reading.token] ?? 0;
  if (reading.kindAt(reading.at + tokens - 1) === Token.greaterEqual) return 0;
  if (tokens > 3) reading.fail();
  return SHIFT_STRENGTH;
}

/** Reads what follows the operand of `instanceof`. */
function typeTest(reading: Reading): void {
  reading.skip();
  if (reading.is(Token.final)) reading.ownLeaf();
  if (isRecordPattern(reading)) {
    recordPattern(reading);
    return;
  }
  type(reading);
  if (!reading.isName() && !reading.is(Token.underscore)) return;
  reading.variable();
  reading.field(Field.name);
}

function unary(reading: Reading): void {
  switch (reading.token) {
    case Token.plus:
    case Token.minus:
    case Token.not:
    case Token.complement:
      prefix(reading, Kind.unaryExpression);
      return;
    case Token.increment:
    case Token.decrement:
      prefix(reading, Kind.updateExpression);
      return;
    case Token.openParenthesis:
      if (isCast(reading)) cast(reading);
      else postfix(reading);
      return;
    default:
      postfix(reading);
  }
}

function prefix(reading: Reading, kind: number): void {
  const { count: mark, at: first } = reading;
  reading.enter();
  reading.ownLeaf();
  unary(reading);
  reading.leave();
  reading.close(kind, mark, first);
}

function cast(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.enter();
  reading.skip();
  type(reading);
  reading.field(Field.type);
  while (reading.is(Token.and)) {
    reading.ownLeaf();
    type(reading);
    reading.field(Field.type);
  }
  reading.expect(Token.closeParenthesis);
  if (startsLambda(reading)) lambda(reading);
  else unary(reading);
  reading.field(Field.value);
  reading.leave();
  reading.close(Kind.castExpression, mark, first);
}

function startsLambda(reading: Reading): boolean {
  if (reading.is(Token.openParenthesis)) return isLambda(reading);
  return reading.kindAt(reading.at + 1) === Token.arrow && (reading.isName() || reading.is(Token.underscore));
}

function lambda(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.enter();
  if (!reading.is(Token.openParenthesis)) reading.variable();
  else if (isInferred(reading)) inferredParameters(reading);
  else formalParameters(reading);
  reading.expect(Token.arrow);
  if (reading.is(Token.openBrace)) reading.rules.block(reading);
  else expression(reading);
  reading.field(Field.body);
  reading.leave();
  reading.close(Kind.lambdaExpression, mark, first);
}

/** Whether the parentheses that come next hold names only. */
function isInferred(reading: Reading): boolean {
  const after = reading.kindAt(reading.at + 2);
  return (
    after === Token.comma ||
    (after === Token.closeParenthesis && reading.kindAt(reading.at + 1) !== Token.closeParenthesis)
  );
}

function inferredParameters(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  do reading.variable();
  while (reading.accept(Token.comma));
  reading.expect(Token.closeParenthesis);
  reading.close(Kind.inferredParameters, mark, first);
}
