import { compareNumber } from '../../base/ordering.ts';
import type { ProgramType } from '../../link/program.ts';
import { canonicalName, fitsPattern } from './name-pattern.ts';
import { rememberedByList } from './remembered.ts';
import type { TypeMatcher } from './type-matcher.ts';

/** Types that certainly are, or are below, one that a row names, in their order. */
export type TypesBelow = (patterns: readonly string[]) => readonly ProgramType[];

/** Turns the hierarchy above the given types upside down, once, when first asked; each row then looks only below its own. */
export function createTypeIndex(types: readonly ProgramType[], matcher: TypeMatcher): TypesBelow {
  let hierarchy: Hierarchy | null = null;
  return rememberedByList((patterns) => {
    hierarchy ??= turnOver(types, matcher);
    return placesBelow(hierarchy, patterns).flatMap((place) => types[place] ?? []);
  });
}

function placesBelow(hierarchy: Hierarchy, patterns: readonly string[]): readonly number[] {
  const places = new Set<number>();
  const seen = new Set<string>(startsOf(hierarchy, patterns));
  for (const name of seen) {
    for (const place of hierarchy.places.get(name) ?? []) places.add(place);
    for (const child of hierarchy.children.get(name) ?? []) seen.add(child);
  }
  return [...places].sort(compareNumber);
}

/** All by canonical name. */
interface Hierarchy {
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function turnOver(types: readonly ProgramType[], matcher: TypeMatcher): Hierarchy {
  const children = new Map<string, string[]>();
  const places = new Map<string, number[]>();
  for (const [place, { name }] of types.entries()) addTo(places, canonicalName(name), place);
  const names = new Set<string>(types.map(({ name }) => name));
  for (const name of names) {
    for (const parent of matcher.parentsOf(name)) {
      addTo(children, canonicalName(parent), canonicalName(name));
      names.add(parent);
    }
  }
  return { children, places };
}

function startsOf({ children, places }: Hierarchy, patterns: readonly string[]): readonly string[] {
  return patterns.map(canonicalName).flatMap((pattern) => {
    if (!pattern.includes('*')) return [pattern];
    return [...places.keys(), ...children.keys()].filter((name) => fitsPattern(name, pattern));
  });
}

function addTo<Item>(lists: Map<string, Item[]>, name: string, item: Item): void {
  const known = lists.get(name);
  if (known === undefined) lists.set(name, [item]);
  else known.push(item);
}
