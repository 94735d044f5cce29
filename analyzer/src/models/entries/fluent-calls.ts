import type { Operation, OperationIndex } from '../../facts/operations.ts';
import type { ProgramMethod } from '../../link/program.ts';
import type { CallFacts } from '../match/call-facts.ts';
import { callKinds } from '../match/call-kinds.ts';
import type { MatchTools } from '../match/match-tools.ts';

/** Calls in one chain. */
const LONGEST_CHAIN = 1_000;

/**
 * Calls that nobody could resolve because a library call before them in the chain has an unknown result, described as
 * calls on what the chain starts on.
 */
export function fluentCalls(tools: MatchTools, method: ProgramMethod): readonly CallFacts[] {
  if (!method.calls.some(({ resolution }) => resolution.status === 'unresolved')) return [];
  const operations = method.declaration?.body?.operations ?? [];
  const outside = new Map(tools.outsideCalls(method).map((call) => [call.site.operation, call]));
  if (outside.size === 0) return [];
  // Operands come first, so the start of each chain is known before what hangs on it.
  const starts = new Map<OperationIndex, CallFacts>(outside);
  return method.calls.flatMap((site) => {
    const operation = operations[site.operation];
    if (site.resolution.status !== 'unresolved' || outside.has(site.operation)) return [];
    const start = chainStart(operations, starts, operation);
    if (operation?.kind !== 'call' || start === undefined || starts.size > LONGEST_CHAIN) return [];
    starts.set(site.operation, start);
    return [
      {
        site,
        caller: method,
        kind: callKinds(tools.program).of(operation.name, start.owners),
        owners: start.owners,
        member: operation.name,
        args: operation.args,
        receiver: operation.object,
        declared: null,
      },
    ];
  });
}

function chainStart(
  operations: readonly Operation[],
  starts: ReadonlyMap<OperationIndex, CallFacts>,
  operation: Operation | undefined,
): CallFacts | undefined {
  if (operation?.kind !== 'call' || operation.object === null) return undefined;
  const before = operations[operation.object];
  return before?.kind === 'call' ? starts.get(operation.object) : undefined;
}
