import { byNumber, byText, inOrder } from '../base/ordering.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Confidence } from '../link/program.ts';
import type { EntryPoint, Guard, Sink } from '../models/labels.ts';
import { type CallGraph, canReach, type GraphEdge, weaker } from './call-graph.ts';
import { runsFor } from './entry-code.ts';
import { categoriesOf, countOf, type GuardIndex, type GuardMask, maskOf } from './guard-masks.ts';
import { methodLabel } from './method-label.ts';
import type { Hop, Road, Truncation } from './security-view.ts';

/** Most states (method × guard set) that the search from one entry point may visit. */
const STATE_LIMIT = 200_000;
const TRUST_MASK = maskOf('authentication') | maskOf('authorization');

export interface RoadInput {
  readonly graph: CallGraph;
  readonly guards: GuardIndex;
  readonly entryPoints: readonly EntryPoint[];
  readonly sinks: readonly Sink[];
  /** Most hops of a road, 12 by default. */
  readonly depthLimit: number;
}

/** A method reached with a set of guards already met, and how. */
interface State {
  readonly node: number;
  readonly mask: GuardMask;
  readonly depth: number;
  /** Hops since a method in which a check was met; -1 before the first. */
  readonly sinceTrust: number;
  readonly confidence: Confidence;
  readonly previous: State | null;
  readonly via: GraphEdge | null;
}

interface PlacedSink {
  readonly sink: Sink;
  readonly mask: GuardMask;
}

interface Step {
  readonly edge: GraphEdge;
  readonly mask: GuardMask;
}

/** What the search needs to know of each method, worked out once. */
interface Terrain {
  readonly steps: (node: number) => readonly Step[];
  readonly sinks: (node: number) => readonly PlacedSink[];
}

/**
 * Finds, for each pair (entry point, sink operation) that call edges connect within the depth limit, the road with the
 * fewest guard categories. Searches states (method, set of categories met) breadth first and drops a state when the method
 * was already reached with a subset of its guards, so cost grows with methods and not with the number of paths.
 */
export function findRoads(input: RoadInput): { readonly roads: Road[]; readonly truncated: Truncation } {
  const terrain = surveyTerrain(input);
  const roads: Road[] = [];
  const cut: string[] = [];
  for (const entry of input.entryPoints) {
    const start = input.graph.indexOf(entry.handler);
    if (start === undefined) continue;
    const search = explore(input, terrain, entry, start);
    if (search.truncated) cut.push(entry.id);
    roads.push(...search.roads);
  }
  roads.sort(
    inOrder(
      byText((road) => road.entry.id),
      byText((road) => road.sink.operation),
    ),
  );
  return { roads, truncated: { depthLimit: input.depthLimit, entries: cut } };
}

function surveyTerrain({ graph, guards, sinks }: RoadInput): Terrain {
  const placed = new Map<number, PlacedSink[]>();
  for (const sink of sinks) {
    const node = graph.indexOf(sink.method);
    if (node === undefined) continue;
    const row = { sink, mask: guards.before(node, sink.operationIndex).mask };
    const rows = placed.get(node);
    if (rows) rows.push(row);
    else placed.set(node, [row]);
  }
  const useful = canReach(graph, placed.keys());
  const steps = new Map<number, readonly Step[]>();
  return {
    sinks: (node) => placed.get(node) ?? [],
    steps: (node) => {
      const known = steps.get(node);
      if (known) return known;
      const found = (graph.nodes[node]?.edges ?? [])
        .filter((edge) => useful(edge.to))
        .map((edge) => ({ edge, mask: guards.before(node, edge.operation).mask }));
      steps.set(node, found);
      return found;
    },
  };
}

function explore(input: RoadInput, terrain: Terrain, entry: EntryPoint, start: number) {
  const { guards, graph } = input;
  const onMethod = (node: number) =>
    maskOfAll(guards.onMethod(graph.nodes[node]?.method.id ?? entry.handler));
  const initial = maskOfAll(guards.atEntry(entry.id)) | onMethod(start);
  const best = new Map<string, Arrival>();
  const reached = new Map<number, GuardMask[]>([[start, [initial]]]);
  let frontier: State[] = [
    {
      node: start,
      mask: initial,
      depth: 0,
      sinceTrust: (initial & TRUST_MASK) === 0 ? -1 : 0,
      confidence: 'certain',
      previous: null,
      via: null,
    },
  ];
  const isOfEntry = runsFor(entry, graph.nodes[start]?.method);
  let visited = 0;
  let truncated = false;
  while (frontier.length > 0) {
    const next: State[] = [];
    for (const state of frontier) {
      if (++visited > STATE_LIMIT) return { roads: toRoads(input, entry, best), truncated: true };
      const runs = state.previous === null ? isOfEntry : () => true;
      for (const placed of terrain.sinks(state.node)) {
        if (runs(placed.sink.operationIndex)) arrive(best, state, placed);
      }
      for (const step of terrain.steps(state.node)) {
        if (!runs(step.edge.operation)) continue;
        const mask = state.mask | step.mask | onMethod(step.edge.to);
        if (isCovered(reached, step.edge.to, mask)) continue;
        if (state.depth === input.depthLimit) {
          truncated = true;
          continue;
        }
        next.push(follow(state, step, mask, (onMethod(step.edge.to) & TRUST_MASK) !== 0));
      }
    }
    frontier = next;
  }
  return { roads: toRoads(input, entry, best), truncated };
}

function follow(state: State, step: Step, mask: GuardMask, checkedOnEntry: boolean): State {
  const checkedHere = (step.mask & TRUST_MASK) !== 0;
  const before = checkedHere ? 0 : state.sinceTrust;
  return {
    node: step.edge.to,
    mask,
    depth: state.depth + 1,
    sinceTrust: checkedOnEntry ? 0 : before === -1 ? -1 : before + 1,
    confidence: weaker(state.confidence, step.edge.confidence),
    previous: state,
    via: step.edge,
  };
}

/** Whether the method was reached with no more guards than these; if not, remembers them. */
function isCovered(reached: Map<number, GuardMask[]>, node: number, mask: GuardMask): boolean {
  const masks = reached.get(node);
  if (!masks) {
    reached.set(node, [mask]);
    return false;
  }
  if (masks.some((known) => (known & mask) === known)) return true;
  masks.push(mask);
  return false;
}

interface Arrival {
  readonly state: State;
  readonly placed: PlacedSink;
  readonly mask: GuardMask;
  readonly shortest: number;
  readonly sinceTrust: number;
}

/** Keeps the weakest arrival at an operation; the shortest distance and the longest trust are kept apart from it. */
function arrive(best: Map<string, Arrival>, state: State, placed: PlacedSink): void {
  const { operation } = placed.sink;
  const mask = state.mask | placed.mask;
  const sinceTrust = (placed.mask & TRUST_MASK) !== 0 ? 0 : state.sinceTrust;
  const known = best.get(operation);
  if (!known) {
    best.set(operation, { state, placed, mask, shortest: state.depth, sinceTrust });
    return;
  }
  const isWeaker = countOf(mask) < countOf(known.mask);
  best.set(operation, {
    state: isWeaker ? state : known.state,
    placed: isWeaker ? placed : known.placed,
    mask: isWeaker ? mask : known.mask,
    shortest: Math.min(known.shortest, state.depth),
    sinceTrust: Math.max(known.sinceTrust, sinceTrust),
  });
}

function toRoads(input: RoadInput, entry: EntryPoint, best: ReadonlyMap<string, Arrival>): Road[] {
  return [...best.values()].map((arrival) => ({
    entry,
    sink: arrival.placed.sink,
    hops: toHops(input, entry, arrival),
    categories: categoriesOf(arrival.mask),
    shortestDistance: arrival.shortest,
    hopsSinceTrust: arrival.sinceTrust === -1 ? null : arrival.sinceTrust,
    confidence: weaker(arrival.state.confidence, arrival.placed.sink.confidence),
  }));
}

/** The steps of a road: each method with the line that leads on, the last one with the sink's line. */
function toHops(input: RoadInput, entry: EntryPoint, arrival: Arrival): Hop[] {
  const { sink } = arrival.placed;
  const hops: Hop[] = [];
  let leaving: { readonly operation: number; readonly location: SourceLocation } = {
    operation: sink.operationIndex,
    location: sink.location,
  };
  for (let state: State | null = arrival.state; state !== null; state = state.previous) {
    const method = input.graph.nodes[state.node]?.method;
    if (!method) break;
    const atEntry: readonly Guard[] = state.previous === null ? input.guards.atEntry(entry.id) : [];
    hops.push({
      method: method.id,
      label: methodLabel(method),
      location: leaving.location,
      guards: [
        ...atEntry,
        ...input.guards.onMethod(method.id),
        ...input.guards.before(state.node, leaving.operation).guards,
      ],
    });
    if (state.via) {
      leaving = {
        operation: state.via.operation,
        location: { file: state.via.site.file, line: state.via.site.nameLine },
      };
    }
  }
  return hops.reverse();
}

function maskOfAll(guards: readonly Guard[]): GuardMask {
  return guards.reduce((mask, guard) => mask | maskOf(guard.category), 0);
}

/** Sinks in the order that makes searches reproducible. */
export const compareSink = inOrder<Sink>(
  byText((sink) => sink.location.file),
  byNumber((sink) => sink.location.line),
  byText((sink) => sink.id),
);
