import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';
import type { CallRole } from '../../models/labels.ts';
import type { Dominance } from '../dominance.ts';
import { argumentAt } from './argument-at.ts';
import type { ValueFlow } from './value-uses.ts';

/** A value as an expression names it: a local, or a part of one by fields and accessors (`form.owner.name`). */
interface Place {
  readonly read: OperationIndex;
  /** The parts, outermost first, dotted; empty for the local itself. */
  readonly parts: string;
}

interface Check {
  readonly call: OperationIndex;
  readonly read: OperationIndex;
}

/** Longest chain of parts that is told apart. */
const DEEPEST_PART = 6;

/**
 * Tells whether a validation is sure to have looked at the value of an operation: the same local (not assigned since) or
 * the same part of it was handed to a validator that dominates the operation.
 */
export function checkedPlaces(
  body: Body,
  flow: ValueFlow,
  input: {
    readonly order: Dominance;
    readonly calls: Iterable<OperationIndex>;
    readonly roles: (operation: OperationIndex) => readonly CallRole[];
  },
): (operation: OperationIndex) => boolean {
  const checks = new Map<string, Check[]>();
  for (const call of input.calls) {
    for (const { parts, read } of placesCheckedBy(body, call, input.roles(call))) {
      const known = checks.get(parts);
      if (known) known.push({ call, read });
      else checks.set(parts, [{ call, read }]);
    }
  }
  if (checks.size === 0) return () => false;
  return (operation) => {
    const place = placeOf(body, operation);
    if (!place) return false;
    return (checks.get(place.parts) ?? []).some(
      (check) => input.order.dominates(check.call, operation) && isSameValue(flow, check.read, place.read),
    );
  };
}

function placesCheckedBy(body: Body, call: OperationIndex, roles: readonly CallRole[]): readonly Place[] {
  const positions = roles.flatMap((role) => (role.role === 'validator' ? role.arguments : []));
  return positions.flatMap((position) => {
    const argument = argumentAt(body, call, position);
    return (argument === null ? null : placeOf(body, argument)) ?? [];
  });
}

/** Every value that the later read may see was there to be checked by the earlier one. */
function isSameValue(flow: ValueFlow, checked: OperationIndex, read: OperationIndex): boolean {
  const seen = flow.definitions(checked);
  const wanted = flow.definitions(read);
  return wanted.length > 0 && wanted.every((definition) => seen.includes(definition));
}

function placeOf(body: Body, operation: OperationIndex): Place | null {
  const parts: string[] = [];
  for (let at: OperationIndex | null = operation; at !== null && parts.length <= DEEPEST_PART; ) {
    const here: Operation | undefined = body.operations[at];
    if (here?.kind === 'local') return { read: at, parts: parts.reverse().join('.') };
    if (here?.kind === 'cast') at = here.operand;
    else if (here?.kind === 'field') {
      parts.push(here.name);
      at = here.object;
    } else if (here?.kind === 'call' && here.args.length === 0) {
      parts.push(`${here.name}()`);
      at = here.object;
    } else return null;
  }
  return null;
}
