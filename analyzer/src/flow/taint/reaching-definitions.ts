import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { Dominance } from '../dominance.ts';

/** Assignments of one local beyond which each is taken to reach every read of it. */
const ASSIGNMENT_LIMIT = 64;
const NONE: readonly OperationIndex[] = [];

/**
 * For a `local` operation the definitions whose value it may read: the declaration (or parameter) and the assignments that
 * no later assignment is sure to have replaced. Structural, like dominance; a place that is only written reads nothing.
 */
export function reachingDefinitions(
  body: Body,
  order: Dominance,
): (read: OperationIndex) => readonly OperationIndex[] {
  const assignments = new Map<OperationIndex, OperationIndex[]>();
  const written = new Set<OperationIndex>();
  body.operations.forEach((operation, index) => {
    if (operation.kind !== 'assign') return;
    const target = body.operations[operation.target];
    if (target?.kind !== 'local') return;
    if (operation.operator === '=') written.add(operation.target);
    const known = assignments.get(target.declaration);
    if (known) known.push(index);
    else assignments.set(target.declaration, [index]);
  });
  const isReplacement = (assign: OperationIndex) => {
    const operation = body.operations[assign];
    return operation?.kind === 'assign' && operation.operator === '=';
  };
  return (read) => {
    const operation = body.operations[read];
    if (operation?.kind !== 'local' || written.has(read)) return NONE;
    const assigned = assignments.get(operation.declaration);
    if (!assigned) return [operation.declaration];
    const all = [operation.declaration, ...assigned];
    if (assigned.length > ASSIGNMENT_LIMIT) return all;
    return all.filter((definition) => {
      if (definition > read) return shareLoop({ body, order }, definition, read);
      return !assigned.some(
        (later) => later > definition && later < read && isReplacement(later) && order.dominates(later, read),
      );
    });
  };
}

function shareLoop(
  { body, order }: { readonly body: Body; readonly order: Dominance },
  left: OperationIndex,
  right: OperationIndex,
): boolean {
  for (let at: number | null = order.regionOf(left); at !== null; at = body.regions[at]?.parent ?? null) {
    if (body.regions[at]?.kind === 'loop' && order.isInside(order.regionOf(right), at)) return true;
  }
  return false;
}
