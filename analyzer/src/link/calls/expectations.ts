import type { OperationIndex } from '../../facts/operations.ts';
import { type FunctionType, functionOf } from '../functional-interfaces.ts';
import { constrain, hasFree, prune, solved } from '../inference.ts';
import { resolveTypeRef } from '../name-scope.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { unknownType } from '../types.ts';
import { type BodyState, inferenceOf, typeOf, type Waiting } from './body-state.ts';
import { isExactReference } from './function-shapes.ts';
import { unresolvedSite } from './sites.ts';

/** Lambdas in lambdas beyond this keep their parameters unknown. */
const MAX_LAMBDA_DEPTH = 40;

/** Says what type the value of an operation is wanted as: decides open type arguments and what functions become. */
export function coerce(state: BodyState, operation: OperationIndex, target: ResolvedType): void {
  const { kind } = state.operations[operation] ?? {};
  if (kind !== 'conditional' && kind !== 'switch') {
    take(state, operation, target);
    return;
  }
  const pending: OperationIndex[] = [operation];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const source = state.operations[at];
    if (source?.kind === 'conditional') pending.push(source.then, source.otherwise);
    else if (source?.kind === 'switch') pending.push(...source.results);
    take(state, at, target);
  }
}

function take(state: BodyState, operation: OperationIndex, target: ResolvedType): void {
  if (state.unbound.size > 0 && state.unbound.has(operation)) bindFunction(state, operation, target);
  else wantAs(state, operation, target);
}

function wantAs(state: BodyState, operation: OperationIndex, target: ResolvedType): void {
  if (state.variables > 0) {
    const actual = typeOf(state, operation);
    if (hasFree(actual) || hasFree(target)) constrain(inferenceOf(state), { formal: target, actual });
  }
  // Where the target itself is still open, the call around it will come back to this one.
  if (state.waiting.size > 0 && state.waiting.has(operation)) advance(state, operation);
}

/** Decides everything that is open about a value that is used for what it is. */
export function settle(state: BodyState, operation: OperationIndex): void {
  if (state.waiting.size > 0) settleWaiting(state, operation);
  if (state.variables === 0) return;
  const type = typeOf(state, operation);
  if (hasFree(type)) state.types[operation] = solved(type, 'bound');
}

function settleWaiting(state: BodyState, operation: OperationIndex): void {
  const list = state.waiting.get(operation);
  if (list === undefined) return;
  state.waiting.delete(operation);
  for (const { operation: fn, formal } of list) {
    if (!state.unbound.has(fn)) continue;
    bindFunction(state, fn, formal);
    if (state.waiting.has(fn)) settle(state, fn);
  }
}

/** Binds the waiting functions of a call whose parameter types have become known, as long as that brings more. */
export function advance(state: BodyState, call: OperationIndex): void {
  let list = state.waiting.get(call) ?? [];
  for (let progress = true; progress && list.length > 0; ) {
    const left: Waiting[] = [];
    for (const entry of list) {
      if (state.unbound.has(entry.operation) && !isReady(state, entry)) left.push(entry);
      else if (state.unbound.has(entry.operation)) {
        bindFunction(state, entry.operation, entry.formal);
        left.push(...takeWaiting(state, entry.operation));
      }
    }
    progress = left.length !== list.length || left.some((entry) => !list.includes(entry));
    list = left;
  }
  if (list.length === 0) state.waiting.delete(call);
  else state.waiting.set(call, list);
}

/** Takes over what waits inside an operation. */
export function takeWaiting(state: BodyState, operation: OperationIndex): readonly Waiting[] {
  const list = state.waiting.get(operation) ?? [];
  state.waiting.delete(operation);
  return list;
}

/** Whether nothing that a function is called with is still looked for. */
function isReady(state: BodyState, { operation, formal }: Waiting): boolean {
  const source = state.operations[operation];
  if (source?.kind === 'lambda' && hasWrittenParameters(state, operation)) return true;
  if (source?.kind === 'method-reference' && isExactReference(state, operation)) return true;
  const wanted = functionOf(state.world, prune(formal));
  if (prune(formal).kind === 'variable') return false;
  if (wanted === null || wanted === 'unknown') return true;
  return !wanted.parameters.some((parameter) => hasFree(parameter));
}

/** Whether the source tells the types of all parameters of a lambda; so with none. */
export function hasWrittenParameters(state: BodyState, lambda: OperationIndex): boolean {
  const source = state.operations[lambda];
  if (source?.kind !== 'lambda') return false;
  return source.parameters.every((parameter) => {
    const operation = state.operations[parameter];
    return operation?.kind === 'lambda-parameter' && operation.type !== null;
  });
}

/** Makes a lambda or method reference a value of an interface type and types its body. */
export function bindFunction(state: BodyState, operation: OperationIndex, target: ResolvedType): void {
  const pruned = prune(target);
  const found = functionOf(state.world, pruned);
  const wanted = found === 'unknown' ? null : found;
  state.unbound.delete(operation);
  if (wanted !== null) state.types[operation] = pruned;
  if (state.operations[operation]?.kind === 'lambda') bindLambda(state, operation, wanted);
  else state.bindReference(state, operation, wanted);
}

function bindLambda(state: BodyState, lambda: OperationIndex, wanted: FunctionType | null): void {
  const source = state.operations[lambda];
  if (source?.kind !== 'lambda') return;
  for (const [i, parameter] of source.parameters.entries()) {
    typeLambdaParameter(state, parameter, wanted?.parameters[i] ?? null);
  }
  typeLambdaBody(state, lambda);
  if (wanted === null || prune(wanted.returns).kind === 'void') return;
  const values = source.result === null ? (state.lambdas.returns.get(lambda) ?? []) : [source.result];
  for (const value of values) {
    coerce(state, value, wanted.returns);
    adopt(state, lambda, value);
  }
}

/** What still waits inside the result of a lambda waits for the call around the lambda. */
function adopt(state: BodyState, lambda: OperationIndex, value: OperationIndex): void {
  const list = takeWaiting(state, value);
  if (list.length > 0) state.waiting.set(lambda, [...(state.waiting.get(lambda) ?? []), ...list]);
}

function typeLambdaParameter(state: BodyState, parameter: OperationIndex, wanted: ResolvedType | null): void {
  const operation = state.operations[parameter];
  if (operation?.kind !== 'lambda-parameter') return;
  if (operation.type !== null) {
    const written = resolveTypeRef(state.world, state.scope, operation.type);
    if (wanted !== null) {
      constrain(inferenceOf(state), { formal: wanted, actual: written, place: 'argument' });
    }
    state.types[parameter] = written;
    return;
  }
  state.types[parameter] = wanted === null ? unknownType('lambda-without-target') : solved(wanted, 'bound');
}

/** Types the body of a lambda whose parameters have their types; at most once. */
export function typeLambdaBody(state: BodyState, lambda: OperationIndex): void {
  const source = state.operations[lambda];
  if (source?.kind !== 'lambda' || state.typedLambdas.has(lambda)) return;
  state.typedLambdas.add(lambda);
  const region = state.regions[source.region];
  if (region === undefined) return;
  if (state.depth >= MAX_LAMBDA_DEPTH) {
    leaveUnresolved(state, region.start, region.end);
    return;
  }
  state.depth++;
  state.typeRange(state, region.start, region.end);
  state.depth--;
}

function leaveUnresolved(state: BodyState, start: OperationIndex, end: OperationIndex): void {
  for (let i = start; i < end; i++) {
    const kind = state.operations[i]?.kind;
    if (kind === 'call' || kind === 'new' || kind === 'method-reference')
      unresolvedSite(state, i, { reason: 'too-deep', receiver: null });
  }
}
