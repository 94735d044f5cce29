import type { GraphEdge } from './call-graph.ts';
import type { GuardMask } from './guard-masks.ts';

/** Stands for no state, and for no check before. */
export const NONE = -1;

/** Doubt that is greater than any. */
const NOT_MET = 3;

const NODE = 0;
const MASK = 1;
const TRUST = 2;
const DOUBT = 3;
const PREVIOUS = 4;
/** Of states that are to come the one of the same method before it. */
const BEFORE = 5;
const WIDTH = 6;

/** Methods reached with a set of guards already met, and how: very many for each search, and none outlives it, so they stand in one table. */
class StateTable {
  count = 0;
  private cells = new Int32Array(256 * WIDTH);
  private readonly via: (GraphEdge | null)[] = [];

  node(at: number): number {
    return this.cells[at * WIDTH + NODE] ?? NONE;
  }

  mask(at: number): GuardMask {
    return this.cells[at * WIDTH + MASK] ?? 0;
  }

  /** Hops since a method in which a check was met; {@link NONE} before the first. */
  sinceTrust(at: number): number {
    return this.cells[at * WIDTH + TRUST] ?? NONE;
  }

  /** How unsure the way is, as a place among `SUREST_FIRST`. */
  doubt(at: number): number {
    return this.cells[at * WIDTH + DOUBT] ?? NOT_MET;
  }

  /** The state that led here; {@link NONE} at the start. */
  previous(at: number): number {
    return this.cells[at * WIDTH + PREVIOUS] ?? NONE;
  }

  /** The call by which it did. */
  edge(at: number): GraphEdge | null {
    return this.via[at] ?? null;
  }

  protected beforeOf(at: number): number {
    return this.cells[at * WIDTH + BEFORE] ?? NONE;
  }

  protected add(node: number, mask: GuardMask, before: number): number {
    const at = this.count++;
    const row = at * WIDTH;
    if (row === this.cells.length) this.grow();
    const { cells } = this;
    cells[row + NODE] = node;
    cells[row + MASK] = mask;
    cells[row + TRUST] = NONE;
    cells[row + DOUBT] = NOT_MET;
    cells[row + PREVIOUS] = NONE;
    cells[row + BEFORE] = before;
    this.via[at] = null;
    return at;
  }

  protected copy(from: StateTable, at: number): void {
    const to = this.add(from.node(at), from.mask(at), NONE);
    this.come(to, from.previous(at), from.edge(at));
    this.rate(to, from.doubt(at), from.sinceTrust(at));
  }

  /** Says what led to a state. */
  come(at: number, previous: number, edge: GraphEdge | null): void {
    this.cells[at * WIDTH + PREVIOUS] = previous;
    this.via[at] = edge;
  }

  /** Says how sure the way is, and how long ago somebody checked on it. */
  rate(at: number, doubt: number, sinceTrust: number): void {
    this.cells[at * WIDTH + DOUBT] = doubt;
    this.cells[at * WIDTH + TRUST] = sinceTrust;
  }

  private grow(): void {
    const larger = new Int32Array(2 * this.cells.length);
    larger.set(this.cells);
    this.cells = larger;
  }
}

/** The states that one search has visited or is about to, one search after the other. */
export class RoadStates extends StateTable {
  begin(node: number, mask: GuardMask, sinceTrust: number): void {
    this.count = 0;
    this.rate(this.add(node, mask, NONE), 0, sinceTrust);
  }

  /** Takes over one of those that were to come. */
  take(next: NextStates, at: number): void {
    this.copy(next, at);
  }
}

/**
 * The states that a search goes on with after those of one depth, in the order in which they were met: one for each method and set
 * of guards. They are found by the number of the method in tables that are made once.
 */
export class NextStates extends StateTable {
  private round = 0;
  private readonly metIn: Int32Array;
  /** By method the last state that was met. */
  private readonly last: Int32Array;

  constructor(methods: number) {
    super();
    this.metIn = new Int32Array(methods);
    this.last = new Int32Array(methods);
  }

  begin(): void {
    this.round++;
    this.count = 0;
  }

  /** The place of the state of a method with these guards; of one that is new nothing is said yet, and any way is surer. */
  placeOf(node: number, mask: GuardMask): number {
    const last = this.metIn[node] === this.round ? (this.last[node] ?? NONE) : NONE;
    for (let at = last; at !== NONE; at = this.beforeOf(at)) if (this.mask(at) === mask) return at;
    const added = this.add(node, mask, last);
    this.last[node] = added;
    this.metIn[node] = this.round;
    return added;
  }
}
