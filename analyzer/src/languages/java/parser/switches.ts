import { Field, Kind } from '../syntax.ts';
import { labelValue } from './expressions.ts';
import { isRecordPattern, isTypePattern, recordPattern, typePattern } from './patterns.ts';
import { parenthesized } from './primaries.ts';
import type { Reading } from './reading.ts';
import { expressionStatement, statement, valueStatement } from './statements.ts';
import { Token } from './token-kinds.ts';

/** Reads a switch, old or new, statement or expression. */
export function switchExpression(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.enter();
  reading.expect(Token.switch);
  parenthesized(reading);
  reading.field(Field.condition);
  switchBlock(reading);
  reading.field(Field.body);
  reading.leave();
  reading.close(Kind.switchExpression, mark, first);
}

function switchBlock(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.expect(Token.openBrace);
  let before = 0;
  while (!reading.is(Token.closeBrace)) {
    const kind = branch(reading);
    if (before !== 0 && before !== kind) reading.fail();
    before = kind;
  }
  reading.skip();
  reading.close(Kind.switchBlock, mark, first);
}

/** Reads a label and what it leads to; gives which kind of branch it was. A label right before another leads to nothing. */
function branch(reading: Reading): number {
  const { count: mark, at: first } = reading;
  label(reading);
  if (reading.accept(Token.arrow)) {
    outcome(reading);
    reading.close(Kind.switchRule, mark, first);
    return Kind.switchRule;
  }
  reading.expect(Token.colon);
  while (!isLabel(reading) && !reading.is(Token.closeBrace)) statement(reading);
  reading.close(Kind.switchBlockStatementGroup, mark, first);
  return Kind.switchBlockStatementGroup;
}

function isLabel({ token }: Reading): boolean {
  return token === Token.case || token === Token.default;
}

function outcome(reading: Reading): void {
  if (reading.is(Token.openBrace)) reading.rules.block(reading);
  else if (reading.is(Token.throw)) valueStatement(reading, Kind.throwStatement);
  else expressionStatement(reading);
}

function label(reading: Reading): void {
  const { count: mark, at: first } = reading;
  if (reading.is(Token.default)) reading.ownLeaf();
  else {
    reading.expect(Token.case);
    do {
      const isRecord = isRecordPattern(reading);
      if (isRecord || isTypePattern(reading)) pattern(reading, isRecord);
      else constant(reading);
    } while (reading.accept(Token.comma));
    if (reading.is(Token.when)) guard(reading);
  }
  reading.close(Kind.switchLabel, mark, first);
}

/** Reads a value after `case`; `default` after `null` is told as a name. */
function constant(reading: Reading): void {
  if (reading.is(Token.default)) reading.leaf(Kind.identifier);
  else labelValue(reading);
}

function pattern(reading: Reading, isRecord: boolean): void {
  const { count: mark, at: first } = reading;
  if (isRecord) recordPattern(reading);
  else typePattern(reading);
  reading.close(Kind.pattern, mark, first);
}

function guard(reading: Reading): void {
  const { count: mark, at: first } = reading;
  reading.skip();
  labelValue(reading);
  reading.close(Kind.guard, mark, first);
}
