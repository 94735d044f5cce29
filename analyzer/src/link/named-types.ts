import { type MethodId, type TypeName, typeName } from '../base/ids.ts';
import type {
  CallSite,
  ConstantValue,
  Program,
  ProgramMethod,
  ProgramType,
  ResolvedAnnotation,
} from './program.ts';
import type { ResolvedType } from './resolved-type.ts';

/** Annotations and lists inside annotation arguments beyond this depth are not looked into. */
const DEEPEST_ARGUMENT = 8;

/** Adds the types that a declaration names in its supertypes, fields and annotations. */
export function addTypesOfDeclaration(names: Set<TypeName>, type: ProgramType): void {
  if (type.superclass) addNames(names, type.superclass);
  for (const each of type.interfaces) addNames(names, each);
  addClasses(names, type);
  for (const field of type.fields) {
    addNames(names, field.type);
    addClasses(names, field);
  }
  for (const method of type.methods) addClasses(names, method);
}

/** Adds the types of the values that a method takes and works with. */
export function addTypesOfBody(names: Set<TypeName>, method: ProgramMethod): void {
  const types = method.operationTypes;
  // Bodies work with the same few types all the time.
  let last: ResolvedType | undefined;
  let before: ResolvedType | undefined;
  for (let i = 0; i < types.length; i++) {
    const type = types[i];
    if (type === undefined || type === last) continue;
    if (type !== before) addNames(names, type);
    before = last;
    last = type;
  }
  for (const parameter of method.parameters) addNames(names, parameter.type);
}

/** Adds the types of the tree that declare what a method calls. */
export type OwnersOfCalls = (names: Set<TypeName>, method: ProgramMethod) => void;

export function ownersOfCalls(program: Program): OwnersOfCalls {
  const ownerOf = ownerOfCall(program);
  return (names, { calls }) => {
    for (let i = 0; i < calls.length; i++) {
      const site = calls[i];
      const owner = site === undefined ? undefined : ownerOf(site);
      if (owner !== undefined) names.add(owner);
    }
  };
}

/** Tells the type of the tree that declares what a call calls; looks up the owner of each method once. */
export function ownerOfCall(program: Program): (site: CallSite) => TypeName | undefined {
  const owners = new Map<MethodId, TypeName>();
  return ({ resolution }) => {
    if (resolution.status !== 'exact' && resolution.status !== 'narrowed') return undefined;
    const { declared, method } = resolution;
    if (method !== undefined) return method.owner.name;
    const known = owners.get(declared);
    if (known !== undefined) return known;
    const owner = program.ownerOf(declared)?.name;
    if (owner !== undefined) owners.set(declared, owner);
    return owner;
  };
}

/** Adds the class names in a type, its arguments and elements; the depth of types is bounded by linking. */
export function addNames(names: Set<TypeName>, type: ResolvedType): void {
  if (type.kind === 'array') addNames(names, type.element);
  if (type.kind !== 'class') return;
  names.add(type.name);
  for (let i = 0; i < type.args.length; i++) {
    const arg = type.args[i];
    if (arg !== undefined) addNames(names, arg);
  }
}

interface Annotated {
  readonly annotations: readonly ResolvedAnnotation[];
}

/** Adds the classes that annotations name: `@Import({Rules.class, Visits.class})`. */
function addClasses(names: Set<TypeName>, { annotations }: Annotated): void {
  for (let i = 0; i < annotations.length; i++) {
    const args = annotations[i]?.args;
    if (args !== undefined && args.size > 0) addClassesIn(names, [...args.values()]);
  }
}

function addClassesIn(names: Set<TypeName>, values: readonly ConstantValue[]): void {
  let level = values;
  for (let depth = 0; depth <= DEEPEST_ARGUMENT && level.length > 0; depth++) {
    for (const value of level) if (value.kind === 'class') addNames(names, value.type);
    level = level.flatMap((value) => {
      if (value.kind === 'list') return value.items;
      return value.kind === 'annotation' ? [...value.annotation.args.values()] : [];
    });
  }
}

/** Adds the types of the annotations on a type and on everything in it. */
export function addAnnotationsIn(names: Set<TypeName>, type: ProgramType): void {
  addAnnotations(names, type);
  addAnnotationsOf(names, type.fields);
  addAnnotationsOf(names, type.methods);
  for (let i = 0; i < type.methods.length; i++) addAnnotationsOf(names, type.methods[i]?.parameters ?? NONE);
}

function addAnnotationsOf(names: Set<TypeName>, all: readonly Annotated[]): void {
  for (let i = 0; i < all.length; i++) addAnnotations(names, all[i]);
}

function addAnnotations(names: Set<TypeName>, annotated: Annotated | undefined): void {
  const annotations = annotated?.annotations ?? NO_ANNOTATIONS;
  for (let i = 0; i < annotations.length; i++) {
    const annotation = annotations[i];
    if (annotation !== undefined) names.add(annotation.type);
  }
}

const NONE: readonly Annotated[] = [];
const NO_ANNOTATIONS: readonly ResolvedAnnotation[] = [];

/**
 * Adds what the file of a type imports: an import names a type, or a member or nested type of one. What was met in another
 * file before, as most is, has been added.
 */
export function addImports(names: Set<TypeName>, met: Set<string>, { file }: ProgramType): void {
  for (const { name } of file.facts.imports) {
    if (met.has(name)) continue;
    met.add(name);
    for (const type of importedTypes(name)) names.add(type);
  }
}

/** The types that an import may name. */
export function importedTypes(name: string): readonly TypeName[] {
  return [typeName(name), typeName(name.slice(0, Math.max(0, name.lastIndexOf('.'))))];
}

/** Adds the types that declare the fields that a method reads or writes. */
export function addOwnersOfFields(names: Set<TypeName>, program: Program, method: ProgramMethod): void {
  let before: TypeName | null = null;
  program.fieldsIn(method)?.forEach(({ owner }) => {
    if (owner !== before) names.add(owner);
    before = owner;
  });
}
