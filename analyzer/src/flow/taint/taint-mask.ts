import { TAINT_KINDS, type TaintKind } from '../../models/kinds.ts';

/**
 * What is still wrong with a value, as bits: one for each taint kind, and one more, `UNCHECKED`, that any sanitizer
 * clears. Passing through code only ever clears bits, so the effect of a stretch of code is a mask to "and" with.
 */
export type TaintMask = number;

export const NO_TAINT: TaintMask = 0;
/** Nobody has looked at the value at all. */
export const UNCHECKED: TaintMask = 1 << TAINT_KINDS.length;
export const FULL_TAINT: TaintMask = UNCHECKED | (UNCHECKED - 1);

/** The bit of one kind. */
export function taintBit(kind: TaintKind): TaintMask {
  return 1 << TAINT_KINDS.indexOf(kind);
}

/** What a sanitizer leaves. */
export function keptBy(cleans: readonly TaintKind[] | 'all'): TaintMask {
  if (cleans === 'all') return NO_TAINT;
  return cleans.reduce((mask, kind) => mask & ~taintBit(kind), FULL_TAINT & ~UNCHECKED);
}

/** The part of an object that holds a value, by the name of the field; null for the object as a whole. */
export type Part = string | null;

/** What is wrong with an object, as a whole and with single parts of it. */
export type Taint = ReadonlyMap<Part, TaintMask>;

export const CLEAN: Taint = new Map();

/** Adds to what is wrong with a part. */
export function widen<Key>(masks: Map<Key, TaintMask>, key: Key, mask: TaintMask): void {
  if (mask !== NO_TAINT) masks.set(key, (masks.get(key) ?? NO_TAINT) | mask);
}

/** Adds to what is wrong with a part of one of several objects. */
export function widenPart<Key>(
  objects: Map<Key, Map<Part, TaintMask>>,
  key: Key,
  { part, mask }: { readonly part: Part; readonly mask: TaintMask },
): void {
  const parts = objects.get(key) ?? new Map<Part, TaintMask>();
  objects.set(key, parts);
  widen(parts, part, mask);
}

/** Whether two say the same. */
export function isSameTaint(left: Taint | undefined, right: Taint | undefined): boolean {
  const before = left ?? CLEAN;
  const after = right ?? CLEAN;
  return before.size === after.size && [...after].every(([part, mask]) => before.get(part) === mask);
}
