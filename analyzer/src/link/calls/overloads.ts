import type { OperationIndex } from '../../facts/operations.ts';
import { functionOf } from '../functional-interfaces.ts';
import { prune } from '../inference.ts';
import type { Candidate, Choice, Selection } from '../members.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { erasedName } from '../types.ts';
import { argumentFits, isOfType, type Phase, typeFits } from './applicability.ts';
import { type BodyState, type Fit, typeOf } from './body-state.ts';

interface Applicable {
  readonly candidate: Candidate;
  readonly phase: Phase;
  readonly fits: readonly Fit[];
}

const PHASES: readonly Phase[] = ['strict', 'loose', 'varargs'];

const NONE: Selection = { kind: 'none' };

/**
 * Picks the method a call means of those that take so many arguments (JLS 15.12.2): the first phase that has applicable methods, of those the most specific.
 * Arguments of unknown type are compatible with anything; where they decide, nothing is picked.
 */
export function selectOverload(
  state: BodyState,
  { candidates, selected }: Choice,
  args: readonly OperationIndex[],
): Selection {
  const only = candidates[0];
  if (only === undefined) return NONE;
  // Nothing seems to fit, yet the source compiles: a type was seen wrongly. One method of that arity is still it.
  if (candidates.length === 1) {
    return { kind: 'chosen', candidate: only, isCertain: isApplicable(state, only, args) };
  }
  const handed = selected === null ? null : plainTypes(state, args);
  if (selected === null || handed === null) return amongCandidates(state, candidates, args);
  let selection = selected.get(handed);
  if (selection === undefined) {
    selection = amongCandidates(state, candidates, args);
    selected.set(handed, selection);
  }
  return selection;
}

/** The types of arguments as far as overload resolution looks at them; null where one is a function, or may be. */
function plainTypes(state: BodyState, args: readonly OperationIndex[]): string | null {
  let types = '';
  for (let i = 0; i < args.length; i++) {
    const type = plainType(state, args[i]);
    if (type === null) return null;
    types = i === 0 ? type : `${types},${type}`;
  }
  return types;
}

function plainType(state: BodyState, argument: OperationIndex | undefined): string | null {
  if (argument === undefined) return null;
  const kind = state.operations[argument]?.kind;
  if (kind === 'lambda' || kind === 'method-reference' || kind === 'conditional') return null;
  const type = prune(typeOf(state, argument));
  switch (type.kind) {
    case 'class':
    case 'primitive':
      return type.name;
    case 'null':
      return 'null';
    case 'unknown':
      return '?';
    default:
      return null;
  }
}

function amongCandidates(
  state: BodyState,
  candidates: readonly Candidate[],
  args: readonly OperationIndex[],
): Selection {
  const applicable: Applicable[] = [];
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i];
    const found = candidate === undefined ? null : applicableIn(state, candidate, args);
    if (found !== null) applicable.push(found);
  }
  const first = applicable[0];
  if (first === undefined) return NONE;
  if (applicable.length === 1) {
    return { kind: 'chosen', candidate: first.candidate, isCertain: isSure(first) };
  }
  return amongSeveral(state, applicable, args);
}

function isSure({ fits }: Applicable): boolean {
  return !fits.includes('maybe');
}

/**
 * Whether a candidate is applicable in any phase. Most calls have but one of their name and arity: which phase it is
 * decides nothing then, and what fits strictly fits loosely.
 */
export function isApplicable(
  state: BodyState,
  candidate: Candidate,
  args: readonly OperationIndex[],
): boolean {
  const { formals, member } = candidate;
  if (formals.length === args.length && takesAll(state, { candidate, phase: 'loose' }, args)) return true;
  return member.method.isVarargs && takesAll(state, { candidate, phase: 'varargs' }, args);
}

function takesAll(
  state: BodyState,
  { candidate, phase }: Pick<Applicable, 'candidate' | 'phase'>,
  args: readonly OperationIndex[],
): boolean {
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    const formal = formalAt(candidate, i, phase);
    if (argument === undefined || formal === null) return false;
    if (isOfType(state, argument, formal)) continue;
    if (argumentFits(state, argument, { formal, phase }) === 'no') return false;
  }
  return true;
}

/** The first phase in which a candidate is applicable. */
function applicableIn(
  state: BodyState,
  candidate: Candidate,
  args: readonly OperationIndex[],
): Applicable | null {
  const { formals, member } = candidate;
  const { isVarargs } = member.method;
  for (let i = 0; i < PHASES.length; i++) {
    const phase = PHASES[i];
    if (phase === undefined || (phase === 'varargs' ? !isVarargs : formals.length !== args.length)) continue;
    const fits = fitsOf(state, { candidate, phase }, args);
    if (fits !== null) return { candidate, phase, fits };
  }
  return null;
}

const NO_FITS: readonly Fit[] = [];

/** How the arguments fit in a phase; null where one does not. */
function fitsOf(
  state: BodyState,
  { candidate, phase }: Pick<Applicable, 'candidate' | 'phase'>,
  args: readonly OperationIndex[],
): readonly Fit[] | null {
  let fits: Fit[] | null = null;
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    const formal = formalAt(candidate, i, phase);
    if (argument === undefined || formal === null) return null;
    const fit = isOfType(state, argument, formal) ? 'yes' : argumentFits(state, argument, { formal, phase });
    if (fit === 'no') return null;
    // Most candidates are ruled out by the first argument.
    fits ??= [];
    fits.push(fit);
  }
  return fits ?? NO_FITS;
}

/** The parameter an argument is passed for; in the last phase the trailing ones share the element type of the last parameter. */
export function formalAt(
  { formals, member }: Pick<Candidate, 'formals' | 'member'>,
  index: number,
  phase: Phase,
): ResolvedType | null {
  if (phase !== 'varargs' || !member.method.isVarargs || index < formals.length - 1) {
    return formals[index] ?? null;
  }
  const last = formals.at(-1);
  return last?.kind === 'array' ? last.element : null;
}

function amongSeveral(
  state: BodyState,
  applicable: readonly Applicable[],
  args: readonly OperationIndex[],
): Selection {
  const sure = applicable.every(isSure);
  const earliest = PHASES.find((phase) => applicable.some((entry) => entry.phase === phase));
  // While unknown arguments leave open which phase it is, methods of all phases stay in.
  const running = sure ? applicable.filter((entry) => entry.phase === earliest) : applicable;
  const best = running.filter((entry) =>
    running.every((other) => other === entry || isMoreSpecific(state, { entry, other }, args)),
  );
  const fixed = best.filter(({ phase }) => phase !== 'varargs');
  const preferred = fixed.length > 0 ? fixed : best;
  const chosen = preferred.find(({ candidate }) => !candidate.member.method.isAbstract) ?? preferred[0];
  if (chosen === undefined || !(sure || unknownsAgree(state, { running, chosen }, args))) {
    return { kind: 'ambiguous', candidates: running.map(({ candidate }) => candidate) };
  }
  return { kind: 'chosen', candidate: chosen.candidate, isCertain: sure };
}

/**
 * Whether unknown types cannot decide: where a candidate may or may not take an argument, all take the same, or the
 * chosen one takes exactly the type of the argument.
 */
function unknownsAgree(
  state: BodyState,
  { running, chosen }: { readonly running: readonly Applicable[]; readonly chosen: Applicable },
  args: readonly OperationIndex[],
): boolean {
  return chosen.fits.every((_, i) => {
    if (!running.some(({ fits }) => fits[i] === 'maybe')) return true;
    const name = nameAt(chosen, i);
    if (name === null) return false;
    if (isExactly(state, args[i], name)) return true;
    return running.every(
      (other) => nameAt(other, i) === name && (chosen.phase !== 'varargs' || other.phase === 'varargs'),
    );
  });
}

function isExactly(state: BodyState, argument: OperationIndex | undefined, name: string): boolean {
  return argument !== undefined && erasedName(prune(typeOf(state, argument))) === name;
}

function nameAt(entry: Applicable, index: number): string | null {
  const formal = formalAt(entry.candidate, index, entry.phase);
  return formal === null ? null : erasedName(formal);
}

/** JLS 15.12.2.5: each parameter of one is a subtype of the other's, as far as arguments are passed for it. */
function isMoreSpecific(
  state: BodyState,
  pair: { readonly entry: Applicable; readonly other: Applicable },
  args: readonly OperationIndex[],
): boolean {
  const { entry, other } = pair;
  const count = Math.max(args.length, entry.phase === 'varargs' ? entry.candidate.formals.length : 0);
  for (let i = 0; i < count; i++) {
    const mine = formalAt(entry.candidate, i, entry.phase);
    const theirs = formalAt(other.candidate, i, other.phase);
    if (mine === null || theirs === null) continue;
    if (!parameterIsMoreSpecific(state, { mine, theirs }, args[i])) return false;
  }
  return true;
}

function parameterIsMoreSpecific(
  state: BodyState,
  { mine, theirs }: { readonly mine: ResolvedType; readonly theirs: ResolvedType },
  argument: OperationIndex | undefined,
): boolean {
  const name = erasedName(mine);
  // What an argument of exactly this type can also be passed for, if anything, stands above this type.
  if (name !== null && (name === erasedName(theirs) || isExactly(state, argument, name))) return true;
  if (typeFits(state, mine, { formal: theirs, phase: 'strict' }) === 'yes') return true;
  const kind = argument === undefined ? undefined : state.operations[argument]?.kind;
  if (argument === undefined || (kind !== 'lambda' && kind !== 'method-reference')) return false;
  if (typeFits(state, theirs, { formal: mine, phase: 'strict' }) === 'yes') return false;
  return functionIsMoreSpecific(state, { mine, theirs }, argument);
}

/** Of two unrelated functional interfaces the one whose result says more (JLS 15.12.2.5, last part). */
function functionIsMoreSpecific(
  state: BodyState,
  { mine, theirs }: { readonly mine: ResolvedType; readonly theirs: ResolvedType },
  argument: OperationIndex,
): boolean {
  const own = functionOf(state.world, prune(mine));
  const other = functionOf(state.world, prune(theirs));
  if (own === null || other === null || own === 'unknown' || other === 'unknown') return false;
  const operation = state.operations[argument];
  const isExplicit =
    operation?.kind === 'method-reference' ||
    (operation?.kind === 'lambda' &&
      operation.parameters.every((parameter) => typeOf(state, parameter).kind !== 'unknown'));
  if (!isExplicit) return false;
  const left = prune(own.returns);
  const right = prune(other.returns);
  if (right.kind === 'void') return true;
  if (left.kind === 'void') return false;
  if (left.kind === 'primitive' && right.kind !== 'primitive') return givesPrimitive(state, argument);
  if (right.kind === 'primitive' && left.kind !== 'primitive') return !givesPrimitive(state, argument);
  return typeFits(state, left, { formal: right, phase: 'strict' }) === 'yes';
}

function givesPrimitive(state: BodyState, argument: OperationIndex): boolean {
  const operation = state.operations[argument];
  if (operation?.kind !== 'lambda') return false;
  const values = operation.result === null ? (state.lambdas.returns.get(argument) ?? []) : [operation.result];
  return values.every((value) => typeOf(state, value).kind === 'primitive');
}
