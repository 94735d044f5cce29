/** Objects inside one another whose keys are put in order; deeper ones are left as they are. */
export const MAX_ORDERED_DEPTH = 32;

/** A record with its keys in code-unit order, and those of the objects in it, so that writing it is stable. */
export function inKeyOrder<Entries extends object>(entries: Entries): Entries {
  return inOrder(entries, MAX_ORDERED_DEPTH) as Entries;
}

function inOrder(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => inOrder(item, depth - 1));
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(item, depth - 1)]));
}
