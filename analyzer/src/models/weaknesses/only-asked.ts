import { operandsOf } from '../../facts/operands.ts';
import type { Body, OperationIndex } from '../../facts/operations.ts';
import type { CallFacts } from '../match/call-facts.ts';
import { fitsAny } from '../match/name-pattern.ts';

/** Whether the result of a call is used, and only to call such members on it: directly, or through one local. */
export function isOnlyAsked({ caller, site }: CallFacts, members: readonly string[]): boolean {
  const body = caller.declaration?.body;
  if (body === undefined || body === null) return false;
  const held = body.operations.findIndex(
    (each) => each.kind === 'declare' && each.value === site.operation && each.role !== 'foreach',
  );
  const values = [site.operation, ...(held === -1 ? [] : readsOf(body, held))];
  const users = values.flatMap((value) =>
    body.operations.flatMap((each, index) =>
      index !== held && operandsOf(each).includes(value) ? [{ user: each, value }] : [],
    ),
  );
  return (
    users.length > 0 &&
    users.every(
      ({ user, value }) => user.kind === 'call' && user.object === value && fitsAny(user.name, members),
    )
  );
}

function readsOf({ operations }: Body, local: OperationIndex): readonly OperationIndex[] {
  return operations.flatMap((each, index) =>
    each.kind === 'local' && each.declaration === local ? [index] : [],
  );
}
