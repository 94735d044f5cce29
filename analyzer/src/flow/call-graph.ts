import type { MethodId, RelativePath } from '../base/ids.ts';
import { fitted, NOTHING } from '../base/lists.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { CallSite, Confidence, EdgeKind, Program, ProgramMethod } from '../link/program.ts';

/** A method in the call graph of the running code: production and generated, never tests. */
export interface GraphNode {
  readonly index: number;
  readonly method: ProgramMethod;
  /** The calls that the edges are of. */
  readonly sites: readonly CallSite[];
  readonly edges: readonly GraphEdge[];
}

/** A call that may lead to a method. Views of the program keep edges when it is let go: nothing in one leads to code. */
export interface GraphEdge {
  readonly to: number;
  readonly target: MethodId;
  readonly operation: OperationIndex;
  /** Index of the call in `GraphNode.sites`. */
  readonly at: number;
  readonly file: RelativePath;
  /** Where the name of what is called stands. */
  readonly line: number;
  readonly how: EdgeKind;
  readonly confidence: Confidence;
  /** The entry point that the target is reached through, by a request or message. */
  readonly entry?: string;
}

/** The call graph by dense numbers, in the order of `Program.methods`. */
export interface CallGraph {
  readonly nodes: readonly GraphNode[];
  indexOf(id: MethodId): number | undefined;
}

/** Reads the call graph of production code off the linked program, with all that may run because of a method. */
export function buildCallGraph(program: Program): CallGraph {
  return graphOf(program, (method) => {
    const initializations = program.initializationsIn(method);
    return initializations.length === 0 ? method.calls : [...method.calls, ...initializations];
  });
}

/**
 * The call graph of what runs anew for every request. Initializers of classes are not in it: they run once, for whoever
 * comes first, and no request hands them anything (docs/decisions/0005).
 */
export function buildRequestGraph(program: Program): CallGraph {
  return graphOf(program, ({ calls }) => calls);
}

function graphOf(program: Program, sitesOf: (method: ProgramMethod) => readonly CallSite[]): CallGraph {
  const methods = program.methods.filter((method) => method.owner.file.role !== 'test');
  const numbers = new Map(methods.map((method, index) => [method.id, index]));
  const nodes = methods.map((method, index) => {
    const sites = sitesOf(method);
    return { index, method, sites, edges: edgesOf(sites, numbers) };
  });
  return { nodes, indexOf: (id) => numbers.get(id) };
}

function edgesOf(sites: readonly CallSite[], numbers: ReadonlyMap<MethodId, number>): readonly GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (let at = 0; at < sites.length; at++) {
    const site = sites[at];
    if (site === undefined) continue;
    const { operation, targets, file, nameLine: line } = site;
    for (let i = 0; i < targets.length; i++) {
      const called = targets[i];
      const to = called && numbers.get(called.method);
      if (called === undefined || to === undefined) continue;
      const { method: target, how, confidence, entry } = called;
      const edge = { to, target, operation, at, file, line, how, confidence };
      edges.push(entry === undefined ? edge : { ...edge, entry });
    }
  }
  return fitted(edges);
}

/** Where a walk begins: at a method, or at a part of its body (a lambda that is a handler), of which only the calls lead on. */
export interface Start {
  readonly node: number;
  /** Operations that run; absent: all. */
  readonly runs?: (operation: OperationIndex) => boolean;
}

/**
 * Fewest hops from any of the starts to each node; -1 where none reaches it. Breadth first, linear in the edges. A call
 * that leads to the method around a partial start runs all of it.
 */
export function distancesFrom(graph: CallGraph, starts: readonly Start[]): Int32Array {
  const distances = new Int32Array(graph.nodes.length).fill(-1);
  const isNews = (node: number, distance: number): boolean => {
    if (distances[node] !== -1) return false;
    distances[node] = distance;
    return true;
  };
  let frontier = starts.filter(({ node, runs }) => runs !== undefined || isNews(node, 0));
  for (let distance = 1; frontier.length > 0; distance++) {
    const next: Start[] = [];
    for (const { node, runs } of frontier) {
      const edges = graph.nodes[node]?.edges ?? NOTHING;
      for (let i = 0; i < edges.length; i++) {
        const edge = edges[i];
        const isRun = edge !== undefined && (runs === undefined || runs(edge.operation));
        if (isRun && isNews(edge.to, distance)) next.push({ node: edge.to });
      }
    }
    frontier = next;
  }
  for (const { node } of starts) distances[node] = 0;
  return distances;
}

/** Fewest hops from each node to any of the goals; -1 where none can be reached. Breadth first, linear in the edges. */
export function distancesTo(graph: CallGraph, goals: Iterable<number>): Int32Array {
  const { first, all } = callersIn(graph);
  const distances = new Int32Array(graph.nodes.length).fill(-1);
  let frontier = [...new Set(goals)];
  for (const goal of frontier) distances[goal] = 0;
  for (let distance = 1; frontier.length > 0; distance++) {
    const next: number[] = [];
    for (let i = 0; i < frontier.length; i++) {
      const node = frontier[i] as number;
      const end = first[node + 1] ?? 0;
      for (let at = first[node] ?? 0; at < end; at++) {
        const caller = all[at] as number;
        if (distances[caller] !== -1) continue;
        distances[caller] = distance;
        next.push(caller);
      }
    }
    frontier = next;
  }
  return distances;
}

/** Lists of numbers in one table: that of a node stands from `first` of it to `first` of the next one. */
export interface NumberLists {
  readonly first: Int32Array;
  readonly all: Int32Array;
}

const known = new WeakMap<CallGraph, NumberLists>();

/** For each node those that call it, one for each edge and in their order; worked out once for a graph. */
export function callersIn(graph: CallGraph): NumberLists {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const callers = turnedAround(graph);
  known.set(graph, callers);
  return callers;
}

function turnedAround({ nodes }: CallGraph): NumberLists {
  const first = new Int32Array(nodes.length + 1);
  let count = 0;
  for (let from = 0; from < nodes.length; from++) {
    const edges = nodes[from]?.edges ?? NOTHING;
    count += edges.length;
    for (let i = 0; i < edges.length; i++) increase(first, (edges[i] as GraphEdge).to + 1);
  }
  for (let node = 0; node < nodes.length; node++)
    first[node + 1] = (first[node] as number) + (first[node + 1] as number);
  const free = first.slice();
  const all = new Int32Array(count);
  for (let from = 0; from < nodes.length; from++) {
    const edges = nodes[from]?.edges ?? NOTHING;
    for (let i = 0; i < edges.length; i++) all[increase(free, (edges[i] as GraphEdge).to)] = from;
  }
  return { first, all };
}

/** Gives what it was before. */
function increase(numbers: Int32Array, at: number): number {
  const before = numbers[at] as number;
  numbers[at] = before + 1;
  return before;
}

/** Tells of a node whether one of the goals can be reached from it; the goals can. */
export function canReach(graph: CallGraph, goals: Iterable<number>): (node: number) => boolean {
  const distances = distancesTo(graph, goals);
  return (node) => (distances[node] ?? -1) >= 0;
}

const TRUST: Readonly<Record<Confidence, number>> = { possible: 0, likely: 1, certain: 2 };

/** The less certain of two. */
export function weaker(left: Confidence, right: Confidence): Confidence {
  return TRUST[left] <= TRUST[right] ? left : right;
}
