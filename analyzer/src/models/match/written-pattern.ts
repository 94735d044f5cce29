import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { argumentOperation, type CallFacts } from './call-facts.ts';
import type { MatchTools } from './match-tools.ts';
import { originCall } from './origin-call.ts';
import { type PatternStrength, patternStrength } from './text-patterns.ts';

/** Calls between a check and the text of its pattern: `compile`, `matcher`. */
const LONGEST_CHAIN = 3;

/** How much a call's pattern lets through; undefined where nobody can read it. */
export function strengthAt(
  tools: MatchTools,
  call: CallFacts,
  position: number,
): PatternStrength | undefined {
  const operation = position === -1 ? call.receiver : argumentOperation(call, position);
  const text =
    operation === null || operation === undefined ? undefined : textOf(tools, call.caller, operation);
  return text === undefined ? undefined : patternStrength(text);
}

/** The text itself, or the one that the pattern, or the matcher of the pattern, was made of. */
function textOf(tools: MatchTools, start: ProgramMethod, operation: OperationIndex): string | undefined {
  let method = start;
  let at = operation;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const value = tools.program.evaluateOperation(method, at);
    if (value.kind === 'text') return value.value;
    const made = originCall(tools, method, at);
    const next =
      made?.member === 'matcher' ? made.receiver : made?.member === 'compile' ? made.args?.[0] : undefined;
    if (made === undefined || next === undefined || next === null) return undefined;
    method = made.caller;
    at = next;
  }
  return undefined;
}
