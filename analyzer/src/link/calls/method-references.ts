import { typeName } from '../../base/ids.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import type { FunctionType } from '../functional-interfaces.ts';
import { constrain, hasFree, prune, solved } from '../inference.ts';
import { constructorsOf, membersNamed, type NamedMembers, namedMembers, staticsAmong } from '../members.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { CONSTRUCTOR, type TypeShape } from '../shapes.ts';
import { asSuper, isSubtype, memberOwner } from '../subtyping.ts';
import { type ClassType, classType, unknownType } from '../types.ts';
import { shapeOf } from '../world.ts';
import { type BodyState, inferenceOf } from './body-state.ts';
import { accessible, candidateOf, choiceFor } from './candidates.ts';
import { settle } from './expectations.ts';
import { referredType } from './function-shapes.ts';
import { type CallRequest, invoke, NO_VARIABLES } from './invoke.ts';
import { selectOverload } from './overloads.ts';
import { outsideCall, outsideSite, recordSite, unresolvedSite } from './sites.ts';

/** What a reference is looked up on. */
interface Referred {
  readonly receiver: ClassType;
  readonly shape: TypeShape;
  readonly named: NamedMembers;
  readonly ofType: boolean;
  readonly isSuper: boolean;
}

/** Resolves a method reference for the function it becomes; null where that is not known. */
export function bindReference(state: BodyState, i: OperationIndex, wanted: FunctionType | null): void {
  const operation = state.operations[i];
  if (operation?.kind !== 'method-reference') return;
  if (operation.object !== null) settle(state, operation.object);
  const value = referenceValue(state, i, { operation, wanted });
  if (wanted === null || value === null || prune(wanted.returns).kind === 'void' || value.kind === 'void')
    return;
  constrain(inferenceOf(state), { formal: wanted.returns, actual: value });
}

/** Resolves a reference and gives what the method returns; null where that says nothing. */
function referenceValue(
  state: BodyState,
  i: OperationIndex,
  reference: {
    readonly operation: Operation & { readonly kind: 'method-reference' };
    readonly wanted: FunctionType | null;
  },
): ResolvedType | null {
  const { operation, wanted } = reference;
  const target = referredType(state, operation);
  if (target === null) return unresolvedSite(state, i, { reason: 'unknown-name', receiver: null });
  const type = prune(target.type);
  if (type.kind === 'unknown')
    return unresolvedSite(state, i, { reason: 'receiver-unknown', receiver: type });
  if (type.kind === 'array') return arrayReference(state, i, { type, name: operation.name });
  const owner = memberOwner(type);
  if (owner === null) return unresolvedSite(state, i, { reason: 'no-such-member', receiver: type });
  const shape = shapeOf(state.world, owner.name);
  const member = operation.name === 'new' ? CONSTRUCTOR : operation.name;
  if (shape === undefined) return outsideSite(state, i, { owner, member });
  const named = membersOf(state, shape, member);
  if (named.members.length === 0)
    return unresolvedSite(state, i, { reason: 'no-such-member', receiver: owner });
  const isSuper = operation.object !== null && state.operations[operation.object]?.kind === 'super';
  const referred: Referred = { receiver: owner, shape, named, ofType: target.isType, isSuper };
  return wanted === null ? bindWithoutTarget(state, i, referred) : bindWanted(state, i, { referred, wanted });
}

function membersOf(state: BodyState, shape: TypeShape, name: string): NamedMembers {
  const { world } = state;
  return accessible(
    state,
    name === CONSTRUCTOR ? constructorsOf(world, shape) : membersNamed(world, shape, name),
  );
}

/** `int[]::new`, and members of arrays. */
function arrayReference(
  state: BodyState,
  i: OperationIndex,
  { type, name }: { readonly type: ResolvedType; readonly name: string },
): ResolvedType {
  const owner = typeName(state.file.rules.rootType);
  const to = { owner, member: name, parameterTypes: null, returnType: type };
  recordSite(state, i, outsideCall(to)).receiver = type;
  return type;
}

/** Without a function type the only method of the name is still the one; several are not told apart. */
function bindWithoutTarget(state: BodyState, i: OperationIndex, referred: Referred): ResolvedType {
  const [only, another] = referred.named.members;
  if (only === undefined || another !== undefined) {
    return unresolvedSite(state, i, { reason: 'lambda-without-target', receiver: referred.receiver });
  }
  const args = virtualArguments(
    state,
    only.method.parameters.map(() => unknownType('lambda-without-target')),
  );
  return invoke(state, i, requestFor(referred, args));
}

function requestFor(referred: Referred, args: readonly OperationIndex[]): CallRequest {
  const { named, receiver, shape, isSuper } = referred;
  const isConstructor = isOfConstructor(referred);
  const isDiamond = isConstructor && shape.parameters.length > 0 && receiver.args.length === 0;
  return {
    named,
    receiver,
    args,
    typeArgs: [],
    isDirect: isConstructor || isSuper,
    how: 'method-reference',
    isCertain: true,
    tested: null,
    diamond: isDiamond ? shape.parameters : NO_VARIABLES,
  };
}

function isOfConstructor({ named }: Referred): boolean {
  return named.members[0]?.method.name === CONSTRUCTOR;
}

/** Arguments of which only the types are known: they get places behind the operations of the body. */
function virtualArguments(state: BodyState, types: readonly ResolvedType[]): readonly OperationIndex[] {
  return types.map((type) => state.types.push(type) - 1);
}

function bindWanted(
  state: BodyState,
  i: OperationIndex,
  found: { readonly referred: Referred; readonly wanted: FunctionType },
): ResolvedType {
  const { referred, wanted } = found;
  if (referred.named.members.length === 1) teachParameters(state, referred, wanted);
  const types = wanted.parameters.map((parameter) => solved(parameter, 'bound'));
  const isConstructor = isOfConstructor(referred);
  const value =
    !referred.ofType || isConstructor
      ? invoke(state, i, requestFor(referred, virtualArguments(state, types)))
      : bindOfType(state, i, { referred, types });
  return isConstructor && value.kind === 'void' ? referred.receiver : value;
}

/**
 * `Type::name` means a static method called with all parameters, or an instance method called on the first one
 * (JLS 15.13.1). Where both would do the source does not compile.
 */
function bindOfType(
  state: BodyState,
  i: OperationIndex,
  found: { readonly referred: Referred; readonly types: readonly ResolvedType[] },
): ResolvedType {
  const { referred, types } = found;
  const receiver = receiverFrom(state, referred, types[0]);
  const all = virtualArguments(state, types);
  const { receiver: receiverOfStatics, named: either } = referred;
  const statics = staticsAmong(either);
  const called = { named: statics, receiver: receiverOfStatics, args: all };
  const useStatic = selectOverload(state, choiceFor(state, called), all).kind !== 'none';
  const named = useStatic ? statics : namedMembers(either.members.filter(({ method }) => !method.isStatic));
  const request = requestFor({ ...referred, named }, useStatic ? all : all.slice(1));
  return invoke(state, i, useStatic ? request : { ...request, receiver });
}

/** The type before `::`, with the arguments that the first parameter has for it. */
function receiverFrom(state: BodyState, referred: Referred, first: ResolvedType | undefined): ClassType {
  const given = first === undefined ? null : memberOwner(first);
  if (given === null || referred.receiver.args.length > 0) return referred.receiver;
  if (isSubtype(state.world, given.name, referred.receiver.name) !== true) return referred.receiver;
  const seen = asSuper(state.world, given, referred.receiver.name);
  return seen === null || seen === 'unknown' ? referred.receiver : seen;
}

/** An exact reference tells what is still open about the parameters it is called with (JLS 18.2.1). */
function teachParameters(state: BodyState, referred: Referred, wanted: FunctionType): void {
  const [only] = referred.named.members;
  const method = only?.method;
  if (method === undefined || !wanted.parameters.some((parameter) => hasFree(parameter))) return;
  const onFirst = referred.ofType && !method.isStatic && method.name !== CONSTRUCTOR;
  const [first, ...others] = wanted.parameters;
  if (onFirst && first !== undefined) {
    const self = referred.receiver.args.length > 0 ? referred.receiver : classType(referred.receiver.name);
    constrain(inferenceOf(state), { formal: first, actual: self, place: 'argument' });
  }
  const passed = onFirst ? others : wanted.parameters;
  const candidate = only === undefined ? undefined : candidateOf(state, referred.receiver, only);
  for (const [k, parameter] of passed.entries()) {
    const formal = candidate?.formals[k];
    if (formal !== undefined && formal.kind !== 'variable' && hasFree(parameter)) {
      constrain(inferenceOf(state), { formal: parameter, actual: formal, place: 'argument' });
    }
  }
}
