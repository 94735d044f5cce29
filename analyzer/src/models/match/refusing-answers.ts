import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { createCallMatcher } from './call-matcher.ts';
import { textsOf } from './constant-texts.ts';
import type { MatchTools } from './match-tools.ts';
import { fitsAny } from './name-pattern.ts';

/** How a method tells a caller that it will not do what was asked. */
export interface Refusals {
  /** A call that answers with a refusal. */
  isCall(method: ProgramMethod, operation: OperationIndex): boolean;
  /** A return of a text that sends the caller elsewhere, as to the page where users log in. */
  isReturn(method: ProgramMethod, operation: OperationIndex): boolean;
}

/** Reads refusals by the rows of calls and of returned texts. */
export function createRefusals(tools: MatchTools): Refusals {
  const matcher = createCallMatcher(tools.models.refusals, tools);
  const texts = tools.models.refusingTexts.flatMap((row) => row.texts);
  return {
    isCall(method, operation) {
      const call = tools.callAt(method, operation);
      return call !== undefined && matcher(call).length > 0;
    },
    isReturn(method, operation) {
      const returned = method.declaration?.body?.operations[operation];
      if (returned?.kind !== 'return' || returned.value === null) return false;
      const said = textsOf(tools.program.evaluateOperation(method, returned.value));
      return said.some((text) => fitsAny(text, texts));
    },
  };
}
