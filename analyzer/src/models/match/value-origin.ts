import type { OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';

/** Locals are followed this far back; a chain of renamings is rarely longer than two. */
const LONGEST_CHAIN = 20;

/**
 * The operation that first gave a value: follows locals to what they were declared with, casts to their operand.
 * A local that is assigned again later still leads to its declaration. Undefined where the chain does not end.
 */
export function originOf(method: ProgramMethod, operation: OperationIndex): OperationIndex | undefined {
  const operations = method.declaration?.body?.operations ?? [];
  let current = operation;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const each = operations[current];
    if (each === undefined) return undefined;
    if (each.kind === 'local') {
      current = each.declaration;
    } else if (each.kind === 'declare' && each.value !== null && each.role !== 'foreach') {
      current = each.value;
    } else if (each.kind === 'cast') {
      current = each.operand;
    } else {
      return current;
    }
  }
  return undefined;
}
