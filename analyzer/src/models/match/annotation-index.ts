import { compareNumber } from '../../base/ordering.ts';
import type { Program, ProgramMethod, ProgramType, ResolvedAnnotation } from '../../link/program.ts';
import { canonicalName } from './name-pattern.ts';
import { rememberedByList } from './remembered.ts';

/** Who carries annotations, by their types: few rows are about annotations that a tree has, and few methods carry them. */
export interface AnnotationIndex {
  /** Whether a type or method, or a field or parameter of production code, carries one that is, or is composed of, one of the wanted. */
  isUsed(wanted: readonly string[]): boolean;
  /** Types of production code that carry one themselves, in order. */
  typesWith(wanted: readonly string[]): readonly ProgramType[];
  /** Methods of production code that carry one themselves, in order. */
  methodsWith(wanted: readonly string[]): readonly ProgramMethod[];
  /** Types that carry one, or whose own methods do, and all below them: nobody else inherits one. */
  familiesWith(wanted: readonly string[]): ReadonlySet<ProgramType>;
}

/** Carriers of one annotation type, by their places among all types and methods, rising. */
interface Carriers {
  readonly types: number[];
  readonly methods: number[];
}

/** Goes over all declarations once, when first asked. `metasOf` gives what an annotation type is composed of, itself first. */
export function createAnnotationIndex(
  program: Program,
  metasOf: (type: string) => Iterable<string>,
): AnnotationIndex {
  let known: AnnotationIndex | null = null;
  const index = () => {
    known ??= indexOver(program, metasOf);
    return known;
  };
  return {
    isUsed: (wanted) => index().isUsed(wanted),
    typesWith: (wanted) => index().typesWith(wanted),
    methodsWith: (wanted) => index().methodsWith(wanted),
    familiesWith: (wanted) => index().familiesWith(wanted),
  };
}

function indexOver(program: Program, metasOf: (type: string) => Iterable<string>): AnnotationIndex {
  const { types, methods } = program;
  const written = collectCarriers(program);
  const composed = new Map<string, Set<string>>();
  for (const type of written.keys()) {
    for (const meta of metasOf(type)) {
      const outer = composed.get(meta);
      if (outer === undefined) composed.set(meta, new Set([type]));
      else outer.add(type);
    }
  }
  const carriersOf = (wanted: readonly string[]): readonly Carriers[] => {
    const names = new Set(wanted.flatMap((name) => [...(composed.get(canonicalName(name)) ?? [])]));
    return [...names].flatMap((name) => written.get(name) ?? []);
  };
  return {
    isUsed: (wanted) => wanted.some((name) => composed.has(canonicalName(name))),
    typesWith: rememberedByList((wanted) =>
      inPlace(carriersOf(wanted).map((each) => each.types))
        .flatMap((place) => types[place] ?? [])
        .filter(isProduction),
    ),
    methodsWith: rememberedByList((wanted) =>
      inPlace(carriersOf(wanted).map((each) => each.methods))
        .flatMap((place) => methods[place] ?? [])
        .filter(({ owner }) => isProduction(owner)),
    ),
    familiesWith(wanted) {
      const heads = new Set<ProgramType>();
      for (const carriers of carriersOf(wanted)) {
        for (const place of carriers.types) addAt(heads, types[place]);
        for (const place of carriers.methods) addAt(heads, methods[place]?.owner);
      }
      return withSubtypes(program, heads);
    },
  };
}

function withSubtypes(program: Program, heads: Iterable<ProgramType>): ReadonlySet<ProgramType> {
  const found = new Set<ProgramType>();
  for (const head of heads) {
    // What is below one head is below those above it.
    if (found.has(head)) continue;
    found.add(head);
    for (const type of program.subtypesOf(head.name)) found.add(type);
  }
  return found;
}

function isProduction({ file }: ProgramType): boolean {
  return file.role !== 'test';
}

function addAt<T>(found: Set<T>, item: T | undefined): void {
  if (item !== undefined) found.add(item);
}

function inPlace(lists: readonly (readonly number[])[]): readonly number[] {
  const [only, ...others] = lists;
  if (only === undefined) return [];
  return others.length === 0 ? only : [...new Set(lists.flat())].sort(compareNumber);
}

const NO_ANNOTATIONS: readonly ResolvedAnnotation[] = [];

function collectCarriers({ types, methods }: Program): ReadonlyMap<string, Carriers> {
  const written = new Map<string, Carriers>();
  const add = (annotations: readonly ResolvedAnnotation[], list?: keyof Carriers, place = 0): void => {
    if (annotations.length === 0) return;
    for (let i = 0; i < annotations.length; i++) {
      const { type } = annotations[i] as ResolvedAnnotation;
      let carriers = written.get(type);
      if (carriers === undefined) {
        carriers = { types: [], methods: [] };
        written.set(type, carriers);
      }
      const places = list === undefined ? undefined : carriers[list];
      if (places !== undefined && places.at(-1) !== place) places.push(place);
    }
  };
  const addAll = (all: readonly { readonly annotations: readonly ResolvedAnnotation[] }[]): void => {
    for (let i = 0; i < all.length; i++) add(all[i]?.annotations ?? NO_ANNOTATIONS);
  };
  for (let place = 0; place < types.length; place++) {
    const type = types[place] as ProgramType;
    add(type.annotations, 'types', place);
    if (isProduction(type)) addAll(type.fields);
  }
  for (let place = 0; place < methods.length; place++) {
    const method = methods[place] as ProgramMethod;
    add(method.annotations, 'methods', place);
    if (method.parameters.length > 0 && isProduction(method.owner)) addAll(method.parameters);
  }
  return written;
}
