import type { ElementAction } from '../../models/kinds.ts';
import type { CallRole } from '../../models/labels.ts';
import { FULL_TAINT, keptBy, NO_TAINT, type TaintMask } from './taint-mask.ts';

/** What a library call that got a value leaves of it. */
export interface Carried {
  readonly result: TaintMask;
  /** In the object it was called on. */
  readonly receiver: TaintMask;
  /** Positions of arguments that hold it afterwards, by row. */
  readonly into?: readonly number[];
}

/** How one kind of value is followed through code that is not in the tree, and into objects. */
export interface CarryRule {
  /** The value came in at a position; -1 is the receiver. */
  through(roles: readonly CallRole[], position: number): Carried;
  /** Whether the parts of an object that holds the value are the value too. */
  readonly spreadsToParts: boolean;
  /** Methods of the tree that say by their names that what they give is the value no longer. */
  readonly hiddenBy?: RegExp;
}

const NOTHING: Carried = { result: NO_TAINT, receiver: NO_TAINT };

/** What comes out of these is no longer the value that went in. */
const ENDING_ROLES: ReadonlySet<CallRole['role']> = new Set(['declassifier', 'crypto', 'log', 'validator']);

/** Elements that an index or key picks: what comes out is what was put in, and no part of the key. */
const PICKS: ReadonlySet<ElementAction> = new Set(['read', 'look-up', 'take-out', 'remove', 'inspect']);

function isAskedByKey(role: CallRole): boolean {
  return role.role === 'look-up' || (role.role === 'element' && PICKS.has(role.does));
}

/** Input of the outside: library code carries it from anywhere into its result and receiver, unless a row says that it cleans or ends it. */
export const carriesUnlessCleaned: CarryRule = {
  through(roles, position) {
    let kept: TaintMask = FULL_TAINT;
    for (const role of roles) {
      if (role.role === 'answer') kept &= keptBy(['html']);
      if (role.role === 'sanitizer' && role.arguments.includes(position)) kept &= keptBy(role.cleans);
      if (ENDING_ROLES.has(role.role) || (position >= 0 && isAskedByKey(role))) return NOTHING;
    }
    return { result: kept, receiver: position >= 0 ? kept : NO_TAINT };
  },
  spreadsToParts: true,
};

/** Exceptions: library code carries nothing but what a row says, for an object matters as it is and not by what is made of it. */
export const carriesOnlyByRow: CarryRule = { through: throughRows, spreadsToParts: true };

/**
 * Secrets: like exceptions, and the parts of an object that holds one are secrets only under a name of their own: an
 * account that holds a password has a login too. Nor is one what is left when it was masked.
 */
export const carriesSecrets: CarryRule = {
  through: throughRows,
  spreadsToParts: false,
  hiddenBy:
    /^(?:mask|redact|obfuscate|desensiti[sz]e|scrub|censor|anonymi[sz]e|conceal)(?:[A-Z0-9_].{0,100})?$/u,
};

function throughRows(roles: readonly CallRole[], position: number): Carried {
  let { result, receiver } = NOTHING;
  const into: number[] = [];
  for (const role of roles) {
    if (ENDING_ROLES.has(role.role)) return NOTHING;
    if (role.role !== 'propagator' || role.from !== position) continue;
    if (role.to === -1) receiver = FULL_TAINT;
    else if (role.to >= 0) into.push(role.to);
    else result = FULL_TAINT;
  }
  return { result, receiver, into };
}
