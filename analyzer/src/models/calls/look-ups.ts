import type { MethodId } from '../../base/ids.ts';
import type { OperationIndex } from '../../facts/operations.ts';
import type { SinkKind } from '../kinds.ts';
import type { CallRole, CallRoles, Sink } from '../labels.ts';

/** Operations whose answer somebody else has written: another server, a directory, a program, who wrote a file. */
const ANSWERED_BY_OTHERS: ReadonlySet<SinkKind> = new Set(['http', 'ldap', 'exec', 'fs']);

/**
 * Adds to the roles of reads from a store: what comes out was put there before, whatever it was asked by. An answer of somebody
 * else still depends on what was asked, but is not that text, and so no script that the caller has written.
 */
export function withLookUps(roles: CallRoles, sinks: readonly Sink[]): CallRoles {
  const found = new Map<MethodId, Map<OperationIndex, readonly CallRole[]>>();
  for (const [id, ofMethod] of roles) found.set(id, new Map(ofMethod));
  for (const sink of sinks) {
    const role = answerOf(sink);
    if (role === null) continue;
    const ofMethod = found.get(sink.method) ?? new Map<OperationIndex, readonly CallRole[]>();
    ofMethod.set(sink.operationIndex, [...(ofMethod.get(sink.operationIndex) ?? []), role]);
    found.set(sink.method, ofMethod);
  }
  return found;
}

function answerOf({ kind, action, dangers }: Sink): CallRole | null {
  if (kind === 'db' && action === 'read') return { role: 'look-up' };
  const isQuery = dangers.some(({ taint }) => taint === 'xpath');
  if (!isQuery && !ANSWERED_BY_OTHERS.has(kind)) return null;
  return { role: 'answer' };
}
