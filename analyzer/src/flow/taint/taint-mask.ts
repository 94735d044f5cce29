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
