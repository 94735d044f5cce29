import type { MethodId } from '../base/ids.ts';
import type { EntryPoint, SecurityView } from '../flow/security-view.ts';

/** Answers which methods an entry point can make run, over the call edges of the view; each entry point is walked once. */
export interface Reachability {
  has(entry: EntryPoint, method: MethodId): boolean;
  /** Whether one of the methods is reached. */
  any(entry: EntryPoint, methods: ReadonlySet<MethodId>): boolean;
  /** Whether a method that fits is reached. */
  some(entry: EntryPoint, fits: (method: MethodId) => boolean): boolean;
}

/** Makes the answers for one view. */
export function createReachability(view: SecurityView): Reachability {
  const known = new Map<MethodId, ReadonlySet<MethodId>>();
  const reachedBy = (entry: EntryPoint) => {
    const before = known.get(entry.handler);
    const reached = before ?? walk(view, entry.handler);
    if (before === undefined) known.set(entry.handler, reached);
    return reached;
  };
  return {
    has: (entry, method) => reachedBy(entry).has(method),
    any: (entry, methods) => [...reachedBy(entry)].some((method) => methods.has(method)),
    some: (entry, fits) => [...reachedBy(entry)].some(fits),
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
