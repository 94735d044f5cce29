import { typeName } from '../../../base/ids.ts';
import type { Operation, OperationIndex } from '../../../facts/operations.ts';
import type { ProgramMethod } from '../../../link/program.ts';
import type { CallFacts } from '../../match/call-facts.ts';
import { callKinds } from '../../match/call-kinds.ts';
import type { MatchTools } from '../../match/match-tools.ts';

/** Calls in one chain. */
const LONGEST_CHAIN = 200;

/**
 * The lookups as they are for one lambda whose parameters have types that a row tells, where the library that calls it is too old
 * for its signatures to be known: calls on a parameter, and in a chain behind one, are calls on its type.
 */
export function withGivenTypes(
  tools: MatchTools,
  { method, lambda }: { readonly method: ProgramMethod; readonly lambda: OperationIndex },
  types: readonly string[],
): MatchTools {
  const operations = method.declaration?.body?.operations ?? [];
  const written = operations[lambda];
  if (written?.kind !== 'lambda') return tools;
  const known = tools.outsideCalls(method);
  const described = new Set(known.map(({ site }) => site.operation));
  const told = method.calls.flatMap((site): readonly CallFacts[] => {
    const call = operations[site.operation];
    if (call?.kind !== 'call' || described.has(site.operation) || site.targets.length > 0) return [];
    const type = types[written.parameters.indexOf(startOf(operations, call.object))];
    if (type === undefined) return [];
    const kind = callKinds(tools.program).of(call.name, [typeName(type)]);
    const { args, object: receiver } = call;
    const { owners } = kind;
    return [{ site, caller: method, kind, owners, member: call.name, args, receiver, declared: null }];
  });
  if (told.length === 0) return tools;
  const all = [...known, ...told].sort((left, right) => left.site.operation - right.site.operation);
  const byOperation = new Map(all.map((call) => [call.site.operation, call]));
  return {
    ...tools,
    outsideCalls: (asked) => (asked === method ? all : tools.outsideCalls(asked)),
    callAt: (asked, operation) =>
      asked === method ? byOperation.get(operation) : tools.callAt(asked, operation),
  };
}

/** The parameter that a chain of calls starts on; -1 for others. */
function startOf(operations: readonly Operation[], object: OperationIndex | null): OperationIndex {
  let at = object;
  for (let step = 0; at !== null && step < LONGEST_CHAIN; step += 1) {
    const here: Operation | undefined = operations[at];
    if (here?.kind === 'local') return here.declaration;
    at = here?.kind === 'call' ? here.object : null;
  }
  return -1;
}
