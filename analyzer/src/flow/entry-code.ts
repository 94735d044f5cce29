import type { OperationIndex } from '../facts/operations.ts';
import type { ProgramMethod } from '../link/program.ts';
import type { EntryPoint } from '../models/labels.ts';

/** Whether an operation of the handler runs for the entry point: all of them do, unless a lambda in it is the handler. */
export function runsFor(
  entry: Pick<EntryPoint, 'lambda'>,
  handler: ProgramMethod | undefined,
): (operation: OperationIndex) => boolean {
  const body = handler?.declaration?.body;
  const lambda = entry.lambda === undefined ? undefined : body?.operations[entry.lambda];
  const region = lambda?.kind === 'lambda' ? body?.regions[lambda.region] : undefined;
  if (region === undefined) return () => true;
  return (operation) => operation >= region.start && operation < region.end;
}

/** The operation that is a parameter of a handler that is a lambda; undefined where the handler is a method. */
export function lambdaParameter(
  entry: Pick<EntryPoint, 'lambda'>,
  handler: ProgramMethod,
  position: number,
): OperationIndex | undefined {
  const lambda = entry.lambda === undefined ? undefined : handler.declaration?.body?.operations[entry.lambda];
  return lambda?.kind === 'lambda' ? lambda.parameters[position] : undefined;
}
