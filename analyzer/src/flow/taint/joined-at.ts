import type { Body, OperationIndex } from '../../facts/operations.ts';

/** Where a value stands in an operation that is no call; undefined where the compiler calls nothing of it there. */
export function joinedAt({ operations }: Body, at: OperationIndex, to: OperationIndex): number | undefined {
  const operation = operations[to];
  switch (operation?.kind) {
    case 'binary':
      return placeAmong(operation.operands, at);
    case 'assign':
      return operation.value === at ? 1 : undefined;
    case 'declare':
      return -1;
    default:
      return undefined;
  }
}

/** Operands rise; joins of ten thousand texts occur. */
function placeAmong(operands: readonly OperationIndex[], wanted: OperationIndex): number {
  let low = 0;
  let high = operands.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((operands[middle] ?? wanted) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
