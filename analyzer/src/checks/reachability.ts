import { BitSet } from '../base/bit-set.ts';
import { reachOf } from '../base/condensed-reach.ts';
import type { MethodId } from '../base/ids.ts';
import type { EntryPoint, SecurityView } from '../flow/security-view.ts';

/**
 * Answers which methods an entry point can make run, over the call edges of the view. A question about many methods walks the calls
 * back from all of them once, for all entry points; one about a single method walks once from all entry points together.
 */
export interface Reachability {
  has(entry: EntryPoint, method: MethodId): boolean;
  /** Whether one of the methods is reached. */
  any(entry: EntryPoint, methods: ReadonlySet<MethodId>): boolean;
  /** Whether a method that fits is reached. */
  some(entry: EntryPoint, fits: (method: MethodId) => boolean): boolean;
}

/** The methods of a view by dense numbers: those that it has, those that they call, and the handlers. */
interface NumberedCalls {
  readonly numbers: ReadonlyMap<MethodId, number>;
  readonly ids: readonly MethodId[];
  readonly callers: readonly (readonly number[])[];
  /** The handlers of entry points by their places among the starts that `isAhead` knows. */
  readonly handlers: ReadonlyMap<MethodId, number>;
  readonly isAhead: (start: number, method: number) => boolean;
}

const numberedViews = new WeakMap<SecurityView, NumberedCalls>();

/** Makes the answers for one view. */
export function createReachability(view: SecurityView): Reachability {
  const known = numberedViews.get(view) ?? numberCalls(view);
  numberedViews.set(view, known);
  const { numbers, ids, callers, handlers, isAhead } = known;
  const towards = new Map<ReadonlySet<MethodId> | ((method: MethodId) => boolean), BitSet>();
  const numberOf = (method: MethodId) => numbers.get(method) ?? -1;
  const leadsTo = (
    entry: EntryPoint,
    goals: Parameters<typeof towards.get>[0],
    isGoal: (method: MethodId) => boolean,
  ) => {
    const before = towards.get(goals);
    const leading =
      before ??
      spread(
        ids.flatMap((id, number) => (isGoal(id) ? [number] : [])),
        callers,
      );
    if (before === undefined) towards.set(goals, leading);
    return isGoal(entry.handler) || leading.has(numberOf(entry.handler));
  };
  return {
    has: ({ handler }, method) => {
      const start = handlers.get(handler);
      return handler === method || (start !== undefined && isAhead(start, numberOf(method)));
    },
    any: (entry, methods) => leadsTo(entry, methods, (method) => methods.has(method)),
    some: (entry, fits) => leadsTo(entry, fits, fits),
  };
}

function numberCalls(view: SecurityView): NumberedCalls {
  const numbers = new Map<MethodId, number>();
  const numberOf = (id: MethodId) => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  };
  const calls = view.methods.map(({ id }) => ({ from: numberOf(id), to: [] as number[] }));
  const handlers = new Map<MethodId, number>();
  for (const { handler } of view.entryPoints) {
    numberOf(handler);
    if (!handlers.has(handler)) handlers.set(handler, handlers.size);
  }
  view.methods.forEach((method, index) => {
    for (const { target } of method.calls) calls[index]?.to.push(numberOf(target));
  });
  const ids = [...numbers.keys()];
  const [ahead, back]: [number[][], number[][]] = [ids.map(() => []), ids.map(() => [])];
  for (const { from, to } of calls) {
    ahead[from] = to;
    for (const called of to) back[called]?.push(from);
  }
  const graph = { size: ids.length, ahead: (node: number) => ahead[node] ?? [] };
  const isAhead = reachOf(graph, [...handlers.keys()].map(numberOf));
  return { numbers, ids, callers: back, handlers, isAhead };
}

/** All that lies ahead of the starts, and the starts. Linear in the edges. */
function spread(starts: readonly number[], ahead: readonly (readonly number[])[]): BitSet {
  const reached = new BitSet(ahead.length);
  const open = starts.filter((start) => reached.add(start));
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    for (const next of ahead[number] ?? []) if (reached.add(next)) open.push(next);
  }
  return reached;
}
