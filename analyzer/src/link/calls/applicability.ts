import { typeName } from '../../base/ids.ts';
import type { Operation, OperationIndex } from '../../facts/operations.ts';
import { boxed, InferenceVariable, prune, unboxed } from '../inference.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { isSubtype } from '../subtyping.ts';
import { type BodyState, type Fit, typeOf } from './body-state.ts';
import { lambdaFits, referenceFits } from './function-shapes.ts';

/** How hard a call tries (JLS 15.12.2.2 to 15.12.2.4): by subtyping only, with boxing, with a variable number of arguments. */
export type Phase = 'strict' | 'loose' | 'varargs';

/** Nesting of conditionals that is followed. */
const MAX_DEPTH = 12;

/** A type that a value is wanted as, and how hard a call tries. */
export interface Want {
  readonly formal: ResolvedType;
  readonly phase: Phase;
}

/** Whether the value of an operation fits a parameter; both arms of a conditional must. */
export function argumentFits(state: BodyState, argument: OperationIndex, want: Want): Fit {
  const operation = state.operations[argument];
  if (operation?.kind !== 'conditional' || !isChoiceOfFunctions(state, operation)) {
    return valueFits(state, argument, want);
  }
  const then = valueFits(state, operation.then, want);
  if (then === 'no') return 'no';
  const otherwise = valueFits(state, operation.otherwise, want);
  return otherwise === 'yes' ? then : otherwise;
}

function valueFits(state: BodyState, argument: OperationIndex, want: Want): Fit {
  const kind = state.operations[argument]?.kind;
  if (kind === 'lambda') return lambdaFits(state, argument, want.formal);
  if (kind === 'method-reference') return referenceFits(state, argument, want.formal);
  return typeFits(state, typeOf(state, argument), want);
}

/** Whether an arm of a conditional is a function that has no type of its own yet. */
function isChoiceOfFunctions(
  { unbound }: BodyState,
  { then, otherwise }: Operation & { readonly kind: 'conditional' },
): boolean {
  return unbound.has(then) || unbound.has(otherwise);
}

/**
 * Whether an argument is of the very type of a parameter, as most are: then it fits in every phase. What a conditional fits may
 * depend on its arms.
 */
export function isOfType(state: BodyState, argument: OperationIndex, formal: ResolvedType): boolean {
  const type = state.types[argument];
  if (type === undefined || state.operations[argument]?.kind === 'conditional') return false;
  if (formal.kind === 'class') return type.kind === 'class' && type.name === formal.name;
  return formal.kind === 'primitive' && type.kind === 'primitive' && type.name === formal.name;
}

/** Whether a value of one type can stand where another is expected. */
export function typeFits(state: BodyState, given: ResolvedType, want: Want): Fit {
  const { phase } = want;
  const formal = asBound(want.formal);
  const pruned = prune(given);
  if (formal.kind === 'unknown') return 'maybe';
  if (pruned.kind === 'unknown') return phase !== 'strict' && isRoot(state, formal) ? 'yes' : 'maybe';
  if (pruned.kind === 'void') return 'no';
  // A call whose result is inferred takes any reference type that is asked of it.
  if (pruned instanceof InferenceVariable)
    return formal.kind === 'primitive' && phase === 'strict' ? 'no' : 'yes';
  const actual = asBound(pruned);
  if (formal.kind === 'primitive') return primitiveFits(state, formal.name, { actual, phase });
  if (actual.kind === 'primitive') {
    if (phase === 'strict') return 'no';
    return referenceTypeFits(state, formal, boxed(state.file.rules, actual));
  }
  return referenceTypeFits(state, formal, actual);
}

function asBound(type: ResolvedType): ResolvedType {
  let at = prune(type);
  for (let steps = 0; at.kind === 'variable' && steps < MAX_DEPTH; steps++) at = prune(at.bound);
  return at;
}

function primitiveFits(
  state: BodyState,
  wanted: string,
  given: { readonly actual: ResolvedType; readonly phase: Phase },
): Fit {
  const { actual, phase } = given;
  const { rules } = state.file;
  const name = actual.kind === 'primitive' ? actual.name : phase === 'strict' ? null : unboxed(rules, actual);
  if (name === null) return 'no';
  return name === wanted || rules.widening[name]?.includes(wanted) === true ? 'yes' : 'no';
}

function referenceTypeFits(state: BodyState, formal: ResolvedType, actual: ResolvedType): Fit {
  if (actual.kind === 'null') return 'yes';
  if (actual.kind === 'array') return arrayFits(state, formal, actual.element);
  if (actual.kind !== 'class' || formal.kind !== 'class') return 'no';
  if (isRoot(state, formal)) return 'yes';
  const verdict = isSubtype(state.world, actual.name, formal.name);
  return verdict === 'unknown' ? 'maybe' : verdict ? 'yes' : 'no';
}

function isRoot(state: BodyState, type: ResolvedType): boolean {
  return type.kind === 'class' && type.name === state.file.rules.rootType;
}

function arrayFits(state: BodyState, formal: ResolvedType, element: ResolvedType): Fit {
  if (formal.kind === 'class') {
    return state.file.rules.arrays.supertypes.includes(typeName(formal.name)) ? 'yes' : 'no';
  }
  if (formal.kind !== 'array') return 'no';
  const inner = asBound(formal.element);
  const given = asBound(element);
  if (inner.kind === 'unknown' || given.kind === 'unknown') return 'maybe';
  if (inner.kind === 'primitive' || given.kind === 'primitive') {
    return inner.kind === 'primitive' && given.kind === 'primitive' && inner.name === given.name
      ? 'yes'
      : 'no';
  }
  return referenceTypeFits(state, inner, given);
}
