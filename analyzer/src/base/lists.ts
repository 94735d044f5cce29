/** Lists without items are many, and nobody writes to one. */
export const NOTHING: readonly never[] = Object.freeze([]);

/**
 * A finished list in as much memory as its items take. One that items were pushed to has room for sixteen more than there are,
 * which for hundreds of thousands of lists of one or two is most of what is kept. Short ones are written out: V8 learns of each
 * place in the code whether what is made there stays, and makes it where nothing is moved any more; copies are made where all begin.
 */
export function fitted<T>(list: readonly T[]): readonly T[] {
  switch (list.length) {
    case 0:
      return NOTHING;
    case 1:
      return [list[0] as T];
    case 2:
      return [list[0] as T, list[1] as T];
    case 3:
      return [list[0] as T, list[1] as T, list[2] as T];
    default:
      return list.slice();
  }
}

/** Lists of one index, by it: bodies have hundreds of thousands of these, and most are of small numbers. */
const MOST_SINGLE = 1024;
const SINGLE: (readonly number[] | null)[] = new Array(MOST_SINGLE).fill(null);

/** A finished list of indices, as `fitted`, which has lists of all things; lists of one index are shared. */
export function fittedIndices(list: readonly number[]): readonly number[] {
  switch (list.length) {
    case 0:
      return NOTHING;
    case 1:
      return sharedSingle(list[0] ?? 0);
    case 2:
      return [list[0] ?? 0, list[1] ?? 0];
    case 3:
      return [list[0] ?? 0, list[1] ?? 0, list[2] ?? 0];
    default:
      return list.slice();
  }
}

function sharedSingle(index: number): readonly number[] {
  if (index < 0 || index >= MOST_SINGLE) return [index];
  SINGLE[index] ??= [index];
  return SINGLE[index];
}
