import { BitSet } from '../base/bit-set.ts';
import { reachOf } from '../base/condensed-reach.ts';
import type { MethodId } from '../base/ids.ts';
import { NOTHING } from '../base/lists.ts';
import type { EntryPoint, MethodSummary, SecurityView } from './security-view.ts';

type SummaryCalls = Pick<SecurityView, 'method' | 'placeOf' | 'leadingTo' | 'runs'>;

/**
 * Questions about methods by their ids, and about the calls between them. Everything is looked up in the summaries, so that nothing
 * here leads to the program; who has numbered the methods like that knows their places.
 */
export function createSummaryCalls(
  methods: readonly MethodSummary[],
  entryPoints: readonly EntryPoint[],
  placeOf: SecurityView['placeOf'] = placesIn(methods),
): SummaryCalls {
  let callers: readonly (readonly number[])[] | null = null;
  return {
    method: (id) => methods[placeOf(id) ?? -1],
    placeOf,
    leadingTo: (goals) => {
      callers ??= callersIn(methods, placeOf);
      const reached = spread(goals, callers);
      return (place) => reached.has(place);
    },
    runs: runTest(methods, entryPoints, placeOf),
  };
}

function placesIn(methods: readonly MethodSummary[]): SecurityView['placeOf'] {
  const places = new Map(methods.map(({ id }, place) => [id, place]));
  return (id) => places.get(id);
}

/** All that lies ahead of the starts, and the starts. */
function spread(starts: readonly number[], ahead: readonly (readonly number[])[]): BitSet {
  const reached = new BitSet(ahead.length);
  const open = starts.filter((start) => reached.add(start));
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const next = ahead[place] ?? NOTHING;
    for (let i = 0; i < next.length; i++) {
      const each = next[i] as number;
      if (reached.add(each)) open.push(each);
    }
  }
  return reached;
}

/** For each method the places of those that call it. Of methods that share an id, which code that does not compile has, the last one calls for all of them. */
function callersIn(
  methods: readonly MethodSummary[],
  placeOf: SecurityView['placeOf'],
): readonly (readonly number[])[] {
  const callers: number[][] = methods.map(() => []);
  for (const { id, calls } of methods) {
    const from = calls.length === 0 ? undefined : placeOf(id);
    if (from === undefined) continue;
    for (let i = 0; i < calls.length; i++) callers[calls[i]?.to ?? -1]?.push(from);
  }
  return callers;
}

/** All entry points are followed together, when the first question comes. */
function runTest(
  methods: readonly MethodSummary[],
  entryPoints: readonly EntryPoint[],
  placeOf: SecurityView['placeOf'],
): SecurityView['runs'] {
  const starts = new Map<MethodId, number>();
  const handlers: number[] = [];
  for (const { handler } of entryPoints) {
    const place = placeOf(handler);
    if (place === undefined || starts.has(handler)) continue;
    starts.set(handler, handlers.length);
    handlers.push(place);
  }
  const ahead = (place: number) => methods[place]?.calls.map(({ to }) => to) ?? NOTHING;
  const isAhead = reachOf({ size: methods.length, ahead }, handlers);
  return (handler, method) => {
    if (handler === method) return true;
    const start = starts.get(handler);
    const place = placeOf(method);
    return start !== undefined && place !== undefined && isAhead(start, place);
  };
}
