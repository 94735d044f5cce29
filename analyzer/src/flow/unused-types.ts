import type { TypeName } from '../base/ids.ts';
import {
  addAnnotationsIn,
  addImports,
  addNames,
  addOwnersOfFields,
  addTypesOfBody,
  addTypesOfDeclaration,
  type OwnersOfCalls,
  ownersOfCalls,
} from '../link/named-types.ts';
import type { Program, ProgramType, ResolvedAnnotation } from '../link/program.ts';
import type { Labels, TestCode } from '../models/labels.ts';

/** Annotations of the language: they say nothing of who uses the code. */
const OF_THE_LANGUAGE = 'java.lang.';
/** Supertypes that everything of its kind has. */
const GIVEN_SUPERTYPES: ReadonlySet<string> = new Set([
  'java.lang.Object',
  'java.lang.Record',
  'java.lang.Enum',
]);

/**
 * Types of production code that nothing uses: no entry point, no annotation, no supertype from outside the tree, no `main`
 * and no reference leads to them, not even from tests. Judged by top-level type with all that is nested in it. Empty
 * where no entry point is known, for then anybody outside may be the user.
 */
export function findUnusedTypes(program: Program, labels: Labels, tests: TestCode): ReadonlySet<TypeName> {
  if (labels.entryPoints.length === 0) return new Set();
  const families = familiesOf(program);
  const handlers = new Set(labels.entryPoints.flatMap(({ handler }) => program.method(handler)?.owner ?? []));
  const named = new Set(tests.mentioned);
  for (const type of program.types) {
    const isTest = type.file.role === 'test';
    if (isTest || handlers.has(type) || isKnownOutside(program, type)) named.add(type.name);
  }
  const used = new Set<readonly ProgramType[]>();
  const search = { program, named, imports: new Set<string>(), owners: ownersOfCalls(program) };
  // What a type names is named too, and is met further on.
  for (const name of named) {
    const family = families.get(name);
    if (family === undefined || used.has(family)) continue;
    used.add(family);
    for (const type of family) if (type.file.role !== 'test') addReferences(search, type);
  }
  const unused = program.types.filter((type) => {
    const family = families.get(type.name);
    return family !== undefined && !used.has(family);
  });
  return new Set(unused.map(({ name }) => name));
}

/** Each top-level type with everything nested in it, by the name of each. */
function familiesOf(program: Program): ReadonlyMap<TypeName, readonly ProgramType[]> {
  const families = new Map<TypeName, ProgramType[]>();
  for (const type of program.types) {
    const family = (type.outer === null ? undefined : families.get(type.outer.name)) ?? [];
    family.push(type);
    families.set(type.name, family);
  }
  return families;
}

/** A framework, a library or the one who starts the program can know the type; so can code that could not be read. */
function isKnownOutside(program: Program, type: ProgramType): boolean {
  if (type.file.facts.problems.length > 0) return true;
  const speaks = ({ annotations }: { readonly annotations: readonly ResolvedAnnotation[] }) =>
    annotations.some((annotation) => !annotation.type.startsWith(OF_THE_LANGUAGE));
  if (speaks(type) || type.fields.some(speaks) || type.methods.some(speaks)) return true;
  if (type.methods.some(({ name }) => name === 'main')) return true;
  const above = [...(type.superclass ? [type.superclass] : []), ...type.interfaces];
  return above.some(
    (each) =>
      each.kind !== 'class' || (program.type(each.name) === undefined && !GIVEN_SUPERTYPES.has(each.name)),
  );
}

interface Search {
  readonly program: Program;
  readonly named: Set<TypeName>;
  /** Imports that were looked at. */
  readonly imports: Set<string>;
  readonly owners: OwnersOfCalls;
}

/** Adds everything that a type names or that can stand in its place. */
function addReferences({ program, named, imports, owners }: Search, type: ProgramType): void {
  if (type.outer === null) addImports(named, imports, type);
  addTypesOfDeclaration(named, type);
  for (const below of program.subtypesOf(type.name)) named.add(below.name);
  for (const method of type.methods) {
    addNames(named, method.returnType);
    addTypesOfBody(named, method);
    owners(named, method);
    addOwnersOfFields(named, program, method);
  }
  addAnnotationsIn(named, type);
}
