import type { MethodId } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { CallRole, CallRoles, Sink } from '../labels.ts';

/** Adds to the roles of reads from a store: what comes out was put there before, whatever it was asked by. */
export function withLookUps(roles: CallRoles, sinks: readonly Sink[]): CallRoles {
  const found = new Map<MethodId, Map<OperationIndex, readonly CallRole[]>>();
  for (const [id, ofMethod] of roles) found.set(id, new Map(ofMethod));
  for (const { kind, action, method, operationIndex } of sinks) {
    if (kind !== 'db' || action !== 'read') continue;
    const ofMethod = found.get(method) ?? new Map<OperationIndex, readonly CallRole[]>();
    ofMethod.set(operationIndex, [...(ofMethod.get(operationIndex) ?? []), { role: 'look-up' }]);
    found.set(method, ofMethod);
  }
  return found;
}
