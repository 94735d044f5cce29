import type { MethodId } from '../base/ids.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { CallSite } from '../link/program.ts';
import { GUARD_CATEGORIES, type GuardCategory } from '../models/kinds.ts';
import type { Guard } from '../models/labels.ts';
import type { CallGraph, GraphEdge, GraphNode } from './call-graph.ts';
import { type Dominance, dominanceOf } from './dominance.ts';

/** A set of guard categories as bits, in the order of `GUARD_CATEGORIES`. */
export type GuardMask = number;

/** The bit of a category. */
export function maskOf(category: GuardCategory): GuardMask {
  return 1 << GUARD_CATEGORIES.indexOf(category);
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
  before(
    node: number,
    operation: OperationIndex,
  ): { readonly mask: GuardMask; readonly guards: readonly Guard[] };
}

/** How often facts about "sure to be checked inside" are carried one call further up. */
const CARRY_PASSES = 6;

interface CallGuard {
  readonly operation: OperationIndex;
  readonly mask: GuardMask;
  readonly guards: readonly Guard[];
}

/** Sorts guards by carrier and carries checks up: a method that is sure to check something checks it for its callers. */
export function indexGuards(graph: CallGraph, guards: readonly Guard[]): GuardIndex {
  const entries = new Map<string, Guard[]>();
  const methods = new Map<MethodId, Guard[]>();
  const calls = new Map<MethodId, Guard[]>();
  for (const guard of guards) {
    if (guard.carrier.kind === 'entry') append(entries, guard.carrier.entry, guard);
    else append(guard.carrier.kind === 'method' ? methods : calls, guard.carrier.method, guard);
  }
  const dominances = new Map<number, Dominance>();
  const dominance = (node: GraphNode) => {
    const body = node.method.declaration?.body;
    if (!body) return undefined;
    const known = dominances.get(node.index) ?? dominanceOf(body);
    dominances.set(node.index, known);
    return known;
  };
  const own = graph.nodes.map((node) => ownCallGuards(calls.get(node.method.id) ?? []));
  const met = carryUp(graph, own, methods, dominance);
  return {
    atEntry: (entry) => entries.get(entry) ?? [],
    onMethod: (id) => methods.get(id) ?? [],
    before: (index, operation) => {
      const node = graph.nodes[index];
      const order = node && dominance(node);
      const found = order
        ? (met[index] ?? []).filter((guard) => order.dominates(guard.operation, operation))
        : [];
      return {
        mask: found.reduce((mask, guard) => mask | guard.mask, 0),
        guards: found.flatMap((guard) => guard.guards),
      };
    },
  };
}

function append<K>(map: Map<K, Guard[]>, key: K, guard: Guard): void {
  const list = map.get(key);
  if (list) list.push(guard);
  else map.set(key, [guard]);
}

function ownCallGuards(guards: readonly Guard[]): CallGuard[] {
  return guards.flatMap((guard) =>
    guard.carrier.kind === 'call'
      ? [{ operation: guard.carrier.operation, mask: maskOf(guard.category), guards: [guard] }]
      : [],
  );
}

/** For each node the call guards of its body, own ones first, then calls to methods that are sure to check. */
function carryUp(
  graph: CallGraph,
  own: readonly (readonly CallGuard[])[],
  onMethods: ReadonlyMap<MethodId, readonly Guard[]>,
  dominance: (node: GraphNode) => Dominance | undefined,
): readonly (readonly CallGuard[])[] {
  const sure: (readonly Guard[])[] = graph.nodes.map(() => []);
  let met = own;
  for (let pass = 0; pass < CARRY_PASSES; pass++) {
    met = graph.nodes.map((node, index) => [
      ...(own[index] ?? []),
      ...calledGuards(graph, node, sure, onMethods),
    ]);
    let changed = false;
    for (const node of graph.nodes) {
      const found = sureGuards(node, met[node.index] ?? [], dominance);
      if (found.length === sure[node.index]?.length) continue;
      sure[node.index] = found;
      changed = true;
    }
    if (!changed) break;
  }
  return met;
}

/** What the calls of a body are sure to check, whichever of their targets runs. */
function calledGuards(
  graph: CallGraph,
  node: GraphNode,
  sure: readonly (readonly Guard[])[],
  onMethods: ReadonlyMap<MethodId, readonly Guard[]>,
): CallGuard[] {
  const bySite = new Map<CallSite, Guard[][]>();
  for (const edge of node.edges) {
    const target = graph.nodes[edge.to]?.method;
    if (!target || target.declaration?.body === null || runsBesides(edge, graph.nodes)) continue;
    const checks = [...(sure[edge.to] ?? []), ...(onMethods.get(target.id) ?? [])];
    const alternatives = bySite.get(edge.site);
    if (alternatives) alternatives.push(checks);
    else bySite.set(edge.site, [checks]);
  }
  const found: CallGuard[] = [];
  for (const [{ operation }, alternatives] of bySite) {
    const masks = alternatives.map((checks) =>
      checks.reduce((mask, guard) => mask | maskOf(guard.category), 0),
    );
    const mask = masks.reduce((all, one) => all & one, masks[0] ?? 0);
    if (mask === 0) continue;
    const guards = (alternatives[0] ?? []).filter((guard) => (maskOf(guard.category) & mask) !== 0);
    found.push({ operation, mask, guards });
  }
  return found;
}

/**
 * What a framework runs beside a call, in another thread or afterwards, has checked nothing for the caller. Only what is
 * certain to run before a method is entered has.
 */
function runsBesides({ site, to, confidence }: GraphEdge, nodes: CallGraph['nodes']): boolean {
  const passes = site.targets.find(({ method }) => method === nodes[to]?.method.id)?.passes;
  return passes !== undefined && (site.operation >= 0 || confidence !== 'certain');
}

function sureGuards(
  node: GraphNode,
  met: readonly CallGuard[],
  dominance: (node: GraphNode) => Dominance | undefined,
): readonly Guard[] {
  if (met.length === 0) return [];
  const order = dominance(node);
  if (!order) return [];
  const guards = met
    .filter((guard) => order.isUnconditional(guard.operation))
    .flatMap((guard) => guard.guards);
  return [...new Set(guards)];
}
