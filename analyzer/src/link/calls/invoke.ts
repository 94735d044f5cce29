import type { OperationIndex } from '../../facts/operations.ts';
import { constrain, hasFree, InferenceVariable, prune, solved } from '../inference.ts';
import type { Candidate } from '../members.ts';
import type { EdgeKind } from '../program.ts';
import type { ResolvedType } from '../resolved-type.ts';
import type { TypeShape } from '../shapes.ts';
import { type Substitution, substitute } from '../substitution.ts';
import { classType, erase, erasedName, unknownType, type VariableType } from '../types.ts';
import { shapeOf } from '../world.ts';
import type { Phase } from './applicability.ts';
import { type BodyState, inferenceOf, typeOf } from './body-state.ts';
import { choiceFor, type LookUp, substituteAll } from './candidates.ts';
import { advance, takeWaiting } from './expectations.ts';
import { formalAt, isApplicable, selectOverload } from './overloads.ts';
import { outsideCall, outsideSite, recordSite, unresolvedSite } from './sites.ts';
import { type Resolved, targetsOf } from './targets.ts';
import type { TestedType } from './type-tests.ts';

/** A call with everything that is needed to pick its method. */
export interface CallRequest extends LookUp {
  readonly typeArgs: readonly ResolvedType[];
  readonly isDirect: boolean;
  readonly how: EdgeKind;
  /** False where another type that is not known might declare what is called. */
  readonly isCertain: boolean;
  /** What the object has been tested for, where its type says nothing. */
  readonly tested: TestedType | null;
  /** Type parameters to infer besides the method's own: those of a diamond. */
  readonly diamond: readonly VariableType[];
}

export const NO_VARIABLES: readonly VariableType[] = [];

/** Resolves a call among the members found for it, records it, and gives the type of its value (void for none). */
export function invoke(state: BodyState, operation: OperationIndex, request: CallRequest): ResolvedType {
  const choice = choiceFor(state, request);
  const { args } = request;
  const only = choice.candidates.length === 1 ? choice.candidates[0] : undefined;
  if (only !== undefined) {
    const isCertain = args.length === 0 || isApplicable(state, only, args);
    return invokeChosen(state, operation, {
      request,
      candidate: only,
      isCertain: isCertain && request.isCertain,
    });
  }
  const selection = selectOverload(state, choice, args);
  if (selection.kind === 'none') return leaveUnfound(state, operation, request);
  if (selection.kind === 'ambiguous')
    return leaveAmbiguous(state, operation, { request, candidates: selection.candidates });
  const isCertain = selection.isCertain && request.isCertain;
  return invokeChosen(state, operation, { request, candidate: selection.candidate, isCertain });
}

/** Whether a call has no type arguments to be found. */
function isPlain({ member }: Candidate, { diamond }: CallRequest): boolean {
  return member.method.variables.length === 0 && diamond.length === 0;
}

/** No method fits. The tree may use another version of a library than the one whose signatures we hold. */
function leaveUnfound(state: BodyState, operation: OperationIndex, request: CallRequest): ResolvedType {
  const { receiver } = request;
  const { members } = request.named;
  const owner = shapeOf(state.world, members[0]?.method.owner ?? receiver.name);
  if (
    members.every(({ method }) => method.draft === null) &&
    owner !== undefined &&
    isOfAnotherVersion(owner)
  ) {
    const member = members[0]?.method.name ?? '';
    return outsideSite(state, operation, { owner: classType(owner.name), member });
  }
  return unresolvedSite(state, operation, { reason: 'no-such-member', receiver });
}

/** Whether a member that a type lacks may be one of another version of it: any outside type but the root changes. */
export function isOfAnotherVersion(shape: TypeShape): boolean {
  return shape.draft === null && shape.name !== shape.rules.rootType;
}

/** Several methods fit. Where all of them are outside the tree that is still known; so is a result they share. */
function leaveAmbiguous(
  state: BodyState,
  operation: OperationIndex,
  found: { readonly request: CallRequest; readonly candidates: readonly Candidate[] },
): ResolvedType {
  const { request, candidates } = found;
  const [first] = candidates;
  const returned = new Set(
    candidates.map(({ member }) => erasedName(member.method.returns) ?? member.method.returns.kind),
  );
  const shared = first === undefined || returned.size > 1 ? null : erase(first.member.method.returns);
  if (first !== undefined && candidates.every(({ member }) => member.method.draft === null)) {
    const returnType = shared ?? unknownType('ambiguous-overload');
    const { owner, name: member } = first.member.method;
    const resolved = outsideCall({ owner, member, parameterTypes: null, returnType });
    recordSite(state, operation, resolved).receiver = request.receiver;
    return returnType;
  }
  const unknown = unresolvedSite(state, operation, {
    reason: 'ambiguous-overload',
    receiver: request.receiver,
  });
  return shared ?? unknown;
}

/** A call with the method that it means. */
interface ChosenCall {
  readonly request: CallRequest;
  readonly candidate: Candidate;
  readonly isCertain: boolean;
}

function invokeChosen(state: BodyState, operation: OperationIndex, call: ChosenCall): ResolvedType {
  const { candidate, request } = call;
  if (!isPlain(candidate, request)) return invokeGeneric(state, operation, call);
  passArguments(state, operation, call);
  const declared = declaredReturn(candidate);
  const returns = isPlainType(declared) ? declared : solved(declared, 'keep');
  recordSite(state, operation, resolve(state, call, returns)).receiver = request.receiver;
  return returns;
}

function decided({ world }: BodyState, call: ChosenCall, returns: ResolvedType): Resolved {
  const { request, isCertain } = call;
  return targetsOf(world, {
    method: call.candidate.member.method,
    receiver: request.receiver,
    returns,
    isDirect: request.isDirect,
    how: request.how,
    isCertain,
    tested: request.tested,
  });
}

/** What a call comes to: most methods are called many times, and most calls of one are told apart by nothing. */
function resolve(state: BodyState, call: ChosenCall, returns: ResolvedType): Resolved {
  const { candidate, request } = call;
  const { member } = candidate;
  if (member.method.draft !== null)
    return knownCall(member, call) ?? keepCall(state, member, { call, returns });
  // What a method outside gives, and reaches, may be another for each receiver with arguments.
  if (request.receiver.args.length > 0 || request.tested !== null || !isPlain(candidate, request))
    return decided(state, call, returns);
  return knownCall(candidate, call) ?? keepCall(state, candidate, { call, returns });
}

type KnowsCalls = Pick<Candidate, 'known'>;

function knownCall({ known }: KnowsCalls, { request, isCertain }: ChosenCall): Resolved | null {
  const { how, isDirect } = request;
  for (let at = known; at !== null; at = at.next) {
    if (at.how === how && at.isDirect === isDirect && at.isCertain === isCertain) return at;
  }
  return null;
}

function keepCall(
  state: BodyState,
  holder: KnowsCalls,
  { call, returns }: { readonly call: ChosenCall; readonly returns: ResolvedType },
): Resolved {
  const { how, isDirect } = call.request;
  const { resolution, targets } = decided(state, call, returns);
  const known = { how, isDirect, isCertain: call.isCertain, resolution, targets, next: holder.known };
  holder.known = known;
  return known;
}

/** What a method gives as the receiver sees it, its own type parameters left as they are. */
function declaredReturn(candidate: Candidate): ResolvedType {
  candidate.returns ??= substitute(candidate.member.method.returns, candidate.binding);
  return candidate.returns;
}

/** A call with type arguments to be found. */
function invokeGeneric(state: BodyState, operation: OperationIndex, call: ChosenCall): ResolvedType {
  const { request, candidate } = call;
  const { receiver, diamond } = request;
  const { member } = candidate;
  const { method } = member;
  const open = diamond.length === 0 ? method.variables : [...method.variables, ...diamond];
  const fresh = instantiate(state, open, request.typeArgs);
  const formals = substituteAll(candidate.formals, fresh);
  passArguments(state, operation, { request, candidate: { member, formals } });
  const returns = solved(substitute(declaredReturn(candidate), fresh), 'keep');
  recordSite(state, operation, resolve(state, call, returns)).receiver = receiver;
  if (diamond.length === 0) return returns;
  const args = diamond.map((variable) => solved(substitute(variable, fresh), 'keep'));
  return classType(receiver.name, args);
}

/** Fresh inference variables for type parameters, or what the source writes for them. */
function instantiate(
  state: BodyState,
  variables: readonly VariableType[],
  written: readonly ResolvedType[],
): Substitution {
  const types = variables.map(
    (variable, i) => written[i] ?? new InferenceVariable(variable, state.variables++),
  );
  return { variables, types };
}

/** A call that is to be handed its arguments. */
interface Passing {
  readonly request: Pick<CallRequest, 'args'>;
  readonly candidate: Pick<Candidate, 'formals' | 'member'>;
}

/** Lets the arguments of a call decide its type arguments, values first, functions when their parameters are known. */
function passArguments(state: BodyState, operation: OperationIndex, call: Passing): void {
  const { args } = call.request;
  if (args.length === 0 || !isAnythingOpen(state)) return;
  const phase: Phase = isSpread(state, call) ? 'varargs' : 'strict';
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    const formal = formalAt(call.candidate, i, phase);
    if (formal !== null && argument !== undefined) passArgument(state, argument, formal);
  }
  if (state.handed.length === 0) return;
  state.waiting.set(operation, [...state.handed]);
  state.handed.length = 0;
  advance(state, operation);
}

/** Whether a body has anything so far that is to be decided: in most there is no call with type arguments, and no function. */
function isAnythingOpen({ variables, unbound, waiting }: BodyState): boolean {
  return variables > 0 || unbound.size > 0 || waiting.size > 0;
}

function isSpread(state: BodyState, { request: { args }, candidate }: Passing): boolean {
  if (!candidate.member.method.isVarargs) return false;
  if (args.length !== candidate.formals.length) return true;
  const last = args.at(-1);
  const kind = last === undefined ? 'null' : prune(typeOf(state, last)).kind;
  return kind !== 'array' && kind !== 'null' && kind !== 'unknown';
}

/** Follows the arms of conditionals to the values and functions that are passed. */
function passArgument(state: BodyState, argument: OperationIndex, formal: ResolvedType): void {
  const kind = state.operations[argument]?.kind;
  if (kind !== 'conditional' && kind !== 'switch') {
    passValue(state, argument, formal);
    return;
  }
  const pending = [argument];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const source = state.operations[at];
    if (source?.kind === 'conditional') pending.push(source.otherwise, source.then);
    else if (source?.kind === 'switch') pending.push(...source.results);
    else {
      passValue(state, at, formal);
      continue;
    }
    if (state.waiting.size > 0) state.handed.push(...takeWaiting(state, at));
  }
}

function passValue(state: BodyState, value: OperationIndex, formal: ResolvedType): void {
  if (state.unbound.size > 0 && state.unbound.has(value)) {
    state.handed.push({ operation: value, formal });
    return;
  }
  if (state.variables > 0) {
    const actual = typeOf(state, value);
    if (canDecide(formal, actual)) constrain(inferenceOf(state), { formal, actual });
  }
  if (state.waiting.size > 0) state.handed.push(...takeWaiting(state, value));
}

/** Whether making the types agree can decide anything: a class decides what is open in it, or in what it is handed. */
function canDecide(formal: ResolvedType, actual: ResolvedType): boolean {
  if (formal.kind === 'class') return hasFree(actual) || (formal.args.length > 0 && hasFree(formal));
  return !isPlainType(formal) || !isPlainType(actual);
}

function isPlainType(type: ResolvedType): boolean {
  return type.kind === 'primitive' || (type.kind === 'class' && type.args.length === 0);
}
