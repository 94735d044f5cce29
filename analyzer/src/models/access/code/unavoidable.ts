import type { Body, OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { createRefusals } from '../../match/refusing-answers.ts';
import type { BodyRegions } from './body-regions.ts';
import { assertionsIn, gaveNothing } from './caller-questions.ts';
import { onlyAnswersConstant } from './constant-answer.ts';
import { conditionWhenFailing, type FailingCheck } from './failing-check.ts';
import { assertionOf } from './passed-ranges.ts';
import { isReached, isSure } from './sure-operations.ts';

/** A body and the regions that its operations lie in. */
export interface PlaceOfCode {
  readonly method: ProgramMethod;
  readonly body: Body;
  readonly regions: BodyRegions;
}

/** A question about the caller: what it gives is false, or not there, for one who may not pass. */
interface Question {
  readonly operation: OperationIndex;
  /** It answers such a caller itself, so that whoever asks it only has to end. */
  readonly answers: boolean;
  /** What it gives for such a caller; absent where that is told by its type alone. */
  readonly gives?: FailingCheck['gives'];
}

/** Whether nobody comes past a question without a good answer to it. */
export type Unavoidable = (place: PlaceOfCode, question: Question) => boolean;

/** Finds out by the branch that a bad answer leads into, whatever else is asked there: it throws, or refuses and returns. */
export function createUnavoidable(tools: MatchTools): Unavoidable {
  const refusals = createRefusals(tools);
  const refuses = (place: PlaceOfCode, region: number, answers: boolean): boolean => {
    const { method, body, regions } = place;
    const own = body.operations.flatMap((_, index) => (regions.innermost(index) === region ? [index] : []));
    const isKind = (kind: string) => own.some((index) => body.operations[index]?.kind === kind);
    if (isKind('throw')) return true;
    if (own.some((index) => refusals.isReturn(method, index))) return true;
    const branch = body.regions[region];
    if (branch !== undefined && onlyAnswersConstant(tools, method, branch)) return true;
    return isKind('return') && (answers || own.some((index) => refusals.isCall(method, index)));
  };
  /** Whoever does not come into the branch, which leaves, meets a refusal behind it and no other way out. */
  const refusesBehind = (place: PlaceOfCode, index: number): boolean => {
    const { body, regions } = place;
    const { end, parent } = body.regions[index] ?? { end: 0, parent: null };
    const leaves = regions.innermost(end - 1) === index && body.operations[end - 1]?.kind === 'return';
    const hasOther = body.regions.some((each) => each.kind === 'else' && each.start === end);
    if (!leaves || hasOther || parent === null) return false;
    const behind = body.operations.slice(end);
    const thrown = behind.findIndex(({ kind }) => kind === 'throw');
    return (
      thrown !== -1 &&
      regions.innermost(end + thrown) === parent &&
      !behind.slice(0, thrown).some(({ kind }) => kind === 'return')
    );
  };
  return (place, { operation, answers, gives }) => {
    const { body, method } = place;
    const check = { operation, gives: gives ?? gaveNothing(method, operation) };
    const assertion = assertionOf(body, check, assertionsIn(tools, method));
    if (assertion !== undefined && isSure(place, assertion)) return true;
    return body.regions.some(({ kind, condition }, index) => {
      if ((kind !== 'then' && kind !== 'else') || condition === undefined) return false;
      const comes = conditionWhenFailing(body, check, condition);
      if (comes === null || !isReached(place, condition)) return false;
      return comes === (kind === 'then') ? refuses(place, index, answers) : refusesBehind(place, index);
    });
  };
}
