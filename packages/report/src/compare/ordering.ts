import { CAPS } from '../schema/contract.ts';

/** Orders text by UTF-16 code unit, the same on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The items by a key, each list in the order of the items. */
export function groupBy<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string | null,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** One key of several parts that no part can forge. */
export function keyOf(...parts: readonly (string | null | undefined)[]): string {
  return JSON.stringify(parts);
}

/** What the right has more of than the left, by key; of equal ones the last ones are taken to be more. */
export function surplus<Item>(
  left: readonly Item[],
  right: readonly Item[],
  key: (item: Item) => string,
): readonly Item[] {
  const counts = new Map<string, number>();
  for (const item of left) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return right.filter((item) => {
    const count = counts.get(key(item)) ?? 0;
    counts.set(key(item), count - 1);
    return count <= 0;
  });
}

/** As many items as a document may carry, and how many are left out. */
export function bounded<Item>(items: readonly Item[]): { items: readonly Item[]; omitted: number } {
  return { items: items.slice(0, CAPS.nested), omitted: Math.max(0, items.length - CAPS.nested) };
}
