/** A graph of dense numbers. A search asks `ahead` once for each node that it meets. */
export interface Graph {
  readonly size: number;
  readonly ahead: (node: number) => readonly number[];
}

/** Is told the nodes of a component, which lead to each other, first met first, and the edges of the first of them. */
type OnComponent = (members: readonly number[], aheadOfFirst: readonly number[]) => void;

interface Frame {
  readonly node: number;
  readonly next: readonly number[];
  at: number;
}

/**
 * Tarjan's strongly connected components with a stack of its own: chains of calls are as long as a tree has methods. A component
 * is told after all that lie ahead of it.
 */
export class ComponentSearch {
  readonly #graph: Graph;
  readonly #found: OnComponent;
  /** When a node was first met, from one; zero for those that were not. */
  readonly #order: Int32Array;
  /** The earliest node that is known to be ahead and still open. */
  readonly #low: Int32Array;
  readonly #isOpen: Uint8Array;
  readonly #open: number[] = [];
  #met = 0;

  constructor(graph: Graph, found: OnComponent) {
    this.#graph = graph;
    this.#found = found;
    this.#order = new Int32Array(graph.size);
    this.#low = new Int32Array(graph.size);
    this.#isOpen = new Uint8Array(graph.size);
  }

  /** Tells the components of a node and of all that lies ahead of it, but for those that were told before. */
  from(start: number): void {
    if (this.#order[start] !== 0) return;
    const stack = [this.#enter(start)];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const next = frame.next[frame.at++];
      if (next === undefined) {
        stack.pop();
        this.#leave(frame, stack.at(-1));
      } else if (this.#order[next] === 0) {
        stack.push(this.#enter(next));
      } else if (this.#isOpen[next] === 1) {
        this.#lower(frame.node, this.#order[next] ?? 0);
      }
    }
  }

  #enter(node: number): Frame {
    this.#met += 1;
    this.#low[node] = this.#met;
    this.#order[node] = this.#met;
    this.#open.push(node);
    this.#isOpen[node] = 1;
    return { node, next: this.#graph.ahead(node), at: 0 };
  }

  #lower(node: number, to: number): void {
    this.#low[node] = Math.min(this.#low[node] ?? 0, to);
  }

  #leave({ node, next }: Frame, parent: Frame | undefined): void {
    const lowest = this.#low[node] ?? 0;
    if (parent !== undefined) this.#lower(parent.node, lowest);
    if (lowest !== this.#order[node]) return;
    const isAlone = this.#open[this.#open.length - 1] === node;
    const members = isAlone ? [this.#open.pop() as number] : this.#open.splice(this.#open.lastIndexOf(node));
    for (const each of members) this.#isOpen[each] = 0;
    this.#found(members, next);
  }
}
