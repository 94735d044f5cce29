import type { OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import { BodyRegions } from './body-regions.ts';
import { onlyTarget } from './sure-operations.ts';

/** A place in the tree where a value is written. */
export interface WrittenSource {
  readonly method: ProgramMethod;
  readonly operation: OperationIndex;
}

/** Where the value is written that an operation names: the one that a field is given, or what the one method of a call returns. */
export function writtenSource(
  tools: MatchTools,
  method: ProgramMethod,
  operation: OperationIndex,
): WrittenSource | undefined {
  const named = method.declaration?.body?.operations[operation];
  if (named?.kind === 'name' || named?.kind === 'field') {
    const field = tools.program.fieldOf(method, operation)?.field;
    return onlyOne(field === undefined ? [] : tools.valuesOf(field));
  }
  const helper = onlyTarget(tools, method, operation);
  return helper === undefined ? undefined : returnedSource(helper);
}

/** The one value that a method returns. */
export function returnedSource(helper: ProgramMethod): WrittenSource | undefined {
  const body = helper.declaration?.body;
  if (body === undefined || body === null) return undefined;
  const regions = new BodyRegions(body);
  const isOwn = (at: OperationIndex) => regions.around(at, 0).every(({ kind }) => kind !== 'lambda');
  return onlyOne(
    body.operations.flatMap((each, at) =>
      each.kind === 'return' && each.value !== null && isOwn(at)
        ? [{ method: helper, operation: each.value }]
        : [],
    ),
  );
}

function onlyOne(all: readonly WrittenSource[]): WrittenSource | undefined {
  return all.length === 1 ? all[0] : undefined;
}
