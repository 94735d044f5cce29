import type { Body, OperationIndex } from '../../../facts/operations.ts';
import { BodyRegions } from '../code/body-regions.ts';

/** A return of a method with what leads to it. */
export interface MethodAnswer {
  readonly value: OperationIndex;
  /** Where it is written out; undefined where the method computes it. */
  readonly fixed: boolean | undefined;
  /** Branches that it stands in, innermost first. */
  readonly conditions: readonly { readonly condition: OperationIndex; readonly holds: boolean }[];
  /** No return stands before it, and no branch around it. */
  readonly isOnlyOne: boolean;
}

/** The values that a method returns, in the order of its code; functions inside are none of them. */
export function answersOf(body: Body): readonly MethodAnswer[] {
  const regions = new BodyRegions(body);
  const answers: MethodAnswer[] = [];
  for (const [at, operation] of body.operations.entries()) {
    if (operation.kind !== 'return' || operation.value === null) continue;
    const around = regions.around(at, 0);
    if (around.some(({ kind }) => kind === 'lambda')) continue;
    const value = body.operations[operation.value];
    answers.push({
      value: operation.value,
      fixed: value?.kind === 'literal' ? value.value === 'true' : undefined,
      conditions: around.flatMap(({ kind, condition }) =>
        (kind === 'then' || kind === 'else') && condition !== undefined
          ? [{ condition, holds: kind === 'then' }]
          : [],
      ),
      isOnlyOne: around.length === 0 && answers.length === 0,
    });
  }
  return answers;
}
