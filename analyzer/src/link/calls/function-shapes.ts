import type { OperationIndex } from '../../facts/operations.ts';
import type { TypeRef } from '../../facts/type-refs.ts';
import { type FunctionType, functionOf } from '../functional-interfaces.ts';
import { prune } from '../inference.ts';
import { methodsNamed } from '../members.ts';
import { resolveTypeRef } from '../name-scope.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { CONSTRUCTOR, type MethodShape } from '../shapes.ts';
import { memberOwner } from '../subtyping.ts';
import { shapeOf } from '../world.ts';
import { type BodyState, type Fit, typeOf } from './body-state.ts';

/** Whether a lambda is potentially compatible with a parameter: as many parameters, a value where one is asked (JLS 15.12.2.1). */
export function lambdaFits(state: BodyState, lambda: OperationIndex, formal: ResolvedType): Fit {
  // Any lambda may be passed for a type parameter; which method is more specific decides (JLS 15.12.2.1).
  if (prune(formal).kind === 'variable') return 'yes';
  const wanted = functionWanted(state, formal);
  if (wanted === 'any' || wanted === null) return wanted === null ? 'no' : 'maybe';
  const operation = state.operations[lambda];
  if (operation?.kind !== 'lambda' || operation.parameters.length !== wanted.parameters.length) return 'no';
  const gives = whatLambdaGives(state, lambda);
  const isVoid = prune(wanted.returns).kind === 'void';
  if (isVoid) return gives.nothing ? 'yes' : 'no';
  return gives.value ? 'yes' : 'no';
}

/** Null for what is no functional interface; `any` where that cannot be known. */
function functionWanted(state: BodyState, formal: ResolvedType): FunctionType | null | 'any' {
  const found = functionOf(state.world, prune(formal));
  return found === 'unknown' ? 'any' : found;
}

/** Whether a lambda can stand for a function with a result and for one without (JLS 15.27.2). */
function whatLambdaGives(
  state: BodyState,
  lambda: OperationIndex,
): { readonly value: boolean; readonly nothing: boolean } {
  const operation = state.operations[lambda];
  if (operation?.kind !== 'lambda') return { value: false, nothing: false };
  if (operation.result !== null) return expressionGives(state, operation.result);
  if ((state.lambdas.returns.get(lambda)?.length ?? 0) > 0) return { value: true, nothing: false };
  const end = state.regions[operation.region]?.end ?? lambda;
  const endsInThrow = state.operations[end - 1]?.kind === 'throw';
  return { value: endsInThrow, nothing: true };
}

function expressionGives(
  state: BodyState,
  result: OperationIndex,
): { readonly value: boolean; readonly nothing: boolean } {
  const operation = state.operations[result];
  switch (operation?.kind) {
    case 'call':
      // Known only for lambdas whose body has been typed, because their parameter types are written.
      return { value: typeOf(state, result).kind !== 'void', nothing: true };
    case 'new':
    case 'assign':
      return { value: true, nothing: true };
    case 'unary':
      return { value: true, nothing: operation.operator === '++' || operation.operator === '--' };
    default:
      return { value: true, nothing: false };
  }
}

/** Whether any method a reference may mean takes that many parameters (JLS 15.12.2.1). */
export function referenceFits(state: BodyState, reference: OperationIndex, formal: ResolvedType): Fit {
  if (prune(formal).kind === 'variable') return 'yes';
  const wanted = functionWanted(state, formal);
  if (wanted === 'any' || wanted === null) return wanted === null ? 'no' : 'maybe';
  const meant = referredMethods(state, reference);
  if (meant === null) return 'maybe';
  const count = wanted.parameters.length;
  const fits = meant.methods.some((method) => {
    const takes = (given: number): boolean =>
      method.parameters.length === given || (method.isVarargs && given >= method.parameters.length - 1);
    if (!meant.ofType || method.name === CONSTRUCTOR) return takes(count);
    return method.isStatic ? takes(count) : takes(count - 1);
  });
  return fits ? 'yes' : 'no';
}

/** The methods a reference names, and whether on a type (`Owner::name`) or on a value (`owner::name`). */
export interface ReferredMethods {
  readonly receiver: ResolvedType;
  readonly ofType: boolean;
  readonly methods: readonly MethodShape[];
}

/** Null where the type that is referred to is not known. */
function referredMethods(state: BodyState, reference: OperationIndex): ReferredMethods | null {
  const operation = state.operations[reference];
  if (operation?.kind !== 'method-reference') return null;
  const target = referredType(state, operation);
  const owner = target === null ? null : memberOwner(prune(target.type));
  const shape = owner === null ? undefined : shapeOf(state.world, owner.name);
  if (target === null || shape === undefined) return null;
  const methods =
    operation.name === 'new'
      ? (shape.methods.get(CONSTRUCTOR) ?? [])
      : methodsNamed(state.world, shape, operation.name).map(({ method }) => method);
  return { receiver: target.type, ofType: target.isType, methods };
}

/** What stands before `::`. */
export function referredType(
  state: BodyState,
  operation: { readonly object: OperationIndex | null; readonly type: TypeRef | null },
): { readonly type: ResolvedType; readonly isType: boolean } | null {
  if (operation.type !== null) {
    return { type: resolveTypeRef(state.world, state.scope, operation.type), isType: true };
  }
  if (operation.object === null) return null;
  const qualifier = state.qualifiers.get(operation.object);
  if (qualifier?.kind === 'type') return { type: qualifier.type, isType: true };
  if (qualifier?.kind === 'package') return null;
  return { type: typeOf(state, operation.object), isType: false };
}

/** Whether a reference can only mean one method (JLS 15.13.1), so that it helps to find what it is called with. */
export function isExactReference(state: BodyState, reference: OperationIndex): boolean {
  const meant = referredMethods(state, reference);
  return meant !== null && meant.methods.length === 1 && meant.methods[0]?.isVarargs === false;
}
