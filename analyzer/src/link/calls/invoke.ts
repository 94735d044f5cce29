import { binaryNameOf, type TypeName } from '../../base/ids.ts';
import { fitted } from '../../base/lists.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import { constrain, InferenceVariable, prune, solved } from '../inference.ts';
import {
  type Candidate,
  type Choice,
  type Member,
  outermost,
  ownerSeenFrom,
  type Selection,
} from '../members.ts';
import type { EdgeKind } from '../program.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { CONSTRUCTOR, type MethodShape, type TypeShape } from '../shapes.ts';
import { bindAll, NO_SUBSTITUTION, type Substitution, substitute } from '../substitution.ts';
import { type ClassType, classType, erase, erasedName, unknownType, type VariableType } from '../types.ts';
import { type KnownCandidates, shapeOf } from '../world.ts';
import type { Phase } from './applicability.ts';
import { type BodyState, inferenceOf, typeOf, type Waiting } from './body-state.ts';
import { advance, takeWaiting } from './expectations.ts';
import { formalAt, selectOverload } from './overloads.ts';
import { outsideCall, outsideSite, recordSite, unresolvedSite } from './sites.ts';
import { type Resolved, targetsOf } from './targets.ts';
import type { TestedType } from './type-tests.ts';

/** A call with everything that is needed to pick its method. */
export interface CallRequest {
  readonly members: readonly Member[];
  readonly receiver: ClassType;
  readonly args: readonly OperationIndex[];
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

/** Members a body may name (JLS 6.6); private ones throughout their outermost type. */
export function accessible(state: BodyState, members: readonly Member[]): readonly Member[] {
  for (let i = 0; i < members.length; i++) {
    const member = members[i];
    if (member !== undefined && !isAccessible(state, member.method)) {
      return members.filter(({ method }) => isAccessible(state, method));
    }
  }
  // The same list where all of them are: what is known of a list is found again by it.
  return members;
}

function isAccessible(state: BodyState, method: MethodShape): boolean {
  if (method.owner === state.owner.name) return true;
  switch (method.visibility) {
    case 'private':
      return outermost(state.world, method.owner) === outermost(state.world, state.owner.name);
    case 'package':
      return packageOf(method.owner) === packageOf(state.owner.name);
    default:
      return true;
  }
}

function packageOf(name: string): string {
  const plain = binaryNameOf(name);
  return plain.slice(0, Math.max(plain.lastIndexOf('.'), 0));
}

/** Calls with more arguments are rare, and nothing is remembered of them. */
const MOST_ARGUMENTS = 15;

type LookUp = Pick<CallRequest, 'members' | 'receiver' | 'args'>;

/** The methods of a look-up that take so many arguments, with their parameters as the receiver sees them. */
export function choiceFor(state: BodyState, call: LookUp): Choice {
  const { members, receiver, args } = call;
  if (receiver.args.length > 0 || args.length > MOST_ARGUMENTS)
    return { candidates: makeCandidates(state, call), selected: null };
  const known = knownCandidates(state, members, receiver.name);
  if (known.count === args.length && known.first !== null) return known.first;
  const choice = known.others?.get(args.length);
  return choice ?? keptChoice(known, args.length, makeCandidates(state, call));
}

function keptChoice(known: KnownCandidates, count: number, candidates: readonly Candidate[]): Choice {
  const choice = { candidates, selected: candidates.length > 1 ? new Map() : null };
  if (known.first === null) {
    known.first = choice;
    known.count = count;
  } else {
    known.others ??= new Map();
    known.others.set(count, choice);
  }
  return choice;
}

function knownCandidates(
  { world, file }: BodyState,
  members: readonly Member[],
  receiver: TypeName,
): KnownCandidates {
  const { candidates, mark } = world;
  const { rules } = file;
  let known = candidates.get(members);
  if (known?.receiver !== receiver || known.mark !== mark || known.rules !== rules) {
    known = { receiver, mark, rules, count: -1, first: null, others: null };
    candidates.set(members, known);
  }
  return known;
}

function makeCandidates(state: BodyState, { members, receiver, args }: LookUp): readonly Candidate[] {
  const list: Candidate[] = [];
  for (let i = 0; i < members.length; i++) {
    const member = members[i];
    if (member !== undefined && takes(member.method, args.length)) {
      list.push(candidateOf(state, receiver, member));
    }
  }
  return fitted(list);
}

/** A method with its parameters as the receiver sees them. */
export function candidateOf(state: BodyState, receiver: ClassType, member: Member): Candidate {
  const { method } = member;
  const via = ownerSeenFrom(state.world, receiver, member.via);
  const formals = substituteAll(method.parameters, classBinding(state, via, method));
  return { member, via, formals, returns: null, known: null };
}

function takes({ parameters, isVarargs }: MethodShape, count: number): boolean {
  return parameters.length === count || (isVarargs && count >= parameters.length - 1);
}

function substituteAll(types: readonly ResolvedType[], substitution: Substitution): readonly ResolvedType[] {
  if (types.length === 0 || substitution.variables.length === 0) return types;
  return types.map((type) => substitute(type, substitution));
}

function classBinding(state: BodyState, via: ClassType, method: MethodShape): Substitution {
  if (method.name === CONSTRUCTOR && via.args.length === 0) return NO_SUBSTITUTION;
  return bindAll(shapeOf(state.world, via.name)?.parameters ?? [], via.args);
}

/** Resolves a call among the members found for it, records it, and gives the type of its value (void for none). */
export function invoke(state: BodyState, operation: OperationIndex, request: CallRequest): ResolvedType {
  const choice = choiceFor(state, request);
  const first = choice.candidates[0];
  if (
    first !== undefined &&
    choice.candidates.length === 1 &&
    request.args.length === 0 &&
    isPlain(first, request)
  ) {
    return invokePlain(state, operation, { request, candidate: first, isCertain: request.isCertain });
  }
  const selection = selectOverload(state, choice, request.args);
  if (selection.kind === 'chosen') return invokeChosen(state, operation, { request, selection });
  if (selection.kind === 'none') return leaveUnfound(state, operation, request);
  return leaveAmbiguous(state, operation, { request, candidates: selection.candidates });
}

/** Whether a call has no type arguments to be found. */
function isPlain({ member }: Candidate, { diamond }: CallRequest): boolean {
  return member.method.variables.length === 0 && diamond.length === 0;
}

/** No method fits. The tree may use another version of a library than the one whose signatures we hold. */
function leaveUnfound(state: BodyState, operation: OperationIndex, request: CallRequest): ResolvedType {
  const { members, receiver } = request;
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
    recordSite(state, operation, {
      receiver: request.receiver,
      resolved: outsideCall({ owner, member, parameterTypes: null, returnType }),
    });
    return returnType;
  }
  const unknown = unresolvedSite(state, operation, {
    reason: 'ambiguous-overload',
    receiver: request.receiver,
  });
  return shared ?? unknown;
}

interface ChosenCall {
  readonly request: CallRequest;
  readonly selection: Selection & { readonly kind: 'chosen' };
}

function invokeChosen(state: BodyState, operation: OperationIndex, found: ChosenCall): ResolvedType {
  const { request, selection } = found;
  const { candidate } = selection;
  if (!isPlain(candidate, request)) return invokeGeneric(state, operation, found);
  passArguments(state, operation, { args: request.args, candidate });
  const isCertain = request.isCertain && selection.isCertain;
  return invokePlain(state, operation, { request, candidate, isCertain });
}

/** A call with the method that it means. */
interface PlainCall {
  readonly request: CallRequest;
  readonly candidate: Candidate;
  readonly isCertain: boolean;
}

function invokePlain(state: BodyState, operation: OperationIndex, call: PlainCall): ResolvedType {
  const { receiver, tested } = call.request;
  const returns = solved(declaredReturn(state, call.candidate), 'keep');
  const isKnown = receiver.args.length === 0 && tested === null;
  const resolved = isKnown ? knownCall(state, call, returns) : decided(state, call, returns);
  recordSite(state, operation, { receiver, resolved });
  return returns;
}

function decided({ world }: BodyState, call: PlainCall, returns: ResolvedType): Resolved {
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

/** The same where calls are told apart by nothing: most methods are called many times. */
function knownCall(state: BodyState, call: PlainCall, returns: ResolvedType): Resolved {
  const { candidate, isCertain } = call;
  const { how, isDirect } = call.request;
  for (let at = candidate.known; at !== null; at = at.next) {
    if (at.how === how && at.isDirect === isDirect && at.isCertain === isCertain) return at;
  }
  const { resolution, targets } = decided(state, call, returns);
  candidate.known = { how, isDirect, isCertain, resolution, targets, next: candidate.known };
  return candidate.known;
}

/** What a method gives as the receiver sees it, its own type parameters left as they are. */
function declaredReturn(state: BodyState, candidate: Candidate): ResolvedType {
  const { method } = candidate.member;
  candidate.returns ??= substitute(method.returns, classBinding(state, candidate.via, method));
  return candidate.returns;
}

/** A call with type arguments to be found. */
function invokeGeneric(state: BodyState, operation: OperationIndex, found: ChosenCall): ResolvedType {
  const { request, selection } = found;
  const { receiver, diamond } = request;
  const { candidate } = selection;
  const { method } = candidate.member;
  const open = diamond.length === 0 ? method.variables : [...method.variables, ...diamond];
  const fresh = instantiate(state, open, request.typeArgs);
  const formals = substituteAll(candidate.formals, fresh);
  passArguments(state, operation, { args: request.args, candidate: { member: candidate.member, formals } });
  const returns = solved(substitute(declaredReturn(state, candidate), fresh), 'keep');
  const isCertain = request.isCertain && selection.isCertain;
  recordSite(state, operation, {
    receiver,
    resolved: decided(state, { request, candidate, isCertain }, returns),
  });
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
  readonly args: readonly OperationIndex[];
  readonly candidate: Pick<Candidate, 'formals' | 'member'>;
}

/** Lets the arguments of a call decide its type arguments, values first, functions when their parameters are known. */
function passArguments(state: BodyState, operation: OperationIndex, call: Passing): void {
  if (call.args.length === 0) return;
  const phase: Phase = isSpread(state, call) ? 'varargs' : 'strict';
  const waiting: Waiting[] = [];
  for (let i = 0; i < call.args.length; i++) {
    const argument = call.args[i];
    const formal = formalAt(call.candidate, i, phase);
    if (formal !== null && argument !== undefined) passArgument(state, argument, { formal, waiting });
  }
  if (waiting.length === 0) return;
  state.waiting.set(operation, waiting);
  advance(state, operation);
}

function isSpread(state: BodyState, { args, candidate }: Passing): boolean {
  if (!candidate.member.method.isVarargs) return false;
  if (args.length !== candidate.formals.length) return true;
  const last = args.at(-1);
  const kind = last === undefined ? 'null' : prune(typeOf(state, last)).kind;
  return kind !== 'array' && kind !== 'null' && kind !== 'unknown';
}

/** Follows the arms of conditionals to the values and functions that are passed; adds the functions that must wait. */
function passArgument(
  state: BodyState,
  argument: OperationIndex,
  { formal, waiting }: { readonly formal: ResolvedType; readonly waiting: Waiting[] },
): void {
  const { kind } = state.operations[argument] ?? {};
  if (kind !== 'conditional' && kind !== 'switch') {
    passValue(state, argument, { formal, waiting });
    return;
  }
  const pending = [argument];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const source = state.operations[at];
    if (source?.kind === 'conditional') pending.push(source.otherwise, source.then);
    else if (source?.kind === 'switch') pending.push(...source.results);
    else {
      passValue(state, at, { formal, waiting });
      continue;
    }
    if (state.waiting.size > 0) waiting.push(...takeWaiting(state, at));
  }
}

function passValue(
  state: BodyState,
  value: OperationIndex,
  { formal, waiting }: { readonly formal: ResolvedType; readonly waiting: Waiting[] },
): void {
  if (state.unbound.has(value)) {
    waiting.push({ operation: value, formal });
    return;
  }
  const actual = typeOf(state, value);
  if (canDecide(formal, actual)) constrain(inferenceOf(state), { formal, actual });
  if (state.waiting.size > 0) waiting.push(...takeWaiting(state, value));
}

/** Whether making the types agree can decide anything: nothing is open in a formal without arguments, nor in a plain value. */
function canDecide(formal: ResolvedType, actual: ResolvedType): boolean {
  return !isPlainType(formal) || !isPlainType(actual);
}

function isPlainType(type: ResolvedType): boolean {
  return type.kind === 'primitive' || (type.kind === 'class' && type.args.length === 0);
}
