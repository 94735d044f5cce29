import { methodId, typeName } from '../base/ids.ts';
import { Modifier } from '../facts/declarations.ts';
import type { ResolutionRules } from '../facts/resolution-rules.ts';
import type { ShapeDraft } from './index-symbols.ts';
import type { ProgramMethod, ProgramParameter } from './program.ts';
import { addMethod } from './resolve-types.ts';
import type { ResolvedType } from './resolved-type.ts';
import { CONSTRUCTOR, type MethodDraft, type TypeDraft, type Visibility } from './shapes.ts';
import { arrayOf, classType, erasedName, VOID } from './types.ts';
import type { SourceFile, World } from './world.ts';

/** A member that no source line declares. */
export interface NewMember {
  readonly name: string;
  readonly synthesised: Exclude<ProgramMethod['synthesised'], null>;
  readonly parameters: readonly ProgramParameter[];
  readonly returns: ResolvedType;
  readonly isStatic?: boolean;
  readonly isVarargs?: boolean;
  readonly visibility?: Visibility;
  readonly accesses?: string;
}

/** Pass: the members that the language itself adds: default constructors, those of records and of enums (JLS 8.8.9, 8.9.3, 8.10.3). */
export function addImplicitMembers(world: World): void {
  for (const file of world.files) {
    for (let index = 0; index < file.types.length; index++) {
      const owner = file.types[index];
      const shape = file.shapes[index] as ShapeDraft | undefined;
      if (owner !== undefined && shape !== undefined) addImplicit(file, owner, shape);
    }
  }
}

function addImplicit(file: SourceFile, owner: TypeDraft, shape: ShapeDraft): void {
  const { kind } = owner.declaration;
  if (kind === 'record') addRecordMembers(file, owner, shape);
  if (kind === 'enum') addEnumMembers(file, owner, shape);
  // Anonymous types get theirs where they are created: its parameters are those of the constructor above.
  if ((kind !== 'class' && kind !== 'enum') || shape.methods.has(CONSTRUCTOR)) return;
  addMember(owner, shape, {
    name: CONSTRUCTOR,
    synthesised: 'default-constructor',
    parameters: NONE,
    returns: VOID,
    visibility: constructorVisibility(owner),
  });
}

/** Adds a synthesised member to a type and to what look-up by name finds. */
export function addMember(owner: TypeDraft, shape: ShapeDraft, member: NewMember): MethodDraft {
  const draft = madeMethod(owner, member);
  owner.methods.push(draft);
  const variables = member.name === CONSTRUCTOR || member.isStatic !== true ? NONE : shape.parameters;
  addMethod(shape, {
    owner: owner.name,
    name: draft.name,
    variables,
    parameters: draft.parameters.length === 0 ? NONE : draft.parameters.map(({ type }) => type),
    returns: draft.returnType,
    isStatic: member.isStatic === true,
    isAbstract: false,
    isVarargs: member.isVarargs === true,
    visibility: member.visibility ?? 'public',
    draft,
  });
  return draft;
}

const NONE: readonly never[] = [];

function madeMethod(owner: TypeDraft, member: NewMember): MethodDraft {
  const erased = member.parameters.map(({ type }) => erasedName(type) ?? '?');
  const draft: MethodDraft = {
    id: methodId(owner.name, member.name, erased),
    owner,
    name: member.name,
    declaration: null,
    synthesised: member.synthesised,
    parameters: member.parameters,
    returnType: member.returns,
    annotations: NONE,
    overrides: NONE,
    overriddenBy: NONE,
    calls: NONE,
    operationTypes: NONE,
    fieldReferences: null,
    number: -1,
    cognitiveComplexity: 0,
  };
  if (member.accesses !== undefined) draft.accesses = member.accesses;
  return draft;
}

function constructorVisibility(owner: TypeDraft): Visibility {
  const { modifiers, kind } = owner.declaration;
  if (kind === 'enum') return 'private';
  if ((modifiers & Modifier.public) !== 0) return 'public';
  if ((modifiers & Modifier.protected) !== 0) return 'protected';
  return (modifiers & Modifier.private) !== 0 ? 'private' : 'package';
}

function addRecordMembers(file: SourceFile, owner: TypeDraft, shape: ShapeDraft): void {
  addFixedMembers(file, owner, shape);
  const { components } = owner.declaration;
  const parameters = components.map((component, i): ProgramParameter => {
    const field = owner.fields.find(({ name }) => name === component.name);
    const compact = owner.methods.find((method) => method.declaration?.compact === true);
    const type = field?.type ?? compact?.parameters[i]?.type ?? VOID;
    return { name: component.name, type, declaration: component, annotations: field?.annotations ?? [] };
  });
  for (const { name, type } of parameters) {
    const declared = shape.methods.get(name)?.some((method) => method.parameters.length === 0);
    if (declared === true) continue;
    addMember(owner, shape, { name, synthesised: 'record', parameters: [], returns: type, accesses: name });
  }
  const signature = parameters.map(({ type }) => erasedName(type)).join(',');
  const hasCanonical = shape.methods
    .get(CONSTRUCTOR)
    ?.some((method) => method.parameters.map((type) => erasedName(type)).join(',') === signature);
  if (hasCanonical === true) return;
  addMember(owner, shape, {
    name: CONSTRUCTOR,
    synthesised: 'record',
    parameters,
    returns: VOID,
    isVarargs: components.at(-1)?.varargs === true,
  });
}

function addFixedMembers(file: SourceFile, owner: TypeDraft, shape: ShapeDraft): void {
  for (const { name, parameters, returns } of file.rules.recordMembers) {
    const declared = shape.methods
      .get(name)
      ?.some((method) => method.parameters.length === parameters.length);
    if (declared === true) continue;
    addMember(owner, shape, {
      name,
      synthesised: 'record',
      parameters: parameters.map((type, i) => unnamedParameter(i, erasedType(file.rules, type))),
      returns: erasedType(file.rules, returns),
    });
  }
}

/** A parameter that no source names. */
export function unnamedParameter(index: number, type: ResolvedType): ProgramParameter {
  return { name: `arg${index}`, type, declaration: null, annotations: [] };
}

/** Reads an erased type name, `int`, `java.lang.String`, `byte[]`. */
export function erasedType(rules: ResolutionRules, name: string): ResolvedType {
  const bracket = name.indexOf('[');
  const element = bracket < 0 ? name : name.slice(0, bracket);
  const type: ResolvedType = Object.hasOwn(rules.boxes, element)
    ? { kind: 'primitive', name: element }
    : classType(typeName(element));
  return bracket < 0 ? type : arrayOf(type, (name.length - bracket) / 2);
}

function addEnumMembers(file: SourceFile, owner: TypeDraft, shape: ShapeDraft): void {
  const self = classType(owner.name);
  for (const member of file.rules.enumMembers) {
    addMember(owner, shape, {
      name: member.name,
      synthesised: 'enum',
      parameters: member.parameters.map((name, i) => unnamedParameter(i, erasedType(file.rules, name))),
      returns: member.returns === 'self' ? self : { kind: 'array', element: self },
      isStatic: true,
    });
  }
}
