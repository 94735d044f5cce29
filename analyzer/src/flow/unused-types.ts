import { type MethodId, type TypeName, typeName } from '../base/ids.ts';
import { NOTHING } from '../base/lists.ts';
import { addAnnotationsIn, addImports, addNames, addTypesOfDeclaration } from '../link/named-types.ts';
import type { CallSite, Program, ProgramMethod, ProgramType, ResolvedAnnotation } from '../link/program.ts';
import type { ResolvedType } from '../link/resolved-type.ts';
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
  const handlers = new Set(labels.entryPoints.flatMap(({ handler }) => program.method(handler)?.owner ?? []));
  const named = new Set(tests.mentioned);
  for (const type of program.types) {
    const isTest = type.file.role === 'test';
    if (isTest || handlers.has(type) || isKnownOutside(program, type)) named.add(type.name);
  }
  const idle = familiesOf(program);
  const search: Search = { program, idle, used: [], imports: new Set(), called: new Set() };
  use(search, named);
  lookIntoBodies(search);
  return new Set(program.types.map(({ name }) => name).filter((name) => idle.has(name)));
}

/** Each top-level type with everything nested in it, by the name of each. */
function familiesOf(program: Program): Map<TypeName, Family> {
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

/** A top-level type with everything nested in it. */
type Family = readonly ProgramType[];

interface Search {
  readonly program: Program;
  /** Families that nothing was found to use so far, by the name of each type. */
  readonly idle: Map<TypeName, Family>;
  /** All others, in the order in which they were found. */
  readonly used: Family[];
  /** Imports that were looked at. */
  readonly imports: Set<string>;
  /** Declarations that were looked at where they are called. */
  readonly called: Set<MethodId>;
}

/** Takes note that these types are used, and all that their declarations name or that can stand in their place. */
function use(search: Search, named: Set<TypeName>): void {
  const { idle, used } = search;
  // What a type names is named too, and is met further on.
  for (const name of named) {
    const family = idle.get(name);
    if (family === undefined) continue;
    used.push(family);
    for (const type of family) {
      if (idle.get(type.name) === family) idle.delete(type.name);
      if (type.file.role !== 'test') addDeclared(search, named, type);
    }
  }
}

function addDeclared({ program, imports }: Search, named: Set<TypeName>, type: ProgramType): void {
  if (type.outer === null) addImports(named, imports, type);
  addTypesOfDeclaration(named, type);
  for (const below of program.subtypesOf(type.name)) named.add(below.name);
  for (const { returnType, parameters } of type.methods) {
    addNames(named, returnType);
    for (const parameter of parameters) addNames(named, parameter.type);
  }
  addAnnotationsIn(named, type);
}

/** Declarations name nearly all that is used: bodies are only asked for what is left, in their own order, which is that in memory. */
function lookIntoBodies(search: Search): void {
  const { program, used, idle } = search;
  const known = used.length;
  lookIntoAll(
    search,
    program.types.filter(({ name }) => !idle.has(name)),
  );
  for (let i = known; i < used.length; i++) lookIntoAll(search, used[i] ?? NOTHING);
}

function lookIntoAll(search: Search, types: readonly ProgramType[]): void {
  for (let i = 0; i < types.length && search.idle.size > 0; i++) {
    const type = types[i];
    if (type === undefined || type.file.role === 'test') continue;
    for (let at = 0; at < type.methods.length; at++) lookInto(search, type.methods[at] as ProgramMethod);
  }
}

/** What a body works with, calls and reads is used. */
function lookInto(search: Search, method: ProgramMethod): void {
  const { operationTypes, calls } = method;
  // Bodies work with the same few types all the time.
  let last: ResolvedType | undefined;
  let before: ResolvedType | undefined;
  for (let i = 0; i < operationTypes.length; i++) {
    const type = operationTypes[i];
    if (type === undefined || type === last || type === before) continue;
    useType(search, type);
    before = last;
    last = type;
  }
  for (let i = 0; i < calls.length; i++) {
    const site = calls[i];
    if (site !== undefined) useOwner(search, site);
  }
  search.program.fieldsIn(method)?.forEach(({ owner }) => {
    useNamed(search, owner);
  });
}

function useNamed(search: Search, name: TypeName): void {
  if (search.idle.has(name)) use(search, new Set([name]));
}

/** The class names in a type; the depth of types is bounded by linking. */
function useType(search: Search, type: ResolvedType): void {
  if (type.kind === 'array') useType(search, type.element);
  if (type.kind !== 'class') return;
  useNamed(search, type.name);
  for (let i = 0; i < type.args.length; i++) {
    const arg = type.args[i];
    if (arg !== undefined) useType(search, arg);
  }
}

/** The type that declares what is called; its name stands at the beginning of the id. */
function useOwner(search: Search, { resolution }: CallSite): void {
  if (resolution.status !== 'exact' && resolution.status !== 'narrowed') return;
  const { declared } = resolution;
  if (search.called.has(declared)) return;
  search.called.add(declared);
  useNamed(search, typeName(declared.slice(0, Math.max(0, declared.indexOf('#')))));
}
