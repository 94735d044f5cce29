import type { TypeName } from '../../base/ids.ts';
import { fitsPattern } from './name-pattern.ts';
import { type TypeMatcher, type WantedType, wantedTypes } from './type-matcher.ts';

/** Those of some types that certainly or possibly are, or are below, one that a row names, each once. */
export type TypeSelection = (patterns: readonly string[]) => ReadonlySet<TypeName>;

/** Turns what the types are and are below upside down: a row then costs as much as there is of what it names. */
export function selectionAmong(types: Iterable<TypeName>, matcher: TypeMatcher): TypeSelection {
  const byName = new Map<string, TypeName[]>();
  const byOpenLibrary = new Map<string, TypeName[]>();
  for (const type of types) {
    const { names, openLibraries } = matcher.ancestryOf(type);
    for (const name of names) addTo(byName, name, type);
    // A type that is itself unknown matches by its exact name only.
    if (names.length > 1) for (const library of openLibraries) addTo(byOpenLibrary, library, type);
  }
  const addNamed = (found: Set<TypeName>, { name, isPattern, library }: WantedType): void => {
    if (isPattern) {
      for (const [each, below] of byName) if (fitsPattern(each, name)) addAll(found, below);
      return;
    }
    addAll(found, byName.get(name));
    if (library !== undefined) addAll(found, byOpenLibrary.get(library));
  };
  return (patterns) => {
    const found = new Set<TypeName>();
    for (const wanted of wantedTypes(patterns)) addNamed(found, wanted);
    return found;
  };
}

function addAll(found: Set<TypeName>, types: readonly TypeName[] | undefined): void {
  if (types !== undefined) for (const type of types) found.add(type);
}

function addTo(lists: Map<string, TypeName[]>, name: string, type: TypeName): void {
  const known = lists.get(name);
  if (known === undefined) lists.set(name, [type]);
  else known.push(type);
}
