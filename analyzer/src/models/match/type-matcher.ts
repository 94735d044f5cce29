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
  /** The same for a type as resolved; arrays, variables and unknown types match by nothing, a variable by its bound. */
  matchResolved(type: ResolvedType, patterns: readonly string[]): Confidence | undefined;
}

interface Ancestry {
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
  const answers = new Map<string, Map<readonly string[], Confidence | undefined>>();

  const ancestryOf = (type: TypeName): Ancestry => {
    const known = ancestries.get(type);
    if (known !== undefined) return known;
    const built = buildAncestry(type, program, declared);
    ancestries.set(type, built);
    return built;
  };
  const match = (type: TypeName, patterns: readonly string[]): Confidence | undefined => {
    let byPatterns = answers.get(type);
    if (byPatterns === undefined) {
      byPatterns = new Map();
      answers.set(type, byPatterns);
    }
    if (byPatterns.has(patterns)) return byPatterns.get(patterns);
    const answer = matchAncestry(ancestryOf(type), patterns);
    byPatterns.set(patterns, answer);
    return answer;
  };
  return {
    match,
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

function matchAncestry(ancestry: Ancestry, patterns: readonly string[]): Confidence | undefined {
  const self = ancestry.names[0];
  let possible = false;
  for (const pattern of patterns) {
    const wanted = canonicalName(pattern);
    if (wanted.includes('*')) {
      if (ancestry.names.some((name) => fitsPattern(name, wanted))) return 'certain';
      continue;
    }
    if (ancestry.nameSet.has(wanted)) return 'certain';
    // The type's own supertypes are unknown when it is itself the open one: then only its exact name counts.
    if (self !== undefined && ancestry.names.length > 1) {
      possible ||= ancestry.openLibraries.has(libraryOf(wanted)) && !isJdk(wanted);
    }
  }
  return possible ? 'possible' : undefined;
}

/** The JDK's hierarchy is known from signatures: an unknown type there is no hidden subtype. */
function isJdk(name: string): boolean {
  return name.startsWith('java.');
}
