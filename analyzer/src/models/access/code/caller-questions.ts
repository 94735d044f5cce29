import type { OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import { argumentOperation } from '../../match/call-facts.ts';
import { type CallMatcher, createCallMatcher } from '../../match/call-matcher.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { Row } from '../../models.ts';
import type { PassedRange } from '../../passed-range.ts';
import type { CallGuardRow } from '../../schema/guard-rows.ts';
import type { FailingCheck } from './failing-check.ts';
import { type Asserted, passedRanges } from './passed-ranges.ts';

type AssertingRow = Row<'guards'> & CallGuardRow;

/** Where in its method the answer to a question about the caller is sure to have been good. */
export function passedBehind(
  tools: MatchTools,
  { caller, ...check }: FailingCheck & { readonly caller: ProgramMethod },
): readonly PassedRange[] {
  const body = caller.declaration?.body;
  return body ? passedRanges(body, check, assertionsIn(tools, caller)) : [];
}

/** What a question of a row gives for somebody who may not pass: no, nothing, or somebody else where it says who calls. */
export function givenBy(
  { category, result }: Pick<CallGuardRow, 'category' | 'result'>,
  method: ProgramMethod,
  operation: OperationIndex,
): FailingCheck['gives'] {
  return givesSomebody({ category, result }) ? 'another' : gaveNothing(method, operation);
}

/** A name or role of the caller, which says nothing before it is compared. */
export function givesSomebody({ category, result }: Pick<CallGuardRow, 'category' | 'result'>): boolean {
  return result === 'refused' && category === 'authorization';
}

export function answersYesOrNo({ returnType }: ProgramMethod): boolean {
  return returnType.kind === 'primitive' && returnType.name === 'boolean';
}

/** What it gives where nothing more is known of it: no, or nothing. */
export function gaveNothing(
  { operationTypes }: ProgramMethod,
  operation: OperationIndex,
): FailingCheck['gives'] {
  const type = operationTypes[operation];
  return type?.kind === 'primitive' && type.name === 'boolean' ? false : 'nothing';
}

const matchers = new WeakMap<MatchTools, CallMatcher<AssertingRow>>();

/** The conditions that calls of a method throw without: `Assert.isTrue(condition)`. */
export function assertionsIn(tools: MatchTools, method: ProgramMethod): Asserted {
  const matcher = matchers.get(tools) ?? createCallMatcher(assertingRows(tools), tools);
  matchers.set(tools, matcher);
  return (operation) => {
    const call = tools.callAt(method, operation);
    const condition = call && matcher(call)[0]?.row.condition;
    return call === undefined || condition === undefined ? undefined : argumentOperation(call, condition);
  };
}

function assertingRows({ models }: MatchTools): readonly AssertingRow[] {
  return models.guards.filter(
    (row): row is AssertingRow => row.on === 'call' && row.condition !== undefined && row.result === 'thrown',
  );
}
