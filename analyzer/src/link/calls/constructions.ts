import { typeName } from '../../base/ids.ts';
import type { NewOperation, Operation, OperationIndex } from '../../facts/operations.ts';
import { fieldInitializer, fieldsCall } from '../implicit-calls.ts';
import { addMember, erasedType, unnamedParameter } from '../implicit-members.ts';
import type { ShapeDraft } from '../index-symbols.ts';
import { prune } from '../inference.ts';
import { memberType } from '../member-types.ts';
import { constructorsOf } from '../members.ts';
import { resolveTypeRef } from '../name-scope.ts';
import type { CallSite } from '../program.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { CONSTRUCTOR, type MethodDraft, type TypeDraft, type TypeShape } from '../shapes.ts';
import { memberOwner } from '../subtyping.ts';
import { type ClassType, classType, VOID } from '../types.ts';
import { shapeOf } from '../world.ts';
import { type BodyState, typeOf } from './body-state.ts';
import { accessible } from './candidates.ts';
import { settle } from './expectations.ts';
import { type CallRequest, invoke, NO_VARIABLES } from './invoke.ts';
import { lastSite, outsideSite, recordSite, unresolvedSite } from './sites.ts';
import { resolveWrittenLambdas } from './written-lambdas.ts';

/** Resolves `new T(…)`, with or without a body, and gives the type of the object. */
export function typeNew(state: BodyState, i: OperationIndex, operation: NewOperation): ResolvedType {
  resolveWrittenLambdas(state, operation.args);
  if (operation.object !== null) settle(state, operation.object);
  const named = createdType(state, operation);
  const type =
    named.kind === 'class'
      ? construct(state, i, { operation, type: named })
      : unresolvedSite(state, i, { reason: 'unknown-name', receiver: null });
  return operation.body === null ? type : (createAnonymous(state, i, operation.body) ?? type);
}

function createdType(state: BodyState, operation: NewOperation): ResolvedType {
  if (operation.object === null) return resolveTypeRef(state.world, state.scope, operation.type);
  const outer = memberOwner(prune(typeOf(state, operation.object)));
  const shape = outer === null ? undefined : shapeOf(state.world, outer.name);
  const name = shape === undefined ? null : memberType(state.world, shape, operation.type.name);
  if (name === null) return { kind: 'unknown', reason: 'unknown-name' };
  const args = (operation.type.args ?? []).map((ref) => resolveTypeRef(state.world, state.scope, ref));
  return classType(name, args);
}

const NO_TYPES: readonly ResolvedType[] = [];

function construct(
  state: BodyState,
  i: OperationIndex,
  created: { readonly operation: NewOperation; readonly type: ClassType },
): ResolvedType {
  const { operation, type } = created;
  const shape = shapeOf(state.world, type.name);
  if (shape === undefined) {
    outsideSite(state, i, { owner: type, member: CONSTRUCTOR });
    return type;
  }
  const isDiamond = operation.type.args?.length === 0;
  const value = callConstructor(state, i, {
    shape,
    receiver: type,
    args: operation.args,
    diamond: isDiamond ? shape.parameters : NO_VARIABLES,
  });
  return value.kind === 'class' ? value : type;
}

/** Resolves a constructor; the value is the created type, with the arguments of a diamond still to be found. */
function callConstructor(
  state: BodyState,
  i: OperationIndex,
  call: {
    readonly shape: TypeShape;
    readonly receiver: ClassType;
    readonly args: readonly OperationIndex[];
    readonly diamond: CallRequest['diamond'];
  },
): ResolvedType {
  const { shape, receiver, args, diamond } = call;
  const named = accessible(state, constructorsOf(state.world, shape));
  if (named.members.length === 0) {
    // An interface with a body: the constructor that runs is that of the root type.
    outsideSite(state, i, { owner: classType(typeName(shape.rules.rootType)), member: CONSTRUCTOR });
    return receiver;
  }
  return invoke(state, i, {
    named,
    receiver,
    args,
    typeArgs: NO_TYPES,
    isDirect: true,
    how: 'constructor',
    isCertain: true,
    tested: null,
    diamond,
  });
}

/** The type of an anonymous body; its constructor takes what the one above takes, and calls it. */
function createAnonymous(state: BodyState, i: OperationIndex, body: number): ResolvedType | null {
  const draft = state.file.types[body];
  const shape = state.file.shapes[body] as ShapeDraft | undefined;
  const site = lastSite(state);
  if (draft === undefined || shape === undefined || site?.operation !== i) return null;
  const type = classType(draft.name);
  // The body of a test may be typed twice.
  const known = shape.methods.get(CONSTRUCTOR)?.[0]?.draft;
  const made = known ?? anonymousConstructor(state, { draft, shape, site });
  if (site.resolution.status !== 'unresolved') {
    recordSite(state, i, {
      resolution: { status: 'exact', declared: made.id, method: made },
      targets: [{ method: made.id, how: 'constructor', confidence: 'certain' }],
    }).receiver = type;
  }
  return type;
}

function anonymousConstructor(
  state: BodyState,
  created: { readonly draft: TypeDraft; readonly shape: ShapeDraft; readonly site: CallSite },
): MethodDraft {
  const { draft, shape, site } = created;
  const { resolution } = site;
  const isOfTree = resolution.status === 'exact' || resolution.status === 'narrowed';
  const above = isOfTree ? methodOf(state, resolution.declared) : null;
  const outside = resolution.status === 'external' ? (resolution.parameterTypes ?? []) : [];
  const made = addMember(draft, shape, {
    name: CONSTRUCTOR,
    synthesised: 'default-constructor',
    parameters:
      above?.parameters ?? outside.map((name, k) => unnamedParameter(k, erasedType(state.file.rules, name))),
    returns: VOID,
  });
  const fields = fieldInitializer(draft);
  made.calls = [
    ...(fields === undefined ? [] : [fieldsCall(made, fields)]),
    ...(above === null ? [] : [{ ...site, caller: made.id, operation: -1, name: 'super' }]),
  ];
  return made;
}

function methodOf(state: BodyState, id: string): MethodDraft | null {
  const owner = state.world.drafts.get(typeName(id.slice(0, id.indexOf('#'))));
  return owner?.methods.find((method) => method.id === id) ?? null;
}

/** Resolves `this(…)` and `super(…)`. */
export function typeConstructorCall(
  state: BodyState,
  i: OperationIndex,
  operation: Operation & { readonly kind: 'constructor-call' },
): ResolvedType {
  resolveWrittenLambdas(state, operation.args);
  const self = state.shape.self;
  const parent = state.owner.superclass;
  const receiver = operation.target === 'this' ? self : parent?.kind === 'class' ? parent : null;
  const shape = receiver === null ? undefined : shapeOf(state.world, receiver.name);
  if (receiver === null) unresolvedSite(state, i, { reason: 'unknown-name', receiver: null });
  else if (shape === undefined) outsideSite(state, i, { owner: receiver, member: CONSTRUCTOR });
  else callConstructor(state, i, { shape, receiver, args: operation.args, diamond: NO_VARIABLES });
  return VOID;
}
