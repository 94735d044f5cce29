import type { MethodId } from '../base/ids.ts';
import type { EntryPoint, SecurityView } from '../flow/security-view.ts';

/**
 * Answers which of many methods an entry point can make run, over the call edges of the view. Each question walks the calls back from
 * all of the methods once, for all entry points.
 */
export interface Reachability {
  /** Whether one of the methods is reached. */
  any(entry: EntryPoint, methods: ReadonlySet<MethodId>): boolean;
  /** Whether a method that fits is reached. */
  some(entry: EntryPoint, fits: (method: MethodId) => boolean): boolean;
}

type Goals = ReadonlySet<MethodId> | ((method: MethodId) => boolean);

/** Makes the answers for one view. */
export function createReachability(view: SecurityView): Reachability {
  const towards = new Map<Goals, (place: number) => boolean>();
  const leadsTo = ({ handler }: EntryPoint, goals: Goals, placesOf: () => readonly number[]) => {
    const leads = towards.get(goals) ?? view.leadingTo(placesOf());
    towards.set(goals, leads);
    return leads(view.placeOf(handler) ?? -1);
  };
  return {
    any: (entry, methods) =>
      methods.has(entry.handler) ||
      leadsTo(entry, methods, () => [...methods].flatMap((id) => view.placeOf(id) ?? [])),
    some: (entry, fits) =>
      fits(entry.handler) ||
      leadsTo(entry, fits, () => view.methods.flatMap(({ id }, place) => (fits(id) ? [place] : []))),
  };
}
