import type { TypeName } from '../../base/ids.ts';
import type { Confidence, Program } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import type { LibraryTypeRow } from '../model-schema.ts';
import { canonicalName, fitsPattern, libraryOf } from './name-pattern.ts';

/** Supertypes looked at for one type; a cap against hostile hierarchies. */
const MOST_ANCESTORS = 500;

/** Tells whether a resolved type is, or is below, one that a row names. */
export interface TypeMatcher {
  /**
   * `certain` where the type or a known supertype has the name. `possible` where a supertype that nobody could look up
   * belongs to the same library. Otherwise undefined: never by the bare name.
   */
  match(type: TypeName, patterns: readonly string[]): Confidence | undefined;
  /** What a type is and is below, as far as that is known. */
  ancestryOf(type: TypeName): Ancestry;
  /** Names of the direct supertypes that are known, from the program and from what the models say. */
  parentsOf(type: string): readonly string[];
  /** The same for a type as resolved; arrays, variables and unknown types match by nothing, a variable by its bound. */
  matchResolved(type: ResolvedType, patterns: readonly string[]): Confidence | undefined;
}

export interface Ancestry {
  /** Canonical names of the type itself and all known supertypes. */
  readonly names: readonly string[];
  readonly nameSet: ReadonlySet<string>;
  /** Libraries of types whose own supertypes are not known. */
  readonly openLibraries: ReadonlySet<string>;
}

/** Builds a matcher over the program and what the models say of library hierarchies. */
export function createTypeMatcher(program: Program, libraryTypes: readonly LibraryTypeRow[]): TypeMatcher {
  const declared = indexLibraryTypes(libraryTypes);
  const ancestries = new Map<TypeName, Ancestry>();
  /** Null where a type does not fit: each answer is looked up once. */
  const answers = new Map<readonly string[], Map<TypeName, Confidence | null>>();

  const ancestryOf = (type: TypeName): Ancestry => {
    const known = ancestries.get(type);
    if (known !== undefined) return known;
    const built = buildAncestry(type, program, declared);
    ancestries.set(type, built);
    return built;
  };
  const match = (type: TypeName, patterns: readonly string[]): Confidence | undefined => {
    let ofPatterns = answers.get(patterns);
    if (ofPatterns === undefined) {
      ofPatterns = new Map();
      answers.set(patterns, ofPatterns);
    }
    let answer = ofPatterns.get(type);
    if (answer === undefined) {
      answer = matchAncestry(ancestryOf(type), wantedTypes(patterns)) ?? null;
      ofPatterns.set(type, answer);
    }
    return answer ?? undefined;
  };
  return {
    match,
    ancestryOf,
    parentsOf(type) {
      const known = program.supertypesOf(type as TypeName).flatMap((supertype) => classOf(supertype) ?? []);
      return [...known, ...(declared.get(canonicalName(type)) ?? [])];
    },
    matchResolved(type, patterns) {
      const named = classOf(type);
      return named === undefined ? undefined : match(named, patterns);
    },
  };
}

/** Name of the class behind a type; a variable stands for its bound. Undefined for anything that is no class. */
export function classOf(type: ResolvedType): TypeName | undefined {
  let current = type;
  for (let step = 0; current.kind === 'variable' && step < 10; step += 1) current = current.bound;
  return current.kind === 'class' ? current.name : undefined;
}

function indexLibraryTypes(rows: readonly LibraryTypeRow[]): ReadonlyMap<string, readonly string[]> {
  const supertypes = new Map<string, string[]>();
  for (const row of rows) {
    for (const type of row.type) {
      const name = canonicalName(type);
      supertypes.set(name, [...(supertypes.get(name) ?? []), ...row.extends]);
    }
  }
  return supertypes;
}

function buildAncestry(
  start: TypeName,
  program: Program,
  declared: ReadonlyMap<string, readonly string[]>,
): Ancestry {
  const seen = new Set<string>();
  const openLibraries = new Set<string>();
  const waiting: string[] = [start];
  for (let next = waiting.pop(); next !== undefined && seen.size < MOST_ANCESTORS; next = waiting.pop()) {
    const name = canonicalName(next);
    if (seen.has(name)) continue;
    seen.add(name);
    const fromProgram = program.supertypesOf(next as TypeName);
    const fromModels = declared.get(name) ?? [];
    for (const supertype of fromProgram) {
      const known = classOf(supertype);
      if (known !== undefined) waiting.push(known);
    }
    waiting.push(...fromModels);
    const lookedUp =
      program.type(next as TypeName) !== undefined || fromProgram.length + fromModels.length > 0;
    if (!lookedUp && isLibraryName(name)) openLibraries.add(libraryOf(name));
  }
  return { names: [...seen], nameSet: seen, openLibraries };
}

/** A name with a package: a bare one was never resolved. */
function isLibraryName(name: string): boolean {
  return /^[a-z]\w*\./u.test(name);
}

/** A type as a row names it. */
export interface WantedType {
  /** Canonical. */
  readonly name: string;
  readonly isPattern: boolean;
  /** Library whose unknown types may hide a subtype; undefined for the JDK, all of whose types are known. */
  readonly library: string | undefined;
}

const wantedByPatterns = new WeakMap<readonly string[], readonly WantedType[]>();

/** What a list of a row names, made out once for each list. */
export function wantedTypes(patterns: readonly string[]): readonly WantedType[] {
  let wanted = wantedByPatterns.get(patterns);
  if (wanted === undefined) {
    wanted = patterns.map(wantedType);
    wantedByPatterns.set(patterns, wanted);
  }
  return wanted;
}

function wantedType(pattern: string): WantedType {
  const name = canonicalName(pattern);
  const isPattern = name.includes('*');
  return { name, isPattern, library: isPattern || name.startsWith('java.') ? undefined : libraryOf(name) };
}

function matchAncestry(ancestry: Ancestry, wanted: readonly WantedType[]): Confidence | undefined {
  let possible = false;
  for (let i = 0; i < wanted.length; i++) {
    const { name, isPattern, library } = wanted[i] as WantedType;
    const fits = isPattern
      ? ancestry.names.some((each) => fitsPattern(each, name))
      : ancestry.nameSet.has(name);
    if (fits) return 'certain';
    // A type that is itself unknown matches by its exact name only.
    possible ||= ancestry.names.length > 1 && library !== undefined && ancestry.openLibraries.has(library);
  }
  return possible ? 'possible' : undefined;
}
