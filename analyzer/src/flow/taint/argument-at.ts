import type { Body, OperationIndex } from '../../facts/operations.ts';

/** The operation that stands at a position of a call; -1 is the receiver. */
export function argumentAt(body: Body, call: OperationIndex, position: number): OperationIndex | null {
  const operation = body.operations[call];
  if (operation?.kind !== 'call' && operation?.kind !== 'new' && operation?.kind !== 'constructor-call')
    return null;
  if (position === -1) return operation.kind === 'constructor-call' ? null : operation.object;
  return operation.args[position] ?? null;
}
