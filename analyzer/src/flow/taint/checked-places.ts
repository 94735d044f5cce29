import type { Body, Operation, OperationIndex } from '../../facts/operations.ts';
import type { CallRole } from '../../models/labels.ts';
import { type Dominance, dominanceOf } from '../dominance.ts';
import { argumentAt } from './argument-at.ts';
import { FULL_TAINT, keptBy, NO_TAINT, type TaintMask } from './taint-mask.ts';
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
  /** What is left of a value that it has looked at. */
  readonly kept: TaintMask;
  /** Where it is known to have passed; absent: wherever it has run. */
  readonly within?: { readonly start: OperationIndex; readonly end: OperationIndex };
}

/** Longest chain of parts that is told apart. */
const DEEPEST_PART = 6;

/**
 * Tells what is left of the value of an operation where a validation is sure to have looked at it: the same local (not
 * assigned since) or the same part of it was handed to a validator that dominates the operation. Null where none looks at
 * anything.
 */
export function checkedPlaces(
  body: Body,
  values: BodyValues,
  told: ReadonlyMap<OperationIndex, readonly CallRole[]>,
): ((operation: OperationIndex) => TaintMask) | null {
  const checks = new Map<string, Check[]>();
  for (const [call, roles] of told) {
    for (const { parts, ...check } of placesCheckedBy(body, call, roles)) {
      const known = checks.get(parts);
      if (known) known.push(check);
      else checks.set(parts, [check]);
    }
  }
  if (checks.size === 0) return null;
  const order = dominanceOf(body);
  return (operation) => {
    const place = placeOf(body, operation);
    let kept = FULL_TAINT;
    for (const check of place ? (checks.get(place.parts) ?? []) : []) {
      if ((kept & ~check.kept) === NO_TAINT || !hasPassed(order, check, operation)) continue;
      if (place && isSameValue(values, check.read, place.read)) kept &= check.kept;
    }
    return kept;
  };
}

function hasPassed(order: Dominance, { call, within }: Check, operation: OperationIndex): boolean {
  if (within) return operation >= within.start && operation < within.end;
  return order.dominates(call, operation);
}

function placesCheckedBy(
  body: Body,
  call: OperationIndex,
  roles: readonly CallRole[],
): readonly (Check & Place)[] {
  return roles.flatMap((role) => {
    if (role.role !== 'validator') return [];
    const looked = role.arguments.map((position) => argumentAt(body, call, position));
    const kept = role.against === undefined ? NO_TAINT : keptBy(role.against);
    return [...looked, ...(role.operations ?? [])].flatMap((operation) => {
      const place = operation === null ? null : placeOf(body, operation);
      return place ? [{ ...place, call, kept, ...(role.within ? { within: role.within } : {}) }] : [];
    });
  });
}

/** Values that a read is looked up in beyond which it is not told apart. */
const MOST_VALUES = 64;

/** Every value that the later read may see was there to be checked by the earlier one. */
function isSameValue(values: BodyValues, checked: OperationIndex, read: OperationIndex): boolean {
  const later = values.nodeOf(read);
  const earlier = values.nodeOf(checked);
  if (later < 0 || earlier < 0) return false;
  if (values.inputsOf(later).length === 0 && values.inputsOf(earlier).length === 0) return later === earlier;
  const wanted = valuesBehind(values, later);
  // What has its value from nowhere is not what was checked.
  if (wanted === null || wanted.size === 0) return false;
  const seen = valuesBehind(values, earlier);
  return seen !== null && [...wanted].every((value) => seen.has(value));
}

/** The operations that a node may have its value from; null where they are too many. */
function valuesBehind(values: BodyValues, node: number): ReadonlySet<OperationIndex> | null {
  const found = new Set<OperationIndex>();
  const seen = new Set([node]);
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
