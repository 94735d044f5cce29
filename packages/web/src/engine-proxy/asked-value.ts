/** Lists and objects within each other; no request of a client of the engine has as many. */
const DEEPEST = 16;

/**
 * A value of JSON without what asks for nothing: null, false, 0, empty texts, and lists and objects of those. Clients of the
 * engine send every setting that there is, most of them so; the engine takes the same for one that is absent. Undefined for
 * a value of which nothing is left. Throws RangeError where it is nested too deeply.
 */
export function askedValue(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) throw new RangeError(`nested more than ${DEEPEST} deep`);
  if (Array.isArray(value)) return askedList(value, depth);
  if (typeof value === 'object' && value !== null) return askedObject(value, depth);
  return value === null || value === false || value === 0 || value === '' ? undefined : value;
}

/** A list keeps its members, the empty ones too, if any of them asks for something: their places have a meaning. */
function askedList(list: readonly unknown[], depth: number): unknown {
  const asked = list.map((member) => askedValue(member, depth + 1));
  if (asked.every((member) => member === undefined)) return undefined;
  return list.map((member, at) => (isPlain(member) ? member : (asked[at] ?? member)));
}

function askedObject(object: object, depth: number): unknown {
  const asked = Object.entries(object)
    .map(([name, member]) => [name, askedValue(member, depth + 1)] as const)
    .filter(([, member]) => member !== undefined);
  return asked.length === 0 ? undefined : Object.fromEntries(asked);
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
