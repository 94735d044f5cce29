import type { OperationIndex } from '../../../facts/operations.ts';

/** Places that are told apart in one list or map. */
const MOST_PLACES = 64;
/** Values that one place is followed to. */
const MOST_VALUES = 16;

/** The operations whose values may stand at a place. None: nothing that anybody put there. */
export type Place = readonly OperationIndex[];

/** What stands in a list, an array or a map at one moment, place by place. Never changed, only replaced. */
export type Contents =
  | { readonly kind: 'list'; readonly places: readonly Place[] }
  | { readonly kind: 'map'; readonly places: ReadonlyMap<string, Place> };

export const EMPTY_LIST: Contents = { kind: 'list', places: [] };
export const EMPTY_MAP: Contents = { kind: 'map', places: new Map() };

/** A list of places, unless there are too many of them. */
export function listOf(places: readonly Place[]): Contents | undefined {
  return places.length > MOST_PLACES ? undefined : { kind: 'list', places };
}

/** The map with a key set. */
export function withKey(map: ReadonlyMap<string, Place>, key: string, place: Place): Contents | undefined {
  if (map.size >= MOST_PLACES && !map.has(key)) return undefined;
  return { kind: 'map', places: new Map(map).set(key, place) };
}

/** All values that stand anywhere in it. */
export function valuesIn(contents: Contents): readonly OperationIndex[] {
  return [...contents.places.values()].flat();
}

/** What stands there where two ways meet; undefined where the ways do not agree on the places. */
export function mergedContents(
  left: Contents | undefined,
  right: Contents | undefined,
): Contents | undefined {
  if (left === right || left === undefined || right === undefined) return left === right ? left : undefined;
  if (left.kind === 'list' && right.kind === 'list') {
    if (left.places.length !== right.places.length) return undefined;
    return { kind: 'list', places: left.places.map((place, at) => union(place, right.places[at] ?? [])) };
  }
  if (left.kind !== 'map' || right.kind !== 'map') return undefined;
  const places = new Map(left.places);
  for (const [key, place] of right.places) places.set(key, union(places.get(key) ?? [], place));
  return places.size > MOST_PLACES ? undefined : { kind: 'map', places };
}

function union(left: Place, right: Place): Place {
  return left === right ? left : [...new Set([...left, ...right])].slice(0, MOST_VALUES + 1);
}

/** A place with so many values that some were left out says nothing. */
export function isExact(place: Place): boolean {
  return place.length <= MOST_VALUES;
}
