import type { MethodId } from '../base/ids.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { CallSite } from '../link/program.ts';
import { type CheckedDanger, GUARD_CATEGORIES, type GuardCategory, TAINT_KINDS } from '../models/kinds.ts';
import type { Guard, Sink } from '../models/labels.ts';
import { type CallGraph, callersIn, type GraphEdge, type GraphNode, type NumberLists } from './call-graph.ts';
import { type Dominance, dominanceOf } from './dominance.ts';

/**
 * A set of guard categories as bits, in the order of `GUARD_CATEGORIES`; above them the dangers that the sanitizers among
 * them remove, in the order of `TAINT_KINDS`: what is safe to show on a page is not safe in a query.
 */
export type GuardMask = number;

const CATEGORIES: GuardMask = (1 << GUARD_CATEGORIES.length) - 1;
const DANGERS: GuardMask = ((1 << TAINT_KINDS.length) - 1) << GUARD_CATEGORIES.length;

/** The bit of a category. */
export function maskOf(category: GuardCategory): GuardMask {
  return 1 << GUARD_CATEGORIES.indexOf(category);
}

/** The categories of guards, with the dangers that sanitizers among them remove. */
export function maskOfAll(guards: readonly Guard[]): GuardMask {
  let mask: GuardMask = 0;
  for (const guard of guards) mask |= maskOfGuard(guard);
  return mask;
}

function maskOfGuard({ category, cleans, against }: Guard): GuardMask {
  if (category !== 'sanitization') return maskOf(category);
  const kinds = cleans ?? against ?? 'all';
  return maskOf(category) | (kinds === 'all' ? DANGERS : dangersMask(kinds));
}

function dangersMask(kinds: readonly CheckedDanger[]): GuardMask {
  let mask: GuardMask = 0;
  for (const kind of kinds) {
    const whole = kind === 'path-way-up' || kind === 'path-from-root' ? 'path' : kind;
    mask |= 1 << (GUARD_CATEGORIES.length + TAINT_KINDS.indexOf(whole));
  }
  return mask;
}

/** What of a mask protects an operation: sanitization for another danger than its own does not. */
export function protecting(mask: GuardMask, { dangers }: Pick<Sink, 'dangers'>): GuardMask {
  const own = dangersMask(dangers.map(({ taint }) => taint));
  const isForeign = own !== 0 && (mask & own) === 0;
  return isForeign ? mask & ~maskOf('sanitization') : mask;
}

/** Categories of a mask in their own order. */
export function categoriesOf(mask: GuardMask): GuardCategory[] {
  return GUARD_CATEGORIES.filter((category) => (mask & maskOf(category)) !== 0);
}

/** How many categories a mask holds. */
export function countOf(mask: GuardMask): number {
  let count = 0;
  for (let rest = mask & CATEGORIES; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Guards of a program by where they act. */
export interface GuardIndex {
  atEntry(entry: string): readonly Guard[];
  /** Met whenever the method is entered. */
  onMethod(id: MethodId): readonly Guard[];
  /** Sure to have been met in the node's own body, from `since` on, when the operation runs, including what earlier calls are sure to check. */
  before(node: number, operation: OperationIndex, since?: OperationIndex): MetGuards;
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
  /** Guards of the operation itself, and not of what it calls. */
  readonly isOwn: boolean;
}

/** What happens at the operation itself protects it: a change that is recorded as it is made. */
function isOn({ operation, isOwn }: CallGuard, asked: OperationIndex): boolean {
  return isOwn && operation === asked;
}

/** What runs after it has passed it too: all of it, or what stands where the answer was good. */
function goesOnTo({ onlyHere, passed }: Guard, operation: OperationIndex): boolean {
  if (onlyHere === true) return false;
  return passed === undefined || passed.some(({ start, end }) => operation >= start && operation < end);
}

/** Whoever comes to the end of the method has passed it. */
function goesOnToEnd({ onlyHere, passed }: Guard): boolean {
  return onlyHere !== true && (passed === undefined || passed.some(({ isToEnd }) => isToEnd));
}

/** Of what calls check, whoever comes behind the call has passed it. */
function guardsUpTo({ guards, isOwn }: CallGuard, operation: OperationIndex): readonly Guard[] {
  return isOwn ? guards.filter((guard) => goesOnTo(guard, operation)) : guards;
}

const NOTHING: MetGuards = { mask: 0, guards: [] };
const NO_GUARDS: readonly Guard[] = [];
const NO_CALL_GUARDS: readonly CallGuard[] = [];

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
    before: (node, operation, since) => {
      const all = met[node] ?? NO_CALL_GUARDS;
      if (all.length === 0) return NOTHING;
      const inBody = all.filter((guard) => since === undefined || guard.operation >= since);
      const order = inBody.length === 0 ? undefined : orderOf(node);
      if (!order) return NOTHING;
      const found = inBody
        .filter((guard) => isOn(guard, operation) || order.dominates(guard.operation, operation))
        .flatMap((guard) => (isOn(guard, operation) ? guard.guards : guardsUpTo(guard, operation)));
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
    else append(calls, carrier.method, { operation: carrier.operation, guards: [guard], isOwn: true });
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
 * until nothing changes: what a method is sure to check only grows, by at most one guard a category, and for sanitizers a set of dangers.
 */
function carryUp(
  graph: CallGraph,
  carriers: Carriers,
  orderOf: (node: number) => Dominance | undefined,
): readonly (readonly CallGuard[])[] {
  const own = graph.nodes.map(({ method }) => carriers.calls.get(method.id) ?? NO_CALL_GUARDS);
  const met: (readonly CallGuard[])[] = [...own];
  const sure = graph.nodes.map(({ method }) => carriers.methods.get(method.id) ?? NO_GUARDS);
  const callers = callersIn(graph);
  const pending = new Set<number>();
  for (let index = 0; index < own.length; index++) {
    if (own[index]?.length) pending.add(index);
    if (sure[index]?.length) addListed(pending, callers, index);
  }
  for (const node of pending) {
    pending.delete(node);
    met[node] = [...(own[node] ?? []), ...calledGuards(graph, node, sure)];
    const before = maskOfAll(sure[node] ?? []);
    const added = sureGuards(met[node] ?? [], orderOf(node)).filter(
      (guard) => (maskOfGuard(guard) & ~before) !== 0,
    );
    if (added.length === 0) continue;
    sure[node] = oneOfEach([...(sure[node] ?? []), ...added]);
    addListed(pending, callers, node);
  }
  return met;
}

function addListed(numbers: Set<number>, { first, all }: NumberLists, node: number): void {
  const end = first[node + 1] ?? 0;
  for (let at = first[node] ?? 0; at < end; at++) numbers.add(all[at] ?? node);
}

/** What each method is sure to check. */
type SureGuards = readonly (readonly Guard[])[];

const NO_CALLS: Pick<GraphNode, 'edges' | 'sites'> = { edges: [], sites: [] };

/** What the calls of a body are sure to check, whichever of their targets runs. */
function calledGuards(graph: CallGraph, node: number, sure: SureGuards): readonly CallGuard[] {
  const { edges, sites } = graph.nodes[node] ?? NO_CALLS;
  if (!edges.some(({ to }) => sure[to]?.length)) return NO_CALL_GUARDS;
  const alternatives = new Map<CallSite, number[]>();
  for (const edge of edges) {
    const target = graph.nodes[edge.to]?.method;
    const site = sites[edge.at];
    if (!site || !target || target.declaration?.body === null) continue;
    if (!runsBesides(site, edge)) append(alternatives, site, edge.to);
  }
  return [...alternatives].flatMap(([{ operation }, targets]) => {
    const common = targets.reduce((mask, target) => mask & maskOfAll(sure[target] ?? []), ~0);
    if (common === 0) return [];
    const first = sure[targets[0] ?? -1] ?? [];
    const guards = first.filter((guard) => (maskOfGuard(guard) & ~common) === 0);
    return [{ operation, guards, isOwn: false }];
  });
}

/**
 * What a framework runs beside a call, in another thread or afterwards, has checked nothing for the caller. Only what is
 * certain to run before a method is entered has.
 */
function runsBesides({ targets, operation }: CallSite, { target, confidence }: GraphEdge): boolean {
  const passes = targets.find(({ method }) => method === target)?.passes;
  return passes !== undefined && (operation >= 0 || confidence !== 'certain');
}

function sureGuards(met: readonly CallGuard[], order: Dominance | undefined): readonly Guard[] {
  if (!order) return [];
  return met
    .filter(({ operation }) => order.isUnconditional(operation))
    .flatMap(({ guards, isOwn }) => (isOwn ? guards.filter(goesOnToEnd) : guards));
}

/** One guard for each category; of sanitizers one for each set of dangers. */
function oneOfEach(guards: readonly Guard[]): readonly Guard[] {
  const first = new Map<GuardMask, Guard>();
  for (const guard of guards) if (!first.has(maskOfGuard(guard))) first.set(maskOfGuard(guard), guard);
  return [...first.values()];
}
