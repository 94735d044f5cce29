import type { SourceLocation } from './source-location.ts';

/** Negative, zero or positive, as `Array.prototype.sort` expects. */
export type Comparator<T> = (left: T, right: T) => number;

/** Orders text by UTF-16 code unit: the same on every machine and in every locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Orders finite numbers ascending. */
export function compareNumber(left: number, right: number): number {
  return left - right;
}

/** The place of the first number of a list in ascending order that is not below another; the length of the list where all are. */
export function placeIn(sorted: ArrayLike<number>, number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Orders by one property, read as text. */
export function byText<T>(read: (item: T) => string): Comparator<T> {
  return (left, right) => compareText(read(left), read(right));
}

/** Orders by one property, read as a number, ascending. */
export function byNumber<T>(read: (item: T) => number): Comparator<T> {
  return (left, right) => compareNumber(read(left), read(right));
}

/** Applies comparators in turn until one decides. */
export function inOrder<T>(...comparators: readonly Comparator<T>[]): Comparator<T> {
  return (left, right) => {
    for (const compare of comparators) {
      const verdict = compare(left, right);
      if (verdict !== 0) return verdict;
    }
    return 0;
  };
}

/** Turns an order around. */
export function reversed<T>(compare: Comparator<T>): Comparator<T> {
  return (left, right) => compare(right, left);
}

/** The first of a list in an order, the earlier of equals; undefined where there is none. */
export function firstIn<T extends object>(items: readonly T[], compare: Comparator<T>): T | undefined {
  let first: T | undefined;
  for (const item of items) if (first === undefined || compare(item, first) < 0) first = item;
  return first;
}

/** The first of a list in an order, no more than `most`, as a stable sort has them: of the many that come behind, most are looked at once. */
export function firstOnesIn<T extends object>(
  items: readonly T[],
  most: number,
  compare: Comparator<T>,
): T[] {
  let kept: T[] = [];
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined && compare(item, last) >= 0) continue;
    kept.push(item);
    if (kept.length < 2 * most) continue;
    kept = kept.sort(compare).slice(0, most);
    last = kept.at(-1);
  }
  return kept.sort(compare).slice(0, most);
}

/** Orders places by file, then line, then column. */
export const compareLocation: Comparator<SourceLocation> = inOrder(
  byText((place) => place.file),
  byNumber((place) => place.line),
  byNumber((place) => place.column ?? 0),
);
