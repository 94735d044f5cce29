import { ComponentSearch, type Graph } from './components.ts';

/** Starts whose ways are followed together. */
const TOGETHER = 1024;

/**
 * Tells which nodes lie ahead of a start, for starts by their places in the list, the start itself among them. Nodes that lead
 * to each other are one: the starts then go through the graph together, each edge once for very many of them.
 */
export function reachOf(graph: Graph, starts: readonly number[]): (start: number, node: number) => boolean {
  let known: Condensed | null = null;
  const batches: (Uint32Array | undefined)[] = [];
  return (start, node) => {
    known ??= condense(graph, starts);
    const group = known.groups[node] ?? NO_GROUP;
    if (group === NO_GROUP) return false;
    const at = start % TOGETHER;
    const batch = (start - at) / TOGETHER;
    let reached = batches[batch];
    if (reached === undefined) {
      reached = spread(graph, known, starts.slice(start - at, start - at + TOGETHER));
      batches[batch] = reached;
    }
    const words = reached.length / known.count;
    return ((reached[group * words + (at >>> 5)] ?? 0) & (1 << (at & 31))) !== 0;
  };
}

/** Of what no start leads to. */
const NO_GROUP = -1;

interface Condensed {
  /** The group of each node: nodes that lead to each other share one. A group has a higher number than all that lie ahead of it. */
  readonly groups: Int32Array;
  readonly count: number;
  /** All nodes that have a group, by rising group. */
  readonly order: Int32Array;
}

/** The starts that reach each group, in words of 32 bits. */
function spread(graph: Graph, { groups, count, order }: Condensed, starts: readonly number[]): Uint32Array {
  const words = Math.ceil(starts.length / 32);
  const reached = new Uint32Array(count * words);
  starts.forEach((node, start) => {
    const at = (groups[node] ?? 0) * words + (start >>> 5);
    reached[at] = (reached[at] ?? 0) | (1 << (start & 31));
  });
  for (let place = order.length - 1; place >= 0; place--) {
    const node = order[place] ?? 0;
    const from = (groups[node] ?? 0) * words;
    const ahead = graph.ahead(node);
    for (let i = 0; i < ahead.length; i++) {
      const to = (groups[ahead[i] ?? node] ?? 0) * words;
      if (to === from) continue;
      for (let word = 0; word < words; word++)
        reached[to + word] = (reached[to + word] ?? 0) | (reached[from + word] ?? 0);
    }
  }
  return reached;
}

/** Of what lies ahead of the starts: the rest of the graph, which is the most of it, plays no part. */
function condense(graph: Graph, starts: readonly number[]): Condensed {
  const groups = new Int32Array(graph.size).fill(NO_GROUP);
  const order = new Int32Array(graph.size);
  let count = 0;
  let ordered = 0;
  const search = new ComponentSearch(graph, (members) => {
    for (const member of members) {
      groups[member] = count;
      order[ordered++] = member;
    }
    count++;
  });
  for (const start of starts) search.from(start);
  return { groups, count, order: order.subarray(0, ordered) };
}
