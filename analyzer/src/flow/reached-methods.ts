import type { GuardMask } from './guard-masks.ts';

/**
 * What searches note of methods, one search after the other. It is looked at for every call on every way, so it stands in tables by
 * the numbers of methods that are made once; a method of which the search has noted nothing has the number of another one.
 */
export class ReachedMethods {
  /** Guard sets that were compared in this search. */
  compared = 0;
  private search = 0;
  private readonly reachedIn: Int32Array;
  private readonly first: Int32Array;
  private readonly more = new Map<number, GuardMask[]>();
  private readonly nearIn: Int32Array;
  private readonly depth: Int32Array;
  private readonly unchecked: Int32Array;

  constructor(methods: number) {
    this.reachedIn = new Int32Array(methods);
    this.first = new Int32Array(methods);
    this.nearIn = new Int32Array(methods);
    this.depth = new Int32Array(methods);
    this.unchecked = new Int32Array(methods);
  }

  begin(): void {
    this.search++;
    this.compared = 0;
    this.more.clear();
  }

  /** Whether the method was reached with these guards or fewer. */
  isKnown(node: number, mask: GuardMask): boolean {
    this.compared++;
    if (this.reachedIn[node] !== this.search) return false;
    const first = this.first[node] ?? 0;
    const more = this.more.get(node);
    this.compared += 1 + (more?.length ?? 0);
    return (first & mask) === first || (more !== undefined && isAbove(mask, more));
  }

  /** Whether it was not; remembers that it is now. */
  isNews(node: number, mask: GuardMask): boolean {
    if (this.isKnown(node, mask)) return false;
    if (this.reachedIn[node] === this.search) {
      const more = this.more.get(node);
      if (more) more.push(mask);
      else this.more.set(node, [mask]);
    } else {
      this.reachedIn[node] = this.search;
      this.first[node] = mask;
    }
    return true;
  }

  /** Whether the method lies on its shortest ways at a depth. */
  isNearest(node: number, depth: number): boolean {
    return this.nearIn[node] === this.search && this.depth[node] === depth;
  }

  /** Most hops since the last check on the shortest ways to the method, since the entry point where there is none. */
  uncheckedTo(node: number): number {
    return this.nearIn[node] === this.search ? (this.unchecked[node] ?? 0) : 0;
  }

  /** Keeps the longest unchecked way among the shortest. */
  comeNear(node: number, depth: number, unchecked: number): void {
    if (this.nearIn[node] !== this.search) {
      this.nearIn[node] = this.search;
      this.depth[node] = depth;
      this.unchecked[node] = unchecked;
    } else if (this.depth[node] === depth && (this.unchecked[node] ?? 0) < unchecked)
      this.unchecked[node] = unchecked;
  }
}

/** A function of its own, so that nothing has to be made for what is asked most: a method that was reached once or never. */
function isAbove(mask: GuardMask, known: readonly GuardMask[]): boolean {
  for (let i = 0; i < known.length; i++) {
    const each = known[i] ?? 0;
    if ((each & mask) === each) return true;
  }
  return false;
}
