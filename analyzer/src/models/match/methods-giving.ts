import type { TypeName } from '../../base/ids.ts';
import { compareNumber } from '../../base/ordering.ts';
import type { ProgramMethod } from '../../link/program.ts';
import { rememberedByList } from './remembered.ts';
import { classOf, type TypeMatcher } from './type-matcher.ts';

/** Methods that return what certainly is, or is below, a type that a row names, in their order. */
export type MethodsGiving = (patterns: readonly string[]) => readonly ProgramMethod[];

/** Goes over the methods once, when first asked; each row then asks, once, for each type that any of them returns. */
export function createMethodsGiving(
  methods: readonly ProgramMethod[],
  { match }: Pick<TypeMatcher, 'match'>,
): MethodsGiving {
  let places: PlacesByType | null = null;
  return rememberedByList((patterns) => {
    places ??= placesByType(methods);
    const found: number[] = [];
    for (const [type, ofType] of places) {
      if (match(type, patterns) === 'certain') for (const place of ofType) found.push(place);
    }
    return found.sort(compareNumber).flatMap((place) => methods[place] ?? []);
  });
}

type PlacesByType = ReadonlyMap<TypeName, readonly number[]>;

function placesByType(methods: readonly ProgramMethod[]): PlacesByType {
  const places = new Map<TypeName, number[]>();
  for (let place = 0; place < methods.length; place++) {
    const type = classOf((methods[place] as ProgramMethod).returnType);
    if (type === undefined) continue;
    const known = places.get(type);
    if (known === undefined) places.set(type, [place]);
    else known.push(place);
  }
  return places;
}
