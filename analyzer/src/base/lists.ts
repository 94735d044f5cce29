/** Lists without items are many, and nobody writes to one. */
export const NOTHING: readonly never[] = Object.freeze([]);

/**
 * A finished list in as much memory as its items take. One that items were pushed to has room for sixteen more than there are,
 * which for hundreds of thousands of lists of one or two is most of what is kept.
 */
export function fitted<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : list.slice();
}

/** Lists of one index, by it: bodies have hundreds of thousands of these, and most are of small numbers. */
const MOST_SINGLE = 1024;
const SINGLE: (readonly number[] | null)[] = new Array(MOST_SINGLE).fill(null);

/** A finished list of indices, as `fitted`; lists of one index are shared. */
export function fittedIndices(list: readonly number[]): readonly number[] {
  const first = list[0];
  if (list.length !== 1 || first === undefined || first < 0 || first >= MOST_SINGLE) return fitted(list);
  SINGLE[first] ??= [first];
  return SINGLE[first];
}
