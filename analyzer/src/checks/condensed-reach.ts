/** A graph of dense numbers: for each node those that lie directly ahead. */
export type Ahead = readonly (readonly number[])[];

/** Starts whose ways are followed together. */
const TOGETHER = 1024;

/**
 * Tells which nodes lie ahead of a start, for starts by their places in the list, the start itself among them. Nodes that lead
 * to each other are one: the starts then go through the graph together, each edge once for very many of them.
 */
export function reachOf(ahead: Ahead, starts: readonly number[]): (start: number, node: number) => boolean {
  let known: Condensed | null = null;
  const batches: (Uint32Array | undefined)[] = [];
  return (start, node) => {
    known ??= condense(ahead);
    const group = known.groups[node];
    if (group === undefined) return false;
    const at = start % TOGETHER;
    const batch = (start - at) / TOGETHER;
    let reached = batches[batch];
    if (reached === undefined) {
      reached = spread(ahead, known, starts.slice(start - at, start - at + TOGETHER));
      batches[batch] = reached;
    }
    const words = reached.length / known.count;
    return ((reached[group * words + (at >>> 5)] ?? 0) & (1 << (at & 31))) !== 0;
  };
}

interface Condensed {
  /** The group of each node: nodes that lead to each other share one. A group has a higher number than all that lie ahead of it. */
  readonly groups: Int32Array;
  readonly count: number;
  /** All nodes, by rising group. */
  readonly order: Int32Array;
}

/** The starts that reach each group, in words of 32 bits. */
function spread(ahead: Ahead, { groups, count, order }: Condensed, starts: readonly number[]): Uint32Array {
  const words = Math.ceil(starts.length / 32);
  const reached = new Uint32Array(count * words);
  starts.forEach((node, start) => {
    const at = (groups[node] ?? 0) * words + (start >>> 5);
    reached[at] = (reached[at] ?? 0) | (1 << (start & 31));
  });
  for (let place = order.length - 1; place >= 0; place--) {
    const node = order[place] ?? 0;
    const from = (groups[node] ?? 0) * words;
    for (const next of ahead[node] ?? []) {
      const to = (groups[next] ?? 0) * words;
      if (to === from) continue;
      for (let word = 0; word < words; word++)
        reached[to + word] = (reached[to + word] ?? 0) | (reached[from + word] ?? 0);
    }
  }
  return reached;
}

function condense(ahead: Ahead): Condensed {
  const walk = new ComponentWalk(ahead);
  for (let root = 0; root < ahead.length; root++) walk.from(root);
  return walk;
}

/** Tarjan's strongly connected components, without recursion: chains of calls are as long as a tree has methods. */
class ComponentWalk implements Condensed {
  readonly #ahead: Ahead;
  readonly groups: Int32Array;
  readonly order: Int32Array;
  count = 0;
  /** When a node was first met; 0 before. */
  readonly #met: Int32Array;
  /** The earliest node that is known to be ahead and still open. */
  readonly #lowest: Int32Array;
  readonly #nextEdge: Int32Array;
  readonly #open: number[] = [];
  readonly #way: number[] = [];
  #clock = 0;
  #ordered = 0;

  constructor(ahead: Ahead) {
    this.#ahead = ahead;
    this.groups = new Int32Array(ahead.length).fill(-1);
    this.order = new Int32Array(ahead.length);
    this.#met = new Int32Array(ahead.length);
    this.#lowest = new Int32Array(ahead.length);
    this.#nextEdge = new Int32Array(ahead.length);
  }

  /** Groups all that lies ahead of a node and has no group. */
  from(root: number): void {
    if (this.#met[root] === 0) this.#begin(root);
    for (let node = this.#way.at(-1); node !== undefined; node = this.#way.at(-1)) {
      const edge = this.#nextEdge[node] ?? 0;
      this.#nextEdge[node] = edge + 1;
      const next = this.#ahead[node]?.[edge];
      if (next === undefined) this.#leave(node);
      else this.#look(node, next);
    }
  }

  #begin(node: number): void {
    this.#clock++;
    this.#met[node] = this.#clock;
    this.#lowest[node] = this.#clock;
    this.#open.push(node);
    this.#way.push(node);
  }

  #look(node: number, next: number): void {
    if (this.#met[next] === 0) this.#begin(next);
    else if (this.groups[next] === -1) this.#lower(node, this.#met[next] ?? 0);
  }

  /** Once all its edges were followed. */
  #leave(node: number): void {
    this.#way.pop();
    if (this.#lowest[node] === this.#met[node]) this.#close(node);
    const before = this.#way.at(-1);
    if (before !== undefined) this.#lower(before, this.#lowest[node] ?? 0);
  }

  #lower(node: number, to: number): void {
    this.#lowest[node] = Math.min(this.#lowest[node] ?? 0, to);
  }

  /** What is open since this node is one group. */
  #close(node: number): void {
    for (let member = this.#open.pop(); member !== undefined; member = this.#open.pop()) {
      this.groups[member] = this.count;
      this.order[this.#ordered++] = member;
      if (member === node) break;
    }
    this.count++;
  }
}
