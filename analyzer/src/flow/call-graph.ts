import type { MethodId } from '../base/ids.ts';
import type { OperationIndex } from '../facts/operations.ts';
import type { CallSite, CallTarget, Confidence, EdgeKind, Program, ProgramMethod } from '../link/program.ts';

/** A method in the call graph of the running code: production and generated, never tests. */
export interface GraphNode {
  readonly index: number;
  readonly method: ProgramMethod;
  readonly edges: readonly GraphEdge[];
}

export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly operation: OperationIndex;
  readonly site: CallSite;
  readonly how: EdgeKind;
  readonly confidence: Confidence;
}

/** The call graph by dense numbers, in the order of `Program.methods`. */
export interface CallGraph {
  readonly nodes: readonly GraphNode[];
  indexOf(id: MethodId): number | undefined;
}

/** An edge that the models add to those of the language: a listener behind an event, a bean behind a proxy. */
export interface ImplicitCall {
  readonly caller: MethodId;
  readonly operation: OperationIndex;
  readonly target: CallTarget;
}

/** Reads the call graph of production code off the linked program. */
export function buildCallGraph(program: Program, implicit: readonly ImplicitCall[] = []): CallGraph {
  const methods = program.methods.filter((method) => method.owner.file.role !== 'test');
  const numbers = new Map(methods.map((method, index) => [method.id, index]));
  const extra = new Map<MethodId, ImplicitCall[]>();
  for (const call of implicit) {
    const calls = extra.get(call.caller);
    if (calls) calls.push(call);
    else extra.set(call.caller, [call]);
  }
  const nodes = methods.map((method, index) => ({
    index,
    method,
    edges: edgesOf(method, index, numbers, extra.get(method.id) ?? []),
  }));
  return { nodes, indexOf: (id) => numbers.get(id) };
}

function edgesOf(
  method: ProgramMethod,
  from: number,
  numbers: ReadonlyMap<MethodId, number>,
  implicit: readonly ImplicitCall[],
): GraphEdge[] {
  const edges: GraphEdge[] = [];
  for (const site of method.calls) {
    const added = implicit.filter((call) => call.operation === site.operation).map((call) => call.target);
    for (const target of added.length === 0 ? site.targets : [...site.targets, ...added]) {
      const to = numbers.get(target.method);
      if (to === undefined) continue;
      edges.push({
        from,
        to,
        operation: site.operation,
        site,
        how: target.how,
        confidence: target.confidence,
      });
    }
  }
  return edges;
}

/** Fewest hops from any of the start nodes to each node; -1 where none reaches it. Breadth first, linear in the edges. */
export function distancesFrom(graph: CallGraph, starts: readonly number[]): Int32Array {
  const distances = new Int32Array(graph.nodes.length).fill(-1);
  let frontier = [...new Set(starts)];
  for (const start of frontier) distances[start] = 0;
  for (let distance = 1; frontier.length > 0; distance++) {
    const next: number[] = [];
    for (const index of frontier) {
      for (const edge of graph.nodes[index]?.edges ?? []) {
        if (distances[edge.to] !== -1) continue;
        distances[edge.to] = distance;
        next.push(edge.to);
      }
    }
    frontier = next;
  }
  return distances;
}

/** For each node the position in `starts` of the start that reaches it in the fewest hops, the earlier among equals; -1 for none. */
export function nearestStarts(graph: CallGraph, starts: readonly number[]): Int32Array {
  const origins = new Int32Array(graph.nodes.length).fill(-1);
  let frontier: number[] = [];
  starts.forEach((start, position) => {
    if (origins[start] !== -1) return;
    origins[start] = position;
    frontier.push(start);
  });
  while (frontier.length > 0) {
    const next: number[] = [];
    for (const index of frontier) {
      for (const edge of graph.nodes[index]?.edges ?? []) {
        if (origins[edge.to] !== -1) continue;
        origins[edge.to] = origins[index] ?? -1;
        next.push(edge.to);
      }
    }
    frontier = next;
  }
  return origins;
}

/** Nodes from which one of the goals can be reached, the goals included. Linear in the edges. */
export function canReach(graph: CallGraph, goals: Iterable<number>): Uint8Array {
  const callers: number[][] = graph.nodes.map(() => []);
  for (const node of graph.nodes) {
    for (const edge of node.edges) callers[edge.to]?.push(node.index);
  }
  const marks = new Uint8Array(graph.nodes.length);
  const pending = [...goals];
  for (const goal of pending) marks[goal] = 1;
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    for (const caller of callers[index] ?? []) {
      if (marks[caller] === 1) continue;
      marks[caller] = 1;
      pending.push(caller);
    }
  }
  return marks;
}

const TRUST: Readonly<Record<Confidence, number>> = { possible: 0, likely: 1, certain: 2 };

/** The less certain of two. */
export function weaker(left: Confidence, right: Confidence): Confidence {
  return TRUST[left] <= TRUST[right] ? left : right;
}
