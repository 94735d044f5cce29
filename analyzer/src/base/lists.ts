/** Lists without items are many, and nobody writes to one. */
export const NOTHING: readonly never[] = Object.freeze([]);

/**
 * A finished list in as much memory as its items take. One that items were pushed to has room for sixteen more than there are,
 * which for hundreds of thousands of lists of one or two is most of what is kept.
 */
export function fitted<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NOTHING : list.slice();
}
