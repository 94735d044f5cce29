import { fitted, NOTHING } from '../base/lists.ts';
import { byNumber, byText, inOrder } from '../base/ordering.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { Region } from '../facts/control-flow.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { Confidence } from '../link/program.ts';
import type { EntryPoint, Sink } from '../models/labels.ts';
import { type CallGraph, type GraphEdge, weaker } from './call-graph.ts';
import { lambdaRegion } from './entry-code.ts';
import {
  categoriesOf,
  countOf,
  type GuardIndex,
  type GuardMask,
  maskOfAll,
  protecting,
} from './guard-masks.ts';
import { NearestPairs } from './nearest-pairs.ts';
import { NextStates } from './next-states.ts';
import type { OwnObject } from './own-object.ts';
import { ReachedMethods } from './reached-methods.ts';
import {
  CHECKED_NOWHERE,
  CHECKED_ON_ENTRY,
  inTables,
  isCheck,
  methodAt,
  type PlacedSink,
  type Step,
  type Steps,
  SURENESS,
  SUREST_FIRST,
  surveyTerrain,
  type Terrain,
} from './road-terrain.ts';
import type { Hop, Road } from './security-view.ts';

/** Most states (method × guard set) that the search from one entry point may visit: they are kept until it ends. */
const STATE_LIMIT = 200_000;
/**
 * Most guard sets that the search from one entry point may compare, and fewest where there are many entry points. Whole
 * applications stay below twenty thousand.
 */
const COMPARISON_LIMIT = 4_000_000;
const LEAST_COMPARISONS = 50_000;
/** Guard sets that all searches together may compare: with more entry points than fill it, each has an equal share. */
const ALL_COMPARISONS = 300_000_000;

/** Most roads that are kept; of more, each entry point keeps the nearest. */
const ROAD_LIMIT = 200_000;

export interface RoadInput {
  readonly graph: CallGraph;
  readonly guards: GuardIndex;
  readonly entryPoints: readonly EntryPoint[];
  readonly sinks: readonly Sink[];
  /** The object that handles what comes to an entry point, where its class inherits the handler. */
  readonly objectOf?: (entry: EntryPoint) => OwnObject | undefined;
  /** Most hops of a road, 12 by default. */
  readonly depthLimit: number;
  /** Most roads that are kept, 200,000 by default. */
  readonly roadLimit?: number;
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

/**
 * Finds, for each pair (entry point, sink operation) that call edges connect within the depth limit, the road with the
 * fewest guard categories. Searches states (method, set of categories met) breadth first and drops a state when the method
 * was already reached with a subset of its guards, so cost grows with methods and not with the number of paths. Where limits cut
 * states or roads off, the ids of the entry points are in `cut`.
 */
export function findRoads(input: RoadInput): { readonly roads: Road[]; readonly cut: readonly string[] } {
  const terrain = surveyTerrain(input.graph, input.guards, input.sinks);
  const reached = new ReachedMethods(input.graph.nodes.length);
  const next = new NextStates<State>(input.graph.nodes.length);
  const kept = new NearestPairs<Road>(input.roadLimit ?? ROAD_LIMIT, nearestFirst);
  const cut = new Set<string>();
  for (const entry of input.entryPoints) {
    const start = input.graph.indexOf(entry.handler);
    if (start === undefined) continue;
    const search = new RoadSearch(input, { terrain, reached, next }, entry);
    search.exploreFrom(start);
    if (search.truncated) cut.add(entry.id);
    kept.add(entry.id, search.roads());
  }
  const { items: roads, cut: thinned } = kept.take();
  for (const entry of thinned) cut.add(entry);
  roads.sort(
    inOrder(
      byText((road) => road.entry.id),
      byText((road) => road.sink.operation),
    ),
  );
  return { roads, cut: [...cut] };
}

const nearestFirst = inOrder<Road>(
  byNumber((road) => road.shortestDistance),
  byText((road) => road.sink.operation),
);

/** The best way found to an operation; the shortest distance and the longest trust are kept apart from it. */
interface Arrival {
  readonly state: State;
  readonly placed: PlacedSink;
  readonly mask: GuardMask;
  readonly shortest: number;
  readonly sinceTrust: number;
  /** On the shortest roads: most hops since the last check, since the entry point where there is none. */
  readonly unchecked: number;
}

/** Where a way leaves a method. */
interface Leaving {
  readonly operation: OperationIndex;
  readonly location: SourceLocation;
}

/** What searches have in common. */
interface Ground {
  readonly terrain: Terrain;
  readonly reached: ReachedMethods;
  readonly next: NextStates<State>;
}

/** One search from one entry point. */
class RoadSearch {
  truncated = false;
  private readonly input: RoadInput;
  private readonly terrain: Terrain;
  private readonly entry: EntryPoint;
  /** The part of the handler's body that runs, where a lambda in it is the handler. */
  private readonly lambda: Region | undefined;
  private readonly object: OwnObject | undefined;
  /** By operation. */
  private readonly best = new Map<string, Arrival>();
  /** Guard sets with which a method was reached, none a superset of another that came before; and its depth, whatever guards there are. */
  private readonly reached: ReachedMethods;
  /** What is visited next. */
  private readonly next: NextStates<State>;
  /** The hop in which a way leaves the method before a state: ways that go on alike share it. */
  private readonly hopsBefore = new Map<State, Hop>();
  private readonly comparisonLimit: number;
  private visited = 0;

  constructor(input: RoadInput, { terrain, reached, next }: Ground, entry: EntryPoint) {
    this.input = input;
    this.terrain = terrain;
    this.reached = reached;
    this.next = next;
    reached.begin();
    this.entry = entry;
    this.object = input.objectOf?.(entry);
    const share = Math.floor(ALL_COMPARISONS / input.entryPoints.length);
    this.comparisonLimit = Math.min(COMPARISON_LIMIT, Math.max(LEAST_COMPARISONS, share));
    const start = input.graph.indexOf(entry.handler);
    this.lambda = lambdaRegion(entry, input.graph.nodes[start ?? -1]?.method);
  }

  exploreFrom(node: number): void {
    const onEntry = this.lambda === undefined ? this.terrain.onEntry(node) : 0;
    const mask = maskOfAll(this.input.guards.atEntry(this.entry.id)) | onEntry;
    const sinceTrust = isCheck(mask) ? 0 : -1;
    this.reached.isNews(node, mask);
    this.reached.comeNear(node, 0, 0);
    let frontier: State[] = [
      { node, mask, depth: 0, sinceTrust, confidence: 'certain', previous: null, via: null },
    ];
    while (frontier.length > 0) {
      this.next.begin();
      for (let i = 0; i < frontier.length; i++) {
        const state = frontier[i];
        if (++this.visited > STATE_LIMIT || this.reached.compared > this.comparisonLimit) {
          this.truncated = true;
          return;
        }
        if (state !== undefined) this.visit(state);
      }
      frontier = this.surestNext();
    }
  }

  /** Of ways of one length to one method the surest is gone on: which stands first in the source has no say. */
  private surestNext(): State[] {
    const { states, count } = this.next;
    const surest: State[] = [];
    for (const wanted of SUREST_FIRST) {
      for (let i = 0; i < count; i++) {
        const state = states[i];
        if (state?.confidence === wanted && this.reached.isNews(state.node, state.mask)) surest.push(state);
      }
    }
    return surest;
  }

  roads(): Road[] {
    return [...this.best.values()].map((arrival) => ({
      entry: this.entry,
      sink: arrival.placed.sink,
      hops: this.hopsOf(arrival),
      categories: categoriesOf(arrival.mask),
      shortestDistance: arrival.shortest,
      hopsSinceTrust: arrival.sinceTrust === -1 ? null : arrival.sinceTrust,
      uncheckedHops: arrival.unchecked,
      confidence: weaker(arrival.state.confidence, arrival.placed.sink.confidence),
    }));
  }

  /** The steps of a road: each method with the line that leads on, the last one with the sink's line. */
  private hopsOf({ state, placed: { sink } }: Arrival): readonly Hop[] {
    const hops = [this.hopAt(state, { operation: sink.operationIndex, location: sink.location })];
    for (let after = state; after.previous !== null && after.via !== null; after = after.previous) {
      const { operation, file, line } = after.via;
      const hop =
        this.hopsBefore.get(after) ?? this.hopAt(after.previous, { operation, location: { file, line } });
      this.hopsBefore.set(after, hop);
      hops.push(hop);
    }
    return fitted(hops.reverse());
  }

  private hopAt({ node, previous, via }: State, leaving: Leaving): Hop {
    const { guards, graph } = this.input;
    const { id } = methodAt(graph, node);
    const lambda = previous === null ? this.lambda : undefined;
    const through = previous === null ? this.entry.id : via?.entry;
    const atEntry = through === undefined ? NOTHING : guards.atEntry(through);
    const onMethod = lambda === undefined ? guards.onMethod(id) : NOTHING;
    const met = guards.before(node, leaving.operation, lambda?.start).guards;
    const isFree = atEntry.length + onMethod.length + met.length === 0;
    return {
      method: id,
      label: this.terrain.labelOf(node),
      location: leaving.location,
      guards: isFree ? NOTHING : [...atEntry, ...onMethod, ...met],
    };
  }

  private visit(state: State): void {
    const lambda = state.previous === null ? this.lambda : undefined;
    const sinks = lambda === undefined ? this.terrain.sinks(state.node) : this.sinksIn(lambda, state.node);
    const steps = lambda === undefined ? this.stepsFrom(state) : this.stepsIn(lambda, state.node);
    for (let i = 0; i < sinks.length; i++) {
      const placed = sinks[i];
      if (placed !== undefined) this.arrive(state, placed);
    }
    this.comeNear(state, steps);
    const { all, to, met } = steps;
    for (let at = 0; at < all.length; at++) {
      const mask = state.mask | (met[at] ?? 0);
      const step = all[at];
      if (step === undefined || this.reached.isKnown(to[at] ?? 0, mask)) continue;
      if (state.depth === this.input.depthLimit) this.truncated = true;
      else this.keepSurest(state, step, mask);
    }
  }

  /** One state for each method and set of guards. */
  private keepSurest(state: State, step: Step, mask: GuardMask): void {
    const at = this.next.placeOf(step.edge.to, mask);
    const known = at === -1 ? undefined : this.next.states[at];
    if (known === undefined) this.next.add(follow(state, step, mask));
    else if (SURENESS[weaker(state.confidence, step.edge.confidence)] < SURENESS[known.confidence])
      this.next.states[at] = follow(state, step, mask);
  }

  /** Of a handler that is a lambda, what the lambda leads to. */
  private sinksIn(lambda: Region, node: number): readonly PlacedSink[] {
    return this.terrain
      .sinks(node)
      .filter(({ sink }) => isIn(lambda, sink.operationIndex))
      .map((placed) => ({ ...placed, mask: this.metIn(lambda, node, placed.sink.operationIndex) }));
  }

  private stepsIn(lambda: Region, node: number): Steps {
    return inTables(
      this.terrain
        .everyStep(node)
        .filter(({ edge }) => isIn(lambda, edge.operation))
        .map((step) => ({ ...step, before: this.metIn(lambda, node, step.edge.operation) })),
    );
  }

  /** What the object calls on itself leads to the methods that it has, and to those of no other subclass. */
  private stepsFrom(state: State): Steps {
    const { object, terrain } = this;
    if (object === undefined || !this.isOnItself(object, state)) return terrain.steps(state.node);
    const { graph } = this.input;
    const caller = methodAt(graph, state.node);
    return inTables(
      terrain
        .everyStep(state.node)
        .filter(
          ({ edge }) =>
            !object.isOwnCall(caller, edge.operation) || object.mayRun(caller, methodAt(graph, edge.to)),
        ),
    );
  }

  /** Only calls of the object on itself lead to a state. */
  private isOnItself(object: OwnObject, { previous, via }: State): boolean {
    if (previous === null || via === null) return true;
    const caller = methodAt(this.input.graph, previous.node);
    return object.isOwnCall(caller, via.operation) && this.isOnItself(object, previous);
  }

  /** The code around the lambda ran long before the request: what it checked counts for nothing. */
  private metIn({ start }: Region, node: number, operation: OperationIndex): GuardMask {
    return this.input.guards.before(node, operation, start).mask;
  }

  /** Keeps the longest unchecked way among the shortest roads. Methods are visited by depth, so a caller's is known. */
  private comeNear({ node, depth }: State, { to, checks }: Steps): void {
    const { reached } = this;
    if (!reached.isNearest(node, depth)) return;
    const further = reached.uncheckedTo(node) + 1;
    for (let at = 0; at < to.length; at++) {
      const check = checks[at];
      const unchecked = check === CHECKED_NOWHERE ? further : check === CHECKED_ON_ENTRY ? 0 : 1;
      reached.comeNear(to[at] ?? 0, depth + 1, unchecked);
    }
  }

  private arrive(state: State, placed: PlacedSink): void {
    const { operation } = placed.sink;
    const mask = protecting(state.mask | placed.mask, placed.sink);
    const sinceTrust = isCheck(placed.mask) ? 0 : state.sinceTrust;
    const known = this.best.get(operation);
    const unchecked = isCheck(placed.mask) ? 0 : this.reached.uncheckedTo(state.node);
    const isLater = known !== undefined && known.shortest < state.depth;
    const weakest = known && !isWeaker({ state, placed, mask }, known) ? known : { state, placed, mask };
    this.best.set(operation, {
      state: weakest.state,
      placed: weakest.placed,
      mask: weakest.mask,
      shortest: Math.min(known?.shortest ?? state.depth, state.depth),
      sinceTrust: Math.max(known?.sinceTrust ?? -1, sinceTrust),
      unchecked: isLater ? known.unchecked : Math.max(known?.unchecked ?? 0, unchecked),
    });
  }
}

type Way = Pick<Arrival, 'state' | 'placed' | 'mask'>;

/** Whether fewer guards stand on a way, or as few while it is surer. */
function isWeaker(way: Way, than: Way): boolean {
  const fewer = countOf(than.mask) - countOf(way.mask);
  return fewer > 0 || (fewer === 0 && doubtIn(way) < doubtIn(than));
}

function doubtIn({ state, placed }: Way): number {
  return SURENESS[weaker(state.confidence, placed.sink.confidence)];
}

function isIn({ start, end }: Region, operation: OperationIndex): boolean {
  return operation >= start && operation < end;
}

function follow(state: State, step: Step, mask: GuardMask): State {
  const before = isCheck(step.before) ? 0 : state.sinceTrust;
  const after = before === -1 ? -1 : before + 1;
  return {
    node: step.edge.to,
    mask,
    depth: state.depth + 1,
    sinceTrust: isCheck(step.onEntry) ? 0 : after,
    confidence: weaker(state.confidence, step.edge.confidence),
    previous: state,
    via: step.edge,
  };
}
