import type { GuardMask } from './guard-masks.ts';

/** What is looked at of a state: the method, and the guards that were met on the way there. */
interface Reached {
  readonly node: number;
  readonly mask: GuardMask;
}

/**
 * The states that a search goes on with after those of one depth, in the order in which they were met: one for each method and set
 * of guards. They are found by the number of the method in tables that are made once.
 */
export class NextStates<State extends Reached> {
  /** Those of earlier rounds stand behind them: to make room anew each time takes as long as all else. */
  readonly states: State[] = [];
  count = 0;
  private round = 0;
  private readonly metIn: Int32Array;
  /** By method the last state that was met. */
  private readonly last: Int32Array;
  /** By state the one of the same method before it; -1 for the first. */
  private readonly before: number[] = [];

  constructor(methods: number) {
    this.metIn = new Int32Array(methods);
    this.last = new Int32Array(methods);
  }

  begin(): void {
    this.round++;
    this.count = 0;
  }

  /** The place of the state of a method with these guards; -1 where there is none. */
  placeOf(node: number, mask: GuardMask): number {
    let at = this.lastOf(node);
    while (at !== -1 && this.states[at]?.mask !== mask) at = this.before[at] ?? -1;
    return at;
  }

  /** Adds a state of a method that has none with these guards. */
  add(state: State): void {
    const { node } = state;
    const at = this.count++;
    this.states[at] = state;
    this.before[at] = this.lastOf(node);
    this.last[node] = at;
    this.metIn[node] = this.round;
  }

  private lastOf(node: number): number {
    return this.metIn[node] === this.round ? (this.last[node] ?? -1) : -1;
  }
}
