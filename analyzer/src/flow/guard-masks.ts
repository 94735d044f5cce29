import type { MethodId } from '../base/ids.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { CallSite } from '../link/program.ts';
import { GUARD_CATEGORIES, type GuardCategory } from '../models/kinds.ts';
import type { Guard } from '../models/labels.ts';
import type { CallGraph, GraphEdge } from './call-graph.ts';
import { type Dominance, dominanceOf } from './dominance.ts';

/** A set of guard categories as bits, in the order of `GUARD_CATEGORIES`. */
export type GuardMask = number;

/** The bit of a category. */
export function maskOf(category: GuardCategory): GuardMask {
  return 1 << GUARD_CATEGORIES.indexOf(category);
}

/** The categories of guards. */
export function maskOfAll(guards: readonly Guard[]): GuardMask {
  let mask: GuardMask = 0;
  for (const guard of guards) mask |= maskOf(guard.category);
  return mask;
}

/** Categories of a mask in their own order. */
export function categoriesOf(mask: GuardMask): GuardCategory[] {
  return GUARD_CATEGORIES.filter((category) => (mask & maskOf(category)) !== 0);
}

/** How many categories a mask holds. */
export function countOf(mask: GuardMask): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Guards of a program by where they act. */
export interface GuardIndex {
  atEntry(entry: string): readonly Guard[];
  /** Met whenever the method is entered. */
  onMethod(id: MethodId): readonly Guard[];
  /** Sure to have been met in the node's own body when the operation runs, including what earlier calls are sure to check. */
  before(node: number, operation: OperationIndex): MetGuards;
}

export interface MetGuards {
  readonly mask: GuardMask;
  /** Own ones all, of what calls check one for each category. */
  readonly guards: readonly Guard[];
}

/** Guards that an operation of a body meets when it runs. */
interface CallGuard {
  readonly operation: OperationIndex;
  readonly guards: readonly Guard[];
}

const NOTHING: MetGuards = { mask: 0, guards: [] };
const NO_GUARDS: readonly Guard[] = [];

/** Sorts guards by carrier and carries checks up: a method that is sure to check something checks it for its callers. */
export function indexGuards(graph: CallGraph, guards: readonly Guard[]): GuardIndex {
  const carriers = sortByCarrier(guards);
  const dominances = new Map<number, Dominance>();
  const orderOf = (node: number): Dominance | undefined => {
    const body = graph.nodes[node]?.method.declaration?.body;
    const known = dominances.get(node) ?? (body ? dominanceOf(body) : undefined);
    if (known) dominances.set(node, known);
    return known;
  };
  const met = carryUp(graph, carriers, orderOf);
  return {
    atEntry: (entry) => carriers.entries.get(entry) ?? NO_GUARDS,
    onMethod: (id) => carriers.methods.get(id) ?? NO_GUARDS,
    before: (node, operation) => {
      const inBody = met[node] ?? [];
      const order = inBody.length === 0 ? undefined : orderOf(node);
      if (!order) return NOTHING;
      const found = inBody
        .filter((guard) => order.dominates(guard.operation, operation))
        .flatMap((guard) => guard.guards);
      return { mask: maskOfAll(found), guards: found };
    },
  };
}

interface Carriers {
  readonly entries: ReadonlyMap<string, readonly Guard[]>;
  readonly methods: ReadonlyMap<MethodId, readonly Guard[]>;
  readonly calls: ReadonlyMap<MethodId, readonly CallGuard[]>;
}

function sortByCarrier(guards: readonly Guard[]): Carriers {
  const entries = new Map<string, Guard[]>();
  const methods = new Map<MethodId, Guard[]>();
  const calls = new Map<MethodId, CallGuard[]>();
  for (const guard of guards) {
    const { carrier } = guard;
    if (carrier.kind === 'entry') append(entries, carrier.entry, guard);
    else if (carrier.kind === 'method') append(methods, carrier.method, guard);
    else append(calls, carrier.method, { operation: carrier.operation, guards: [guard] });
  }
  return { entries, methods, calls };
}

function append<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/**
 * For each node the guards of its body, own ones first, then those of calls to methods that are sure to check. Works
 * until nothing changes: what a method is sure to check only grows, by at most one guard a category.
 */
function carryUp(
  graph: CallGraph,
  carriers: Carriers,
  orderOf: (node: number) => Dominance | undefined,
): readonly (readonly CallGuard[])[] {
  const own = graph.nodes.map(({ method }) => carriers.calls.get(method.id) ?? []);
  const met: (readonly CallGuard[])[] = [...own];
  const sure: (readonly Guard[])[] = graph.nodes.map(({ method }) => carriers.methods.get(method.id) ?? []);
  const callers = callersOf(graph);
  const pending = new Set(
    graph.nodes.flatMap(({ index }) => [
      ...(own[index]?.length ? [index] : []),
      ...(sure[index]?.length ? (callers[index] ?? []) : []),
    ]),
  );
  for (const node of pending) {
    pending.delete(node);
    met[node] = [...(own[node] ?? []), ...calledGuards(graph, node, sure)];
    const before = maskOfAll(sure[node] ?? []);
    const added = sureGuards(met[node] ?? [], orderOf(node)).filter(
      (guard) => (before & maskOf(guard.category)) === 0,
    );
    if (added.length === 0) continue;
    sure[node] = oneOfEach([...(sure[node] ?? []), ...added]);
    for (const caller of callers[node] ?? []) pending.add(caller);
  }
  return met;
}

function callersOf(graph: CallGraph): readonly (readonly number[])[] {
  const callers: number[][] = graph.nodes.map(() => []);
  for (const { edges } of graph.nodes) for (const { from, to } of edges) callers[to]?.push(from);
  return callers;
}

/** What the calls of a body are sure to check, whichever of their targets runs. */
function calledGuards(graph: CallGraph, node: number, sure: readonly (readonly Guard[])[]): CallGuard[] {
  const alternatives = new Map<CallSite, number[]>();
  for (const edge of graph.nodes[node]?.edges ?? []) {
    const target = graph.nodes[edge.to]?.method;
    if (!target || target.declaration?.body === null || runsBesides(edge, target.id)) continue;
    append(alternatives, edge.site, edge.to);
  }
  return [...alternatives].flatMap(([{ operation }, targets]) => {
    const common = targets.reduce((mask, target) => mask & maskOfAll(sure[target] ?? []), ~0);
    if (common === 0) return [];
    const first = sure[targets[0] ?? -1] ?? [];
    return [{ operation, guards: first.filter((guard) => (maskOf(guard.category) & common) !== 0) }];
  });
}

/**
 * What a framework runs beside a call, in another thread or afterwards, has checked nothing for the caller. Only what is
 * certain to run before a method is entered has.
 */
function runsBesides({ site, confidence }: GraphEdge, target: MethodId): boolean {
  const passes = site.targets.find(({ method }) => method === target)?.passes;
  return passes !== undefined && (site.operation >= 0 || confidence !== 'certain');
}

function sureGuards(met: readonly CallGuard[], order: Dominance | undefined): readonly Guard[] {
  if (!order) return [];
  return met.filter(({ operation }) => order.isUnconditional(operation)).flatMap(({ guards }) => guards);
}

function oneOfEach(guards: readonly Guard[]): readonly Guard[] {
  const first = new Map<GuardCategory, Guard>();
  for (const guard of guards) if (!first.has(guard.category)) first.set(guard.category, guard);
  return [...first.values()];
}
