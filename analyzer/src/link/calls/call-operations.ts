import type { TypeName } from '../../base/ids.ts';
import type { CallOperation, OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { type ImportedMembers, knownType, type MembersOf, outsideType } from '../file-scope.ts';
import { prune } from '../inference.ts';
import { membersNamed, NO_MEMBERS, staticsAmong } from '../members.ts';
import { type CallMeaning, type NameScope, resolveTypeRef } from '../name-scope.ts';
import type { ResolvedType } from '../resolved-type.ts';
import type { TypeShape } from '../shapes.ts';
import { memberOwner, unknownAbove, unknownSuper } from '../subtyping.ts';
import { type ArrayType, type ClassType, classType } from '../types.ts';
import { shapeOf } from '../world.ts';
import { type BodyState, qualifierOf, typeOf } from './body-state.ts';
import { accessible } from './candidates.ts';
import { settle } from './expectations.ts';
import { invoke, isOfAnotherVersion, NO_VARIABLES } from './invoke.ts';
import { outsideCall, outsideSite, recordSite, unresolvedSite } from './sites.ts';
import { testedType } from './type-tests.ts';
import { resolveWrittenLambdas } from './written-lambdas.ts';

/** Resolves `name(…)` or `object.name(…)` and gives the type of its value. */
export function typeCall(state: BodyState, i: OperationIndex, call: CallOperation): ResolvedType {
  resolveWrittenLambdas(state, call.args);
  if (call.object === null) return typeSimpleCall(state, i, call);
  const qualifier = qualifierOf(state, call.object);
  if (qualifier?.kind === 'package')
    return unresolvedSite(state, i, { reason: 'unknown-name', receiver: null });
  if (qualifier?.kind === 'type') return callOn(state, i, qualifier.type);
  settle(state, call.object);
  return callOn(state, i, prune(typeOf(state, call.object)));
}

function callOn(state: BodyState, i: OperationIndex, receiver: ResolvedType): ResolvedType {
  const call = state.operations[i] as CallOperation;
  if (receiver.kind === 'unknown') return unresolvedSite(state, i, { reason: 'receiver-unknown', receiver });
  if (receiver.kind === 'array') return callOnArray(state, i, { call, receiver });
  const owner = memberOwner(receiver);
  if (owner === null) return unresolvedSite(state, i, { reason: 'no-such-member', receiver });
  const shape = shapeOf(state.world, owner.name);
  if (shape === undefined) return outsideSite(state, i, { owner, member: call.name });
  const named = accessible(state, membersNamed(state.world, shape, call.name));
  if (named.members.length === 0) {
    return missingMember(state, i, { name: call.name, receiver: owner, shape });
  }
  const object = call.object === null ? undefined : state.operations[call.object];
  return invoke(state, i, {
    named,
    receiver: owner,
    args: call.args,
    typeArgs: writtenTypes(state, call),
    isDirect: object?.kind === 'super',
    how: object?.kind === 'super' ? 'super' : 'virtual',
    isCertain: true,
    tested: owner.name === shape.rules.rootType ? testedType(state, call.object) : null,
    diamond: NO_VARIABLES,
  });
}

function callOnArray(
  state: BodyState,
  i: OperationIndex,
  { call, receiver }: { readonly call: CallOperation; readonly receiver: ArrayType },
): ResolvedType {
  const { rules } = state.file;
  const root = classType(rules.rootType as TypeName);
  if (call.name !== rules.arrays.cloneMethod || call.args.length > 0) {
    return callOn(state, i, root);
  }
  const to = { owner: root.name, member: call.name, parameterTypes: [], returnType: receiver };
  recordSite(state, i, outsideCall(to)).receiver = receiver;
  return receiver;
}

/** No type that is known declares the member: one that is not known must, if there is one above. */
function missingMember(
  state: BodyState,
  i: OperationIndex,
  wanted: { readonly name: string; readonly receiver: ClassType; readonly shape: TypeShape },
): ResolvedType {
  const { name, receiver, shape } = wanted;
  const above = unknownSuper(state.world, receiver.name);
  if (above !== null) return outsideSite(state, i, { owner: classType(above), member: name });
  if (isOfAnotherVersion(shape)) return outsideSite(state, i, { owner: receiver, member: name });
  const reason = shape.hasUnknownParent ? 'external-member' : 'no-such-member';
  return unresolvedSite(state, i, { reason, receiver });
}

const NO_TYPES: readonly ResolvedType[] = [];

function writtenTypes(state: BodyState, { typeArgs }: CallOperation): readonly ResolvedType[] {
  return typeArgs === undefined ? NO_TYPES : resolveAll(state, typeArgs);
}

/** Apart from the above, which would make a context for each call. */
function resolveAll({ world, scope }: BodyState, refs: readonly TypeRef[]): readonly ResolvedType[] {
  return refs.map((ref) => resolveTypeRef(world, scope, ref));
}

/** A call without receiver. Most names of methods are called many times in a type, and mean the same wherever they are. */
function typeSimpleCall(state: BodyState, i: OperationIndex, call: CallOperation): ResolvedType {
  const meaning = knownMeaning(state, call.name);
  switch (meaning.kind) {
    case 'members':
      return callMembers(state, i, { call, meaning });
    case 'outside':
      return outsideSite(state, i, { owner: meaning.owner, member: call.name });
    default:
      return unresolvedSite(state, i, { reason: meaning.reason, receiver: null });
  }
}

function knownMeaning(state: BodyState, name: string): CallMeaning {
  // Type parameters and local types of a method name no method.
  const scope = state.scope.type === null ? (state.scope.parent ?? state.scope) : state.scope;
  scope.calls ??= new Map();
  let meaning = scope.calls.get(name);
  if (meaning === undefined) {
    meaning = meaningOf(state, name);
    scope.calls.set(name, meaning);
  }
  return meaning;
}

/**
 * The innermost enclosing type that has a method of the name decides (JLS 15.12.1), then static imports. An enclosing type with
 * a parent nobody knows might have one too: then the choice is not certain.
 */
function meaningOf(state: BodyState, name: string): CallMeaning {
  let outside: TypeName | null = null;
  let isCertain = true;
  for (let level: NameScope | null = state.scope; level !== null; level = level.parent) {
    if (level.type === null) continue;
    const named = accessible(state, membersNamed(state.world, level.type, name));
    if (named.members.length > 0) return { kind: 'members', receiver: level.type.self, named, isCertain };
    outside ??= unknownAbove(state.world, level.type);
    if (outside !== null || level.type.hasUnknownParent) isCertain = false;
  }
  const imported = importedMembers(state, name);
  if (imported !== null && 'named' in imported) return { kind: 'members', ...imported, isCertain };
  if (imported !== null) return { kind: 'outside', owner: imported.owner };
  if (outside !== null) return { kind: 'outside', owner: classType(outside) };
  return { kind: 'unresolved', reason: isCertain ? 'no-such-member' : 'external-member' };
}

function callMembers(
  state: BodyState,
  i: OperationIndex,
  found: { readonly call: CallOperation; readonly meaning: CallMeaning & { readonly kind: 'members' } },
): ResolvedType {
  const { call, meaning } = found;
  return invoke(state, i, {
    named: meaning.named,
    receiver: meaning.receiver,
    args: call.args,
    typeArgs: writtenTypes(state, call),
    isDirect: false,
    how: 'virtual',
    isCertain: meaning.isCertain,
    tested: null,
    diamond: NO_VARIABLES,
  });
}

/** Static imports that name the method, one by one, then by wildcard. */
function importedMembers(state: BodyState, name: string): MembersOf | { readonly owner: ClassType } | null {
  const { scope } = state.file;
  scope.importedMembers ??= new Map();
  const known = scope.importedMembers;
  let imported = known.get(name);
  if (imported === undefined) {
    imported = findImported(state, name);
    known.set(name, imported);
  }
  for (let i = 0; i < imported.found.length; i++) {
    const found = imported.found[i];
    if (found === undefined) continue;
    const named = accessible(state, found.named);
    if (named.members.length > 0) return named === found.named ? found : { receiver: found.receiver, named };
  }
  return imported.outside;
}

function findImported(state: BodyState, name: string): ImportedMembers {
  const { scope } = state.file;
  const singles = scope.statics.get(name) ?? [];
  const [single] = singles;
  const found = staticMembers(state, single === undefined ? scope.staticWildcards : singles, name);
  if (single !== undefined) return { found, outside: { owner: classType(outsideType(state.file, single)) } };
  const [only, ...others] = scope.staticWildcards.filter(
    (owner) => knownType(state.world, scope, owner) === null,
  );
  const isOnly = only !== undefined && others.length === 0;
  return { found, outside: isOnly ? { owner: classType(outsideType(state.file, only)) } : null };
}

function staticMembers({ world, file }: BodyState, owners: readonly string[], name: string): MembersOf[] {
  const found: MembersOf[] = [];
  for (const owner of owners) {
    const type = knownType(world, file.scope, owner);
    const shape = type === null ? undefined : shapeOf(world, type);
    const named = shape === undefined ? NO_MEMBERS : staticsAmong(membersNamed(world, shape, name));
    if (shape !== undefined && named.members.length > 0)
      found.push({ receiver: classType(shape.name), named });
  }
  return found;
}
