import { type TypeName, typeName } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { knownType, outsideType } from '../file-scope.ts';
import { prune } from '../inference.ts';
import { memberType } from '../member-types.ts';
import { bodyField, type FieldMember, ownerSeenFrom } from '../members.ts';
import { type NameMeaning, type NameScope, resolveSimple, resolveTypeRef } from '../name-scope.ts';
import type { FieldReference } from '../program.ts';
import type { ResolvedType } from '../resolved-type.ts';
import type { FieldShape } from '../shapes.ts';
import { bindAll, substitute } from '../substitution.ts';
import { memberOwner, unknownAbove, unknownSuper } from '../subtyping.ts';
import { type ClassType, classType, unknownType, VOID } from '../types.ts';
import { shapeOf } from '../world.ts';
import { type BodyState, qualifierOf, recordField, typeOf } from './body-state.ts';
import { settle } from './expectations.ts';
import { outsideMember } from './sites.ts';

/** Finds what a simple name means: a field, a type, or the start of a package, in this order (JLS 6.4.2). */
export function typeSimpleName(state: BodyState, i: OperationIndex, name: string): ResolvedType {
  let meaning = knownMeaning(state, name);
  if (meaning.kind === 'inherited' && beginsPackage(state, i)) {
    meaning.otherwise ??= meaningOutside(state, name);
    meaning = meaning.otherwise;
  }
  switch (meaning.kind) {
    case 'field':
      return useField(state, i, meaning);
    case 'inherited':
    case 'outside':
      return outsideField(state, i, { owner: meaning.owner, name });
    case 'type':
      state.qualifiers.set(i, meaning);
      return VOID;
    default:
      state.qualifiers.set(i, meaning);
      return unknownType('unknown-name');
  }
}

/** Most names occur many times in a type, and mean the same wherever they do. */
function knownMeaning(state: BodyState, name: string): NameMeaning {
  const { scope } = state;
  scope.meanings ??= new Map();
  let meaning = scope.meanings.get(name);
  if (meaning === undefined) {
    meaning = meaningInside(state, name);
    scope.meanings.set(name, meaning);
  }
  return meaning;
}

function meaningInside(state: BodyState, name: string): NameMeaning {
  let outside: TypeName | null = null;
  for (let level: NameScope | null = state.scope; level !== null; level = level.parent) {
    if (level.type === null) continue;
    const found = bodyField(state.world, level.type, name);
    if (found !== null) return { kind: 'field', found, receiver: level.type.self };
    outside ??= unknownAbove(state.world, level.type);
  }
  // A small letter names no type: if a parent is unknown the field is there.
  const { rules, scope } = state.file;
  if (outside !== null && rules.capitalisedTypes && /^\p{Ll}/u.test(name) && !scope.statics.has(name))
    return { kind: 'inherited', owner: outside, otherwise: null };
  return meaningOutside(state, name);
}

/** What a name means that is no field of the types around it. */
function meaningOutside(state: BodyState, name: string): NameMeaning {
  const field = importedField(state, name);
  if (field !== null) return field;
  const type = resolveSimple(state.world, state.scope, name);
  return type?.kind === 'class' ? { kind: 'type', type: classType(type.name) } : { kind: 'package', name };
}

/** `a.b` with a small `b` reads on like a package. */
function beginsPackage(state: BodyState, i: OperationIndex): boolean {
  const next = state.operations[i + 1];
  return next?.kind === 'field' && next.object === i && /^\p{Ll}/u.test(next.name);
}

function importedField(state: BodyState, name: string): NameMeaning | null {
  const { scope } = state.file;
  if (scope.statics.size === 0 && scope.staticWildcards.length === 0) return null;
  const singles = scope.statics.get(name) ?? NO_OWNERS;
  const use = firstField(state, singles, name) ?? firstField(state, scope.staticWildcards, name);
  if (use !== null) return { kind: 'field', ...use };
  const [single] = singles;
  if (single === undefined || knownType(state.world, scope, single) !== null) return null;
  return { kind: 'outside', owner: outsideType(state.file, single) };
}

const NO_OWNERS: readonly string[] = [];

/** The field of a name in the first type that has one. */
function firstField(state: BodyState, owners: readonly string[], name: string): FieldUse | null {
  for (let i = 0; i < owners.length; i++) {
    const type = knownType(state.world, state.file.scope, owners[i] ?? '');
    const shape = type === null ? undefined : shapeOf(state.world, type);
    const found = shape === undefined ? null : bodyField(state.world, shape, name);
    if (found !== null && shape !== undefined) return { found, receiver: classType(shape.name) };
  }
  return null;
}

function outsideField(
  state: BodyState,
  i: OperationIndex,
  { owner, name }: { readonly owner: TypeName; readonly name: string },
): ResolvedType {
  const type = outsideMember(state.world, owner, name).returnType;
  recordField(state, i, { owner, name, type });
  return type;
}

interface FieldUse {
  readonly found: FieldMember;
  readonly receiver: ClassType;
}

function useField(state: BodyState, i: OperationIndex, use: FieldUse): ResolvedType {
  const { field, via } = use.found;
  if (field.isStatic || isPlain(field.type)) {
    use.found.reference ??= referenceTo(field, field.type);
    recordField(state, i, use.found.reference);
    return field.type;
  }
  const owner = ownerSeenFrom(state.world, use.receiver, via);
  const parameters = shapeOf(state.world, via.name)?.parameters ?? [];
  const type = substitute(field.type, bindAll(parameters, owner.args));
  recordField(state, i, referenceTo(field, type));
  return type;
}

/** Whether no type variable can be in a type. */
function isPlain(type: ResolvedType): boolean {
  return type.kind === 'primitive' || (type.kind === 'class' && type.args.length === 0);
}

function referenceTo({ owner, name, field }: FieldShape, type: ResolvedType): FieldReference {
  return field === null ? { owner, name, type } : { owner, name, type, field };
}

/** UTF-16 units of a package; a name of 300,000 parts has as many beginnings, each of them looked up and remembered. */
const LONGEST_PACKAGE = 512;

/** Finds what `object.name` means: a package, a type or a field of a type or value. */
export function typeField(
  state: BodyState,
  i: OperationIndex,
  { object, name }: { readonly object: OperationIndex; readonly name: string },
): ResolvedType {
  const qualifier = qualifierOf(state, object);
  if (qualifier?.kind === 'package') {
    if (qualifier.name.length > LONGEST_PACKAGE) return unknownType('too-deep');
    return extendPackage(state, i, `${qualifier.name}.${name}`);
  }
  if (qualifier?.kind === 'type') return memberOfType(state, i, { type: qualifier.type, name });
  settle(state, object);
  const receiver = prune(typeOf(state, object));
  const { arrays } = state.file.rules;
  if (receiver.kind === 'array' && name === arrays.lengthField) {
    return { kind: 'primitive', name: arrays.lengthType };
  }
  const owner = memberOwner(receiver);
  if (owner !== null) return fieldOn(state, i, { owner, name });
  return unknownType(receiver.kind === 'unknown' ? 'receiver-unknown' : 'no-such-member');
}

function extendPackage(state: BodyState, i: OperationIndex, dotted: string): ResolvedType {
  const known = knownType(state.world, state.file.scope, dotted);
  const last = dotted.slice(dotted.lastIndexOf('.') + 1);
  if (known !== null || (state.file.rules.capitalisedTypes && /^\p{Lu}.*\p{Ll}/u.test(last))) {
    const name = known ?? outsideType(state.file, dotted);
    state.qualifiers.set(i, { kind: 'type', type: classType(name) });
    return VOID;
  }
  state.qualifiers.set(i, { kind: 'package', name: dotted });
  return unknownType('unknown-name');
}

function memberOfType(
  state: BodyState,
  i: OperationIndex,
  { type, name }: { readonly type: ClassType; readonly name: string },
): ResolvedType {
  const shape = shapeOf(state.world, type.name);
  // A field of the name hides a type, and nearly all such names are those of fields.
  const found = shape === undefined ? null : bodyField(state.world, shape, name);
  if (found !== null) return useField(state, i, { found, receiver: type });
  const nested = shape === undefined ? null : memberType(state.world, shape, name);
  if (nested === null) return fieldOn(state, i, { owner: type, name });
  state.qualifiers.set(i, { kind: 'type', type: classType(nested) });
  return VOID;
}

function fieldOn(
  state: BodyState,
  i: OperationIndex,
  { owner, name }: { readonly owner: ClassType; readonly name: string },
): ResolvedType {
  const shape = shapeOf(state.world, owner.name);
  const found = shape === undefined ? null : bodyField(state.world, shape, name);
  if (found !== null) return useField(state, i, { found, receiver: owner });
  const outside = unknownSuper(state.world, owner.name);
  return outside === null ? unknownType('no-such-member') : outsideField(state, i, { owner: outside, name });
}

/** `this`, `Outer.this`. */
export function typeThis(state: BodyState, qualifier: TypeRef | null): ResolvedType {
  if (qualifier === null) return state.shape.self;
  const type = resolveTypeRef(state.world, state.scope, qualifier);
  const shape = type.kind === 'class' ? shapeOf(state.world, type.name) : undefined;
  return shape === undefined ? type : shape.self;
}

/** `super`, `Outer.super`, and `Interface.super` for a default method of a direct superinterface (JLS 15.12.1). */
export function typeSuper(state: BodyState, qualifier: TypeRef | null): ResolvedType {
  const outer = typeThis(state, qualifier);
  if (qualifier !== null && outer.kind === 'class') {
    const direct = state.owner.interfaces.find((type) => type.kind === 'class' && type.name === outer.name);
    if (direct !== undefined) return direct;
  }
  const draft = outer.kind === 'class' ? state.world.drafts.get(outer.name) : undefined;
  const owner = qualifier === null ? state.owner : draft;
  return owner?.superclass ?? classType(typeName(state.file.rules.rootType));
}
