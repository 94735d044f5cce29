import { type TypeName, typeName } from '../base/ids.ts';
import type { ConstantValue, Program, ProgramMethod, ProgramType, ResolvedAnnotation } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';

/** Annotations and lists inside annotation arguments beyond this depth are not looked into. */
const DEEPEST_ARGUMENT = 8;

/** Adds the types that a declaration names in its supertypes, fields and annotations. */
export function addTypesOfDeclaration(names: Set<TypeName>, type: ProgramType): void {
  const annotations = [
    ...type.annotations,
    ...type.fields.flatMap((field) => field.annotations),
    ...type.methods.flatMap((method) => method.annotations),
  ];
  if (type.superclass) addNames(names, type.superclass);
  for (const each of type.interfaces) addNames(names, each);
  for (const field of type.fields) addNames(names, field.type);
  for (const annotation of annotations) addClasses(names, annotation);
}

/** Adds the types of the values that a method takes and works with. */
export function addTypesOfBody(names: Set<TypeName>, method: ProgramMethod): void {
  for (const type of method.operationTypes) addNames(names, type);
  for (const parameter of method.parameters) addNames(names, parameter.type);
}

/** Adds the types of the tree that declare what a method calls. */
export function addOwnersOfCalls(names: Set<TypeName>, program: Program, method: ProgramMethod): void {
  for (const { resolution } of method.calls) {
    if (resolution.status !== 'exact' && resolution.status !== 'narrowed') continue;
    const owner = program.method(resolution.declared)?.owner.name;
    if (owner !== undefined) names.add(owner);
  }
}

/** Adds the class names in a type, its arguments and elements; the depth of types is bounded by linking. */
export function addNames(names: Set<TypeName>, type: ResolvedType): void {
  if (type.kind === 'array') addNames(names, type.element);
  if (type.kind !== 'class') return;
  names.add(type.name);
  for (const arg of type.args) addNames(names, arg);
}

/** Adds the classes that an annotation names: `@Import({Rules.class, Visits.class})`. */
function addClasses(names: Set<TypeName>, annotation: ResolvedAnnotation): void {
  let level: ConstantValue[] = [...annotation.args.values()];
  for (let depth = 0; depth <= DEEPEST_ARGUMENT && level.length > 0; depth++) {
    for (const value of level) if (value.kind === 'class') addNames(names, value.type);
    level = level.flatMap((value) => {
      if (value.kind === 'list') return value.items;
      return value.kind === 'annotation' ? [...value.annotation.args.values()] : [];
    });
  }
}

/** The annotations on a type and on everything in it. */
export function annotationsIn(type: ProgramType): readonly ResolvedAnnotation[] {
  return [
    ...type.annotations,
    ...type.fields.flatMap((field) => field.annotations),
    ...type.methods.flatMap((method) => [
      ...method.annotations,
      ...method.parameters.flatMap((parameter) => parameter.annotations),
    ]),
  ];
}

/** What the file of a type imports: an import names a type, or a member or nested type of one. */
export function importedBy({ file }: ProgramType): TypeName[] {
  return file.facts.imports.flatMap(({ name }) => [
    typeName(name),
    typeName(name.slice(0, Math.max(0, name.lastIndexOf('.')))),
  ]);
}

/** Adds the types that declare the fields that a method reads or writes. */
export function addOwnersOfFields(names: Set<TypeName>, program: Program, method: ProgramMethod): void {
  const operations = method.declaration?.body?.operations ?? [];
  operations.forEach(({ kind }, index) => {
    const field = kind === 'field' || kind === 'name' ? program.fieldOf(method, index) : undefined;
    if (field !== undefined) names.add(field.owner);
  });
}
