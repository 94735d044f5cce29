import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';
import type { CallRole } from '../../models/labels.ts';
import { dominanceOf } from '../dominance.ts';
import { argumentAt } from './argument-at.ts';
import type { BodyValues } from './values/body-values.ts';

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
  values: BodyValues,
  input: {
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
  const order = dominanceOf(body);
  return (operation) => {
    const place = placeOf(body, operation);
    if (!place) return false;
    return (checks.get(place.parts) ?? []).some(
      (check) => order.dominates(check.call, operation) && isSameValue(values, check.read, place.read),
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

/** Values that a read is looked up in beyond which it is not told apart. */
const MOST_VALUES = 64;

/** Every value that the later read may see was there to be checked by the earlier one. */
function isSameValue(values: BodyValues, checked: OperationIndex, read: OperationIndex): boolean {
  const wanted = valuesBehind(values, values.nodeOf(read));
  if (wanted === null || wanted.size === 0) return false;
  const seen = valuesBehind(values, values.nodeOf(checked));
  return seen !== null && [...wanted].every((value) => seen.has(value));
}

/** The operations that a node may have its value from; null where they are too many. */
function valuesBehind(values: BodyValues, node: number): ReadonlySet<OperationIndex> | null {
  const found = new Set<OperationIndex>();
  const seen = new Set(node < 0 ? [] : [node]);
  for (const each of seen) {
    if (seen.size > MOST_VALUES) return null;
    const inputs = values.inputsOf(each);
    if (inputs.length === 0) found.add(each);
    for (const input of inputs) seen.add(input);
  }
  return found;
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
