import type { OperationIndex } from '../../facts/operations.ts';
import type { Program, ProgramMethod } from '../../link/program.ts';

/** Whether all that a region of a body answers is the constant `true`: an expression body, or each `return` in it. */
export function answersTrue(
  program: Program,
  method: ProgramMethod,
  { region, result }: { readonly region: number; readonly result: OperationIndex | null },
): boolean {
  const isTrue = (operation: OperationIndex) => {
    const value = program.evaluateOperation(method, operation);
    return value.kind === 'boolean' && value.value;
  };
  if (result !== null) return isTrue(result);
  const body = method.declaration?.body;
  const within = body?.regions[region];
  if (body == null || within === undefined) return false;
  const answers = body.operations
    .slice(within.start, within.end)
    .flatMap((operation) =>
      operation.kind === 'return' && operation.value !== null ? [operation.value] : [],
    );
  return answers.length > 0 && answers.every(isTrue);
}
