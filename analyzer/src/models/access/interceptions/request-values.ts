import { operandsOf } from '../../../facts/operands.ts';
import type { Body, OperationIndex } from '../../../facts/operations.ts';

/** What the operations of an intercepting method are made of. */
export interface RequestValues {
  /** Something of what the method is given (the request above all) goes into the value. */
  isFromRequest(operation: OperationIndex): boolean;
  /** The operation with everything it is made of, locals followed to what they were given. */
  madeOf(operation: OperationIndex): readonly OperationIndex[];
}

const MOST_PARTS = 500;

/** Follows values forward once through a body. */
export function requestValues(body: Body): RequestValues {
  const { operations } = body;
  const from = new Array<boolean>(operations.length).fill(false);
  const given = new Map<OperationIndex, OperationIndex[]>();
  for (const [index, operation] of operations.entries()) {
    if (operation.kind === 'parameter' || operation.kind === 'lambda-parameter') from[index] = true;
    else if (operation.kind === 'local') from[index] = from[operation.declaration] === true;
    else from[index] = operandsOf(operation).some((operand) => from[operand] === true);
    if (operation.kind !== 'assign') continue;
    const target = operations[operation.target];
    if (target?.kind !== 'local') continue;
    given.set(target.declaration, [...(given.get(target.declaration) ?? []), operation.value]);
    if (from[operation.value] === true) from[target.declaration] = true;
  }
  return {
    isFromRequest: (operation) => from[operation] === true,
    madeOf(start) {
      const found = new Set<OperationIndex>([start]);
      for (const index of found) {
        if (found.size > MOST_PARTS) break;
        for (const part of partsOf(body, index, given)) found.add(part);
      }
      return [...found];
    },
  };
}

function partsOf(
  { operations }: Body,
  index: OperationIndex,
  given: ReadonlyMap<OperationIndex, readonly OperationIndex[]>,
): readonly OperationIndex[] {
  const operation = operations[index];
  if (operation === undefined) return [];
  if (operation.kind !== 'local') return operandsOf(operation);
  return [operation.declaration, ...(given.get(operation.declaration) ?? [])];
}
