import { binaryNameOf } from '../../base/ids.ts';
import { fitted } from '../../base/lists.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import {
  type Candidate,
  type Choice,
  type Member,
  type NamedMembers,
  namedMembers,
  outermost,
  ownerSeenFrom,
} from '../members.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { CONSTRUCTOR, type MethodShape } from '../shapes.ts';
import { bindAll, NO_SUBSTITUTION, type Substitution, substitute } from '../substitution.ts';
import type { ClassType } from '../types.ts';
import { type KnownCandidates, shapeOf } from '../world.ts';
import type { BodyState } from './body-state.ts';

/** Members a body may name (JLS 6.6); private ones throughout their outermost type. */
export function accessible(state: BodyState, named: NamedMembers): NamedMembers {
  if (named.isOpen) return named;
  const from = state.owner.name;
  return named.seen?.from === from ? named.seen.members : accessibleAmong(state, named);
}

/** A function of its own: whoever has a closure in it makes a context for each call, and nearly all members are open. */
function accessibleAmong(state: BodyState, named: NamedMembers): NamedMembers {
  const from = state.owner.name;
  const members = named.members.filter(({ method }) => isAccessible(state, method));
  // The same where all of them are: what is known of members is found again there.
  const seen = members.length === named.members.length ? named : namedMembers(members);
  named.seen = { from, members: seen };
  return seen;
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

/** What is looked up, and what it is to take. */
export interface LookUp {
  readonly named: NamedMembers;
  readonly receiver: ClassType;
  readonly args: readonly OperationIndex[];
}

const NO_CHOICE: Choice = { candidates: [], selected: null };

/** The methods of a look-up that take so many arguments, with their parameters as the receiver sees them. */
export function choiceFor(state: BodyState, call: LookUp): Choice {
  const { named, receiver, args } = call;
  if (named.members.length === 0) return NO_CHOICE;
  const only = named.members.length === 1 ? named.members[0] : undefined;
  const alone = only === undefined ? null : choiceOf(state, only);
  if (only !== undefined && alone !== null) return takes(only.method, args.length) ? alone : NO_CHOICE;
  if (args.length > MOST_ARGUMENTS) return { candidates: makeCandidates(state, call), selected: null };
  const known = knownCandidates(state, named, receiver);
  if (known.count === args.length && known.first !== null) return known.first;
  const choice = known.others?.get(args.length);
  return choice ?? keptChoice(known, args.length, makeCandidates(state, call));
}

/** A method of the tree as the only one to choose; null where its parameters may look another way to another receiver. */
function choiceOf({ world }: BodyState, member: Member): Choice | null {
  const { method, via } = member;
  if (method.draft === null) return null;
  if (member.alone === null) {
    const isFixed = (shapeOf(world, via.name)?.parameters.length ?? 0) === 0;
    member.alone = isFixed ? choiceAlone(member) : 'by receiver';
  }
  return member.alone === 'by receiver' ? null : member.alone;
}

function choiceAlone(member: Member): Choice {
  const formals = member.method.parameters;
  const candidate = { member, binding: NO_SUBSTITUTION, formals, returns: null, known: null };
  return { candidates: [candidate], selected: null };
}

function keptChoice(known: KnownCandidates, count: number, candidates: readonly Candidate[]): Choice {
  // What fits a receiver with arguments may be another once more of these is known.
  const isFixed = known.receiver.args.length === 0 && candidates.length > 1;
  const choice = { candidates, selected: isFixed ? new Map() : null };
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
  { world: { mark }, file: { rules } }: BodyState,
  named: NamedMembers,
  receiver: ClassType,
): KnownCandidates {
  let known = named.candidates;
  if (known === null || !isSame(known.receiver, receiver) || known.mark !== mark || known.rules !== rules) {
    known = { receiver, mark, rules, count: -1, first: null, others: null };
    named.candidates = known;
  }
  return known;
}

/** Types with arguments are the same only as long as somebody hands the same one on: a local, a field. */
function isSame(one: ClassType, other: ClassType): boolean {
  return one === other || (one.name === other.name && one.args.length === 0 && other.args.length === 0);
}

const NO_CANDIDATES: readonly Candidate[] = [];

function makeCandidates(state: BodyState, { named, receiver, args }: LookUp): readonly Candidate[] {
  const { members } = named;
  const only = members.length === 1 ? members[0] : undefined;
  if (only !== undefined)
    return takes(only.method, args.length) ? [candidateOf(state, receiver, only)] : NO_CANDIDATES;
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
  const alone = choiceOf(state, member)?.candidates[0];
  if (alone !== undefined) return alone;
  const { method } = member;
  const via = ownerSeenFrom(state.world, receiver, member.via);
  const binding = classBinding(state, via, method);
  const formals = substituteAll(method.parameters, binding);
  return { member, binding, formals, returns: null, known: null };
}

function takes({ parameters, isVarargs }: MethodShape, count: number): boolean {
  return parameters.length === count || (isVarargs && count >= parameters.length - 1);
}

/** The same for each of several types. */
export function substituteAll(
  types: readonly ResolvedType[],
  substitution: Substitution,
): readonly ResolvedType[] {
  if (types.length === 0 || substitution.variables.length === 0) return types;
  return types.map((type) => substitute(type, substitution));
}

function classBinding(state: BodyState, via: ClassType, method: MethodShape): Substitution {
  if (method.name === CONSTRUCTOR && via.args.length === 0) return NO_SUBSTITUTION;
  return bindAll(shapeOf(state.world, via.name)?.parameters ?? [], via.args);
}
