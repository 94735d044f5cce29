import type { MethodId } from '../base/ids.ts';
import type { EntryPoint, SecurityView } from '../flow/security-view.ts';

/** Tells which methods an entry point can make run, over the call edges of the view; each entry point is walked once. */
export function createReachability(view: SecurityView): (entry: EntryPoint, method: MethodId) => boolean {
  const known = new Map<MethodId, ReadonlySet<MethodId>>();
  return (entry, method) => {
    let reached = known.get(entry.handler);
    if (reached === undefined) {
      reached = walk(view, entry.handler);
      known.set(entry.handler, reached);
    }
    return reached.has(method);
  };
}

function walk(view: SecurityView, start: MethodId): ReadonlySet<MethodId> {
  const reached = new Set<MethodId>([start]);
  // A set grows while it is walked, and the new ones come last.
  for (const id of reached) {
    for (const call of view.method(id)?.calls ?? []) reached.add(call.target);
  }
  return reached;
}
