import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramField, ProgramMethod } from '../../link/program.ts';
import { onlyTarget } from '../access/code/sure-operations.ts';
import { isConstant } from '../match/constant-texts.ts';
import type { MatchTools } from '../match/match-tools.ts';
import { originOf } from '../match/value-origin.ts';

/** Whether a field is one that code empties before it answers. */
export type BlankedFields = (field: ProgramField) => boolean;

/**
 * The fields that a handler, or a method that it calls by itself, sets to null or to a constant: `user.setPassword(null)`. What it
 * does so to an object that it was given says nothing of the answer.
 */
export function blankedFields(tools: MatchTools, handler: ProgramMethod): BlankedFields {
  let setters: readonly ProgramMethod[] | undefined;
  return (field) => {
    setters ??= settersIn(tools, handler);
    return setters.some(
      ({ owner, name, accesses }) =>
        owner.name === field.owner &&
        (accesses === field.name || name.toLowerCase() === `set${field.name}`.toLowerCase()),
    );
  };
}

function settersIn(tools: MatchTools, handler: ProgramMethod): readonly ProgramMethod[] {
  const helpers = handler.calls.flatMap(({ operation }): readonly ProgramMethod[] => {
    const helper = onlyTarget(tools, handler, operation);
    return helper?.declaration?.body ? [helper] : [];
  });
  return [handler, ...helpers].flatMap((method) => blankingSetters(tools, method));
}

function blankingSetters(tools: MatchTools, method: ProgramMethod): readonly ProgramMethod[] {
  const operations = method.declaration?.body?.operations ?? [];
  const isGiven = (at: OperationIndex) => operations[originOf(method, at) ?? at]?.kind === 'parameter';
  return method.calls.flatMap(({ operation, targets }): readonly ProgramMethod[] => {
    const call = operations[operation];
    const [value, ...more] = call?.kind === 'call' ? call.args : [];
    if (call?.kind !== 'call' || value === undefined || more.length > 0) return [];
    if (call.object === null || isGiven(call.object) || !isBlank(tools, method, value)) return [];
    return targets.flatMap((target) => tools.program.method(target.method) ?? []);
  });
}

function isBlank({ program }: MatchTools, method: ProgramMethod, value: OperationIndex): boolean {
  const written = method.declaration?.body?.operations[value];
  return (
    (written?.kind === 'literal' && written.type === 'null') ||
    isConstant(program.evaluateOperation(method, value))
  );
}
