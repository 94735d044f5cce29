import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { createCallMatcher } from './call-matcher.ts';
import type { MatchTools } from './match-tools.ts';

/** Tells whether an operation writes to a log. */
export function logTest(tools: MatchTools): (method: ProgramMethod, operation: OperationIndex) => boolean {
  const matcher = createCallMatcher(tools.models.logs, tools);
  return (method, operation) => {
    const call = tools.callAt(method, operation);
    return call !== undefined && matcher(call).length > 0;
  };
}
