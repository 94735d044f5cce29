import type { TypeName } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import { prune } from '../inference.ts';
import type { CallResolution, CallTarget } from '../program.ts';
import type { ResolvedType, UnknownReason } from '../resolved-type.ts';
import { classType, unknownType } from '../types.ts';
import type { BodyState } from './body-state.ts';

/** Writes down what became of a call, `new`, constructor call or method reference. */
export function recordSite(
  state: BodyState,
  operation: OperationIndex,
  found: {
    readonly receiver: ResolvedType | null;
    readonly resolution: CallResolution;
    readonly targets: readonly CallTarget[];
  },
): void {
  const source = state.operations[operation];
  const line = source?.line ?? 0;
  state.sites[operation] = {
    caller: state.method.id,
    operation,
    file: state.file.input.facts.path,
    line,
    nameLine: source?.kind === 'call' ? source.nameLine : line,
    name: siteName(state, operation),
    receiver: found.receiver,
    resolution: found.resolution,
    targets: found.targets,
  };
}

function siteName(state: BodyState, operation: OperationIndex): string {
  const source = state.operations[operation];
  switch (source?.kind) {
    case 'call':
      return source.name;
    case 'method-reference':
      return `::${source.name}`;
    case 'constructor-call':
      return source.target;
    default:
      return 'new';
  }
}

/** Records a call without targets; gives the type of its value, which is not known. */
export function unresolvedSite(
  state: BodyState,
  operation: OperationIndex,
  why: UnknownReason | { readonly reason: UnknownReason; readonly receiver: ResolvedType },
): ResolvedType {
  const { reason, receiver } = typeof why === 'string' ? { reason: why, receiver: null } : why;
  recordSite(state, operation, { receiver, resolution: { status: 'unresolved', reason }, targets: [] });
  return unknownType(reason);
}

/**
 * Records a call of something outside of which no signature is held; gives the type of its value, which is known only where
 * a model says it.
 */
export function outsideSite(
  state: BodyState,
  operation: OperationIndex,
  call: { readonly owner: ResolvedType; readonly member: string },
): ResolvedType {
  const owner = prune(call.owner);
  if (owner.kind !== 'class') {
    return unresolvedSite(state, operation, { reason: 'receiver-unknown', receiver: owner });
  }
  const given = state.world.results.get(`${owner.name}#${call.member}`);
  const returnType =
    given === undefined
      ? unknownType('external-member')
      : given === 'itself'
        ? owner
        : classType(given as TypeName);
  recordSite(state, operation, {
    receiver: owner,
    resolution: {
      status: 'external',
      owner: owner.name,
      member: call.member,
      parameterTypes: null,
      returnType,
    },
    targets: [],
  });
  return returnType;
}
