import type { Region } from '../../facts/control-flow.ts';
import { operandsOf } from '../../facts/operands.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import { type Passed, PassedChecks } from './passed-checks.ts';
import { isRefusal } from './result-use.ts';

/** A question that a check asks of a value, and the answer with which the value has passed. */
export interface Question {
  readonly body: Body;
  readonly call: OperationIndex;
  readonly passes: 'yes' | 'no';
  readonly isLog: (operation: OperationIndex) => boolean;
}

const PASSED: ReadonlySet<string> = new Set(['passed']);
const NOTHING: ReadonlySet<string> = new Set();

/**
 * Whether the answer matters as that of a check does: something runs only where the value has passed, or is done about
 * one that has not. A list of what is refused leaves for the other answer, and a line in the log stops nobody.
 */
export function isHeeded(question: Question): boolean {
  const { body, passes } = question;
  if (rangesFor(question, passes).some((range) => !refuses(body, range))) return true;
  const failed = rangesFor(question, passes === 'yes' ? 'no' : 'yes');
  return failed.some((range) => branchAt(body, range) !== undefined && !logsOnly(question, range));
}

/** It throws, or leaves with nothing where what stands behind it does not throw either. */
function refuses(body: Body, range: Stretch): boolean {
  const branch = branchAt(body, range);
  const around = branch && body.regions[branch.parent ?? 0];
  if (around === undefined) return false;
  const inside = body.operations.slice(range.start, range.end);
  const throwsElse = body.operations[around.end - 1]?.kind === 'throw' && around.end > range.end;
  return inside.some((each) => each.kind === 'throw' || (!throwsElse && isRefusal(body, each)));
}

/** Where the question is sure to have been answered so. */
function rangesFor({ body, call }: Question, answer: 'yes' | 'no'): readonly Passed[] {
  const said = (given: 'yes' | 'no') => (at: OperationIndex) =>
    at === call && given === answer ? PASSED : NOTHING;
  const nothing = () => NOTHING;
  const checks = new PassedChecks(body, {
    answers: said('yes'),
    denies: said('no'),
    gives: nothing,
    absent: nothing,
    demands: nothing,
    asserts: () => undefined,
    ofElements: () => undefined,
    listed: () => NOTHING,
  });
  return checks.ranges;
}

type Stretch = Pick<Passed, 'start' | 'end'>;

function branchAt({ regions }: Body, { start, end }: Stretch): Region | undefined {
  return regions.find(
    (region) =>
      (region.kind === 'then' || region.kind === 'else') && region.start === start && region.end === end,
  );
}

function logsOnly({ body, isLog }: Pick<Question, 'body' | 'isLog'>, { start, end }: Stretch): boolean {
  const inside = body.operations.slice(start, end);
  const used = new Set(inside.flatMap(operandsOf));
  return inside.every((_, offset) => used.has(start + offset) || isLog(start + offset));
}

/** Whether all that depends on the conditions of branches is that something is logged: the answer stops nobody. */
export function isOnlyLogged(
  body: Body,
  conditions: readonly OperationIndex[],
  isLog: Question['isLog'],
): boolean {
  const regions = body.regions.filter(
    ({ condition }) => condition !== undefined && conditions.includes(condition),
  );
  return (
    regions.length > 0 &&
    regions.every((region) => branchAt(body, region) !== undefined && logsOnly({ body, isLog }, region))
  );
}
