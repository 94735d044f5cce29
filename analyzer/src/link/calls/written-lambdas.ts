import type { OperationIndex } from '../../facts/operations.ts';
import { resolveTypeRef } from '../name-scope.ts';
import type { BodyState } from './body-state.ts';
import { hasWrittenParameters, typeLambdaBody } from './expectations.ts';

/**
 * Types the bodies of lambdas whose parameters are all written (or absent) before the call they are passed to is
 * resolved: what they give takes part in choosing the method (JLS 15.12.2.2).
 */
export function resolveWrittenLambdas(state: BodyState, args: readonly OperationIndex[]): void {
  if (state.unbound.size === 0) return;
  for (let i = 0; i < args.length; i++) {
    const argument = args[i];
    if (argument !== undefined && state.operations[argument]?.kind === 'lambda') resolve(state, argument);
  }
}

function resolve(state: BodyState, lambda: OperationIndex): void {
  const operation = state.operations[lambda];
  if (operation?.kind !== 'lambda' || !hasWrittenParameters(state, lambda)) return;
  for (const parameter of operation.parameters) {
    const declared = state.operations[parameter];
    if (declared?.kind === 'lambda-parameter' && declared.type !== null) {
      state.types[parameter] = resolveTypeRef(state.world, state.scope, declared.type);
    }
  }
  typeLambdaBody(state, lambda);
}
