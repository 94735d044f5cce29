import { methodId, type TypeName, typeName } from '../base/ids.ts';
import type { Annotation, FieldDeclaration, MethodDeclaration } from '../facts/declarations.ts';
import { Modifier } from '../facts/declarations.ts';
import type { TypeParameter, TypeRef } from '../facts/type-refs.ts';
import { methodLevel, type ShapeDraft } from './index-symbols.ts';
import { type NameScope, resolveName, resolveTypeRef } from './name-scope.ts';
import type { ConstantValue, ProgramField, ProgramParameter, ResolvedAnnotation } from './program.ts';
import type { ResolvedType } from './resolved-type.ts';
import type { Draft, FieldShape, MethodDraft, MethodShape, TypeDraft, Visibility } from './shapes.ts';
import { TestMethod } from './test-method.ts';
import { type ClassType, classType, erase, erasedName, type VariableType, VOID } from './types.ts';
import type { SourceFile, World } from './world.ts';

/** Supertypes nest by inheritance; a chain longer than this is not followed while names are still looked up. */
const MAX_CHAIN = 400;

/** Made outside of the pass, for it would keep what that has gone by. */
const settled = () => undefined;

/** Second pass: supertypes of every type. They may name inherited member types, so each is settled when first asked for. */
export function resolveSupertypes(world: World): void {
  const places = new Map<ShapeDraft, Place>();
  for (let at = 0; at < world.files.length; at++) {
    const file = world.files[at];
    if (file !== undefined) addPlaces(places, file);
  }
  let depth = 0;
  world.settleParents = (shape) => {
    const draft = shape as ShapeDraft;
    const place = places.get(draft);
    if (place === undefined) return;
    if (place.state === 'settling' || depth > MAX_CHAIN) world.order.matters = true;
    if (place.state !== null || depth > MAX_CHAIN) return;
    place.state = 'settling';
    depth++;
    settle(world, draft, place);
    depth--;
    place.state = 'settled';
  };
  places.forEach((_, shape) => {
    world.settleParents(shape);
  });
  world.settleParents = settled;
  world.nameAnswers = {};
  world.memberOwners = new Map();
  places.forEach(({ file, index }, shape) => {
    const scope = file.scopes[index];
    if (scope !== undefined && shape.parameters.length > 0)
      bindVariables(world, scope, { refs: declared(shape), variables: shape.parameters });
  });
}

/** Where a type stands, and how far its supertypes are. */
interface Place {
  readonly file: SourceFile;
  readonly index: number;
  state: 'settling' | 'settled' | null;
}

function addPlaces(places: Map<ShapeDraft, Place>, file: SourceFile): void {
  for (let index = 0; index < file.shapes.length; index++) {
    const shape = file.shapes[index] as ShapeDraft | undefined;
    if (shape !== undefined) places.set(shape, { file, index, state: null });
  }
}

function declared(shape: ShapeDraft): readonly TypeParameter[] {
  return shape.draft?.declaration.typeParameters ?? [];
}

function settle(world: World, shape: ShapeDraft, { file, index }: Place): void {
  const own = file.scopes[index];
  const draft = shape.draft;
  if (own === undefined || draft === null) return;
  // The clause stands outside the body: members of the type itself are not in scope there, its type parameters are.
  const scope: NameScope = { ...own, type: null };
  const { declaration } = draft;
  const written = declaration.extends === null ? null : resolveTypeRef(world, scope, declaration.extends);
  const interfaces = declaration.implements.map((ref) => resolveTypeRef(world, scope, ref));
  if (written !== null && isKnownInterface(world, file, written)) interfaces.unshift(written);
  draft.superclass = superclassOf(world, file, { draft, written });
  draft.interfaces = interfaces;
  const all = [...(draft.superclass === null ? [] : [draft.superclass]), ...interfaces];
  const isParent = (type: ResolvedType): type is ClassType =>
    type.kind === 'class' && type.name !== shape.name;
  shape.parents = all.every(isParent) ? all : all.filter(isParent);
  shape.hasUnknownParent = shape.parents.length < all.length;
}

/** An anonymous type names one supertype, which may be an interface: then it stands on the root type. */
function superclassOf(
  world: World,
  file: SourceFile,
  { draft, written }: { readonly draft: TypeDraft; readonly written: ResolvedType | null },
): ResolvedType | null {
  const { kind } = draft.declaration;
  if (kind === 'interface' || kind === 'annotation') return null;
  if (written === null) return implicitSuperclass(file, draft);
  return isKnownInterface(world, file, written) ? classType(typeName(file.rules.rootType)) : written;
}

function isKnownInterface(world: World, file: SourceFile, type: ResolvedType): boolean {
  if (type.kind !== 'class') return false;
  const shape = world.shapes.get(type.name) ?? file.signatures.get(type.name);
  return shape?.kind === 'interface' || shape?.kind === 'annotation';
}

function implicitSuperclass(file: SourceFile, draft: TypeDraft): ResolvedType {
  const { kind } = draft.declaration;
  const name = file.rules.implicitSuperclass[kind === 'anonymous' ? 'class' : kind];
  const takesItself = kind === 'enum';
  return classType(typeName(name), takesItself ? [classType(draft.name)] : []);
}

/** Fills bounds in. Inside a bound, variables stand as their erasure: no type refers to itself. Twice, for forward references. */
function bindVariables(
  world: World,
  scope: NameScope,
  list: { readonly refs: readonly TypeParameter[]; readonly variables: readonly Draft<VariableType>[] },
): void {
  for (let round = 0; round < 2; round++) {
    for (const [index, variable] of list.variables.entries()) {
      const ref = list.refs[index]?.bounds[0];
      if (ref === undefined) continue;
      const bound = resolveTypeRef(world, scope, ref);
      variable.bound = boundedBy(bound, list.variables);
    }
  }
}

/** A variable of a declaration around this one stays: what it stands for is known when a member is looked up. */
function boundedBy(bound: ResolvedType, own: readonly VariableType[]): ResolvedType {
  if (bound.kind === 'class') return classType(bound.name, bound.args.map(erase));
  return bound.kind === 'variable' && !own.includes(bound) ? bound : erase(bound);
}

/** Third pass: types of fields, parameters and results, annotations, and the members of every shape. */
export function resolveMembers(world: World): void {
  for (const file of world.files) {
    for (let index = 0; index < file.types.length; index++) {
      const draft = file.types[index];
      const shape = file.shapes[index] as ShapeDraft | undefined;
      const scope = file.scopes[index];
      if (draft === undefined || shape === undefined || scope === undefined) continue;
      draft.annotations = annotationsOf(world, scope, draft.declaration.annotations);
      draft.fields = declareFields(world, scope, draft);
      for (const field of draft.fields) shape.fields.set(field.name, fieldShape(draft, field));
      declareMethods(world, file, index);
    }
  }
}

function declareMethods(world: World, file: SourceFile, type: number): void {
  const owner = file.types[type];
  const shape = file.shapes[type] as ShapeDraft | undefined;
  if (owner === undefined || shape === undefined) return;
  const { methods } = owner.declaration;
  for (let method = 0; method < methods.length; method++) {
    const declaration = methods[method];
    if (declaration === undefined) continue;
    const level = methodLevel(file, { type, method });
    // The level of a method without type parameters may be that of the type.
    const variables = level.type === null ? level.variables : NONE;
    const made = declareMethod(world, level, { owner, declaration, variables });
    owner.methods.push(made);
    addMethod(shape, methodShape(made, variables));
  }
}

const NO_FIELDS: readonly ProgramField[] = [];

function declareFields(world: World, scope: NameScope, draft: TypeDraft): readonly ProgramField[] {
  const { fields, kind } = draft.declaration;
  if (fields.length === 0 && kind !== 'record') return NO_FIELDS;
  const all = kind === 'record' ? [...componentFields(draft), ...fields] : fields;
  return all.map((field) => fieldOf(world, scope, { draft, field }));
}

/** A record has a private final field for each component (JLS 8.10.3). */
function componentFields({ declaration }: TypeDraft): readonly FieldDeclaration[] {
  return declaration.components.map(({ name, type, annotations, line }) => ({
    name,
    type,
    modifiers: Modifier.private | Modifier.final,
    annotations,
    line,
  }));
}

/** Adds a method to what look-up by name finds. */
export function addMethod(shape: ShapeDraft, method: MethodShape): void {
  const same = shape.methods.get(method.name);
  if (same === undefined) shape.methods.set(method.name, [method]);
  else same.push(method);
}

function fieldOf(
  world: World,
  scope: NameScope,
  place: { readonly draft: TypeDraft; readonly field: FieldDeclaration },
): ProgramField {
  const { draft, field } = place;
  return {
    owner: draft.name,
    name: field.name,
    type: field.enumConstant === true ? classType(draft.name) : resolveTypeRef(world, scope, field.type),
    declaration: field,
    annotations: annotationsOf(world, scope, field.annotations),
  };
}

/** What look-up needs of a field of the tree. */
export function fieldShape(draft: TypeDraft, field: ProgramField): FieldShape {
  const { modifiers, enumConstant } = field.declaration;
  const inInterface = draft.declaration.kind === 'interface' || draft.declaration.kind === 'annotation';
  return {
    owner: draft.name,
    name: field.name,
    type: field.type,
    isStatic: enumConstant === true || inInterface || (modifiers & Modifier.static) !== 0,
    visibility: enumConstant === true || inInterface ? 'public' : visibilityOf(modifiers),
    isEnumConstant: enumConstant === true,
    field,
  };
}

function visibilityOf(modifiers: number): Visibility {
  if ((modifiers & Modifier.public) !== 0) return 'public';
  if ((modifiers & Modifier.protected) !== 0) return 'protected';
  return (modifiers & Modifier.private) !== 0 ? 'private' : 'package';
}

function declareMethod(
  world: World,
  scope: NameScope,
  place: {
    readonly owner: TypeDraft;
    readonly declaration: MethodDeclaration;
    readonly variables: readonly VariableType[];
  },
): MethodDraft {
  const { owner, declaration, variables } = place;
  if (variables.length > 0) {
    bindVariables(world, scope, { refs: declaration.typeParameters, variables });
  }
  const parameters = declareParameters(world, scope, declaration);
  const id = methodId(owner.name, declaration.name, erasedParameters(parameters, declaration));
  for (const variable of variables as readonly Draft<VariableType>[]) variable.owner = id;
  const declared = {
    id,
    owner,
    name: declaration.name,
    declaration,
    parameters,
    returnType: declaration.returnType === null ? VOID : resolveTypeRef(world, scope, declaration.returnType),
    annotations: annotationsOf(world, scope, declaration.annotations),
  };
  return owner.file.role === 'test' ? new TestMethod(declared) : keptMethod(declared);
}

const NO_PARAMETERS: readonly ProgramParameter[] = [];

function declareParameters(
  world: World,
  scope: NameScope,
  declaration: MethodDeclaration,
): readonly ProgramParameter[] {
  if (declaration.parameters.length === 0) return NO_PARAMETERS;
  return declaration.parameters.map((parameter) => ({
    name: parameter.name,
    type: resolveTypeRef(world, scope, parameter.type),
    declaration: parameter,
    annotations: annotationsOf(world, scope, parameter.annotations),
  }));
}

const NO_NAMES: readonly string[] = [];

/** The types of parameters as ids write them. */
function erasedParameters(
  parameters: readonly ProgramParameter[],
  declaration: MethodDeclaration,
): readonly string[] {
  if (parameters.length === 0) return NO_NAMES;
  return parameters.map(({ type }, i) => erasedName(type) ?? writtenName(declaration.parameters[i]?.type));
}

const NONE: readonly never[] = [];

/** A method whose body is typed once and kept. */
function keptMethod(
  declared: Pick<MethodDraft, 'id' | 'owner' | 'name' | 'parameters' | 'returnType' | 'annotations'> & {
    readonly declaration: MethodDeclaration;
  },
): MethodDraft {
  return {
    id: declared.id,
    owner: declared.owner,
    name: declared.name,
    declaration: declared.declaration,
    synthesised: null,
    parameters: declared.parameters,
    returnType: declared.returnType,
    annotations: declared.annotations,
    overrides: NONE,
    overriddenBy: NONE,
    calls: NONE,
    operationTypes: NONE,
    fieldReferences: null,
    number: -1,
    cognitiveComplexity: declared.declaration.cognitiveComplexity,
  };
}

/** A type that could not be looked up, as ids write it: without arguments, with its dimensions. */
function writtenName(ref: TypeRef | undefined): string {
  return ref === undefined ? '?' : ref.name + '[]'.repeat(ref.dims ?? 0);
}

/** What look-up needs of a method of the tree. */
function methodShape(draft: MethodDraft, variables: readonly VariableType[]): MethodShape {
  const { owner, declaration } = draft;
  const modifiers = declaration?.modifiers ?? Modifier.public;
  const inInterface = owner.declaration.kind === 'interface' || owner.declaration.kind === 'annotation';
  const openInInterface = inInterface && (modifiers & Modifier.private) === 0;
  return {
    owner: owner.name,
    name: draft.name,
    variables,
    parameters: draft.parameters.length === 0 ? NONE : draft.parameters.map(({ type }) => type),
    returns: draft.returnType,
    isStatic: (modifiers & Modifier.static) !== 0,
    isAbstract:
      (modifiers & Modifier.abstract) !== 0 ||
      (openInInterface && declaration !== null && declaration.body === null),
    isVarargs: declaration !== null && isVarargs(declaration),
    visibility: openInInterface ? 'public' : visibilityOf(modifiers),
    draft,
  };
}

function isVarargs({ parameters }: MethodDeclaration): boolean {
  return parameters.length > 0 && parameters[parameters.length - 1]?.varargs === true;
}

/** Annotations with their names looked up; arguments are folded once all constants are known. */
function annotationsOf(
  world: World,
  scope: NameScope,
  annotations: readonly Annotation[],
): readonly ResolvedAnnotation[] {
  if (annotations.length === 0) return NONE;
  return annotations.map((annotation) => {
    const resolved = resolveAnnotation(world, scope, annotation);
    if (annotation.args.length > 0) world.openAnnotations.push({ annotation, resolved, scope });
    return resolved;
  });
}

/** One annotation with an empty map of arguments, to be filled by the pass that folds constants. */
export function resolveAnnotation(
  world: World,
  scope: NameScope,
  annotation: Annotation,
): ResolvedAnnotation {
  const found = resolveName(world, scope, annotation.name);
  const isResolved = found?.kind === 'class';
  const name: TypeName = isResolved ? found.name : typeName(annotation.name);
  return {
    type: name,
    resolved: isResolved,
    file: scope.file.input.facts.path,
    line: annotation.line,
    args: annotation.args.length === 0 ? NO_ARGUMENTS : new Map(),
  };
}

const NO_ARGUMENTS: ReadonlyMap<string, ConstantValue> = new Map();
