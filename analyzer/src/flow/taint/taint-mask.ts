import { type CheckedDanger, TAINT_KINDS } from '../../models/kinds.ts';

/**
 * What is still wrong with a value, as bits: one for each taint kind (two for paths: the way up, and the name that begins
 * at the root), and one more, `UNCHECKED`, that any sanitizer clears. Passing through code only ever clears bits, so the effect of a stretch of code is a mask to "and" with.
 */
export type TaintMask = number;

export const NO_TAINT: TaintMask = 0;
/** Nobody has looked at the value at all. */
export const UNCHECKED: TaintMask = 1 << TAINT_KINDS.length;
/** The value may be a path of its own, whatever folder it was meant to lie in. */
const FROM_ROOT: TaintMask = UNCHECKED << 1;
export const FULL_TAINT: TaintMask = FROM_ROOT | UNCHECKED | (UNCHECKED - 1);

const WAY_UP: TaintMask = 1 << TAINT_KINDS.indexOf('path');

/** The bits of one kind: any of them is a danger. */
export function taintBit(kind: CheckedDanger): TaintMask {
  switch (kind) {
    case 'path':
      return WAY_UP | FROM_ROOT;
    case 'path-way-up':
      return WAY_UP;
    case 'path-from-root':
      return FROM_ROOT;
    default:
      return 1 << TAINT_KINDS.indexOf(kind);
  }
}

/** What a sanitizer leaves. */
export function keptBy(cleans: readonly CheckedDanger[] | 'all'): TaintMask {
  if (cleans === 'all') return NO_TAINT;
  return cleans.reduce((mask, kind) => mask & ~taintBit(kind), FULL_TAINT & ~UNCHECKED);
}

/** The part of an object that holds a value, by the name of the field; null for the object as a whole. */
export type Part = string | null;

/** A tainted value, or an object of which a part is. */
export interface Carried {
  readonly part: Part;
  readonly mask: TaintMask;
}

/** What a place leaves of a value. */
export function keptOf(carried: Carried, kept: TaintMask): Carried {
  return kept === FULL_TAINT ? carried : { part: carried.part, mask: carried.mask & kept };
}

/** What is wrong with an object, as a whole and with single parts of it. */
export type Taint = ReadonlyMap<Part, TaintMask>;

export const CLEAN: Taint = new Map();

/** No object has a value afterwards but the one at a position that had it before, as with most calls. */
export function isHeldAlone(holders: ReadonlyMap<number, Taint>, position: number, part: Part): boolean {
  if (holders.size === 0) return true;
  const held = holders.size === 1 ? holders.get(position) : undefined;
  return held?.size === 1 && held.has(part);
}

/** Adds to what is wrong with a part. */
export function widen<Key>(masks: Map<Key, TaintMask>, key: Key, mask: TaintMask): void {
  if (mask !== NO_TAINT) masks.set(key, (masks.get(key) ?? NO_TAINT) | mask);
}

/** Adds to what is wrong with a part of one of several objects. */
export function widenPart<Key>(
  objects: Map<Key, Map<Part, TaintMask>>,
  key: Key,
  { part, mask }: Carried,
): void {
  const parts = objects.get(key) ?? new Map<Part, TaintMask>();
  objects.set(key, parts);
  widen(parts, part, mask);
}

/** Whether two say the same. */
export function isSameTaint(left: Taint | undefined, right: Taint | undefined): boolean {
  const before = left ?? CLEAN;
  const after = right ?? CLEAN;
  if (before.size !== after.size) return false;
  return after.size === 0 || [...after].every(([part, mask]) => before.get(part) === mask);
}
