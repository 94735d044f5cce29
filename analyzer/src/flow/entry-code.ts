import type { Region } from '../facts/control-flow.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { ProgramMethod } from '../link/program.ts';
import type { EntryPoint } from '../models/labels.ts';
import type { CallGraph, Start } from './call-graph.ts';

/** The part of the handler's body that is meant where a lambda in it is the handler; undefined where all of it is. */
export function lambdaRegion(
  entry: Pick<EntryPoint, 'lambda'>,
  handler: ProgramMethod | undefined,
): Region | undefined {
  const body = handler?.declaration?.body;
  const lambda = entry.lambda === undefined ? undefined : body?.operations[entry.lambda];
  return lambda?.kind === 'lambda' ? body?.regions[lambda.region] : undefined;
}

/** Where a walk from the entry point begins; undefined for a handler that is no production code. */
export function startOf(graph: CallGraph, entry: Pick<EntryPoint, 'handler' | 'lambda'>): Start | undefined {
  const node = graph.indexOf(entry.handler);
  if (node === undefined) return undefined;
  const region = lambdaRegion(entry, graph.nodes[node]?.method);
  if (region === undefined) return { node };
  return { node, runs: (operation) => operation >= region.start && operation < region.end };
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
