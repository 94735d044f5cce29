import type { PageGraph } from '../../src/html/page-data.ts';
import type { GuardCategory } from '../../src/schema/vocabulary.ts';

/** The topology with what is next to what; nodes are their indexes in the columns. */
export interface GraphIndex {
  readonly graph: PageGraph;
  readonly byId: ReadonlyMap<string, number>;
  /** Edges that leave, and that reach, each node. */
  readonly leaving: readonly (readonly number[])[];
  readonly reaching: readonly (readonly number[])[];
}

/** What a node stands for. */
export type NodeKind = 'entry' | 'method' | 'sink';

/** Indexes a topology once. */
export function indexGraph(graph: PageGraph): GraphIndex {
  const leaving: number[][] = graph.nodes.id.map(() => []);
  const reaching: number[][] = graph.nodes.id.map(() => []);
  graph.edges.from.forEach((from, edge) => {
    leaving[from]?.push(edge);
    reaching[graph.edges.to[edge] ?? -1]?.push(edge);
  });
  return { graph, leaving, reaching, byId: new Map(graph.nodes.id.map((id, node) => [id, node])) };
}

/** What a node stands for. */
export function kindOf({ graph }: GraphIndex, node: number): NodeKind {
  const name = graph.kinds[graph.nodes.kind[node] ?? -1];
  return name === 'entry' || name === 'sink' ? name : 'method';
}

/** Nodes that a node leads to, and that lead to it, each once. */
export function neighbours({ graph, leaving, reaching }: GraphIndex, node: number) {
  const ends = (edges: readonly number[] | undefined, side: readonly number[]): readonly number[] => [
    ...new Set((edges ?? []).flatMap((edge) => side[edge] ?? [])),
  ];
  return { to: ends(leaving[node], graph.edges.to), from: ends(reaching[node], graph.edges.from) };
}

/** Whether the models gave the node a word: "public", "privileged". */
export function isLabelled({ graph }: GraphIndex, node: number, word: string): boolean {
  return (graph.nodes.labels[node] ?? '').split(' ').includes(word);
}

/** The categories of guards behind bits. */
export function guardsIn({ guards }: PageGraph, bits: number): readonly GuardCategory[] {
  return guards.filter((_, position) => (bits & (1 << position)) !== 0);
}
