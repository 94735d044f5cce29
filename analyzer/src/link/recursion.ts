import type { MethodId } from '../base/ids.ts';
import type { MethodDraft } from './shapes.ts';
import { TestMethod } from './test-method.ts';
import type { World } from './world.ts';

/**
 * Pass: adds one to the cognitive complexity of every method that can come back to itself through the methods its calls
 * declare (the definition counts each method of a recursion cycle once).
 */
export function markRecursion(world: World): void {
  const methods: MethodDraft[] = [];
  const numbers = new Map<MethodId, number>();
  for (const { types } of world.files) {
    for (const { methods: own } of types) {
      for (const method of own) {
        if (numbers.has(method.id)) continue;
        numbers.set(method.id, methods.length);
        methods.push(method);
      }
    }
  }
  for (const method of new CycleSearch(methods, numbers).run()) method.cognitiveComplexity += 1;
}

interface Frame {
  readonly method: number;
  readonly next: readonly number[];
  at: number;
}

/** Tarjan's strongly connected components with an explicit stack: call chains may be of any length. Methods are numbers. */
class CycleSearch {
  readonly #methods: readonly MethodDraft[];
  readonly #numbers: ReadonlyMap<MethodId, number>;
  /** When a method was first met, from one; zero for those that were not. */
  readonly #order: Int32Array;
  readonly #low: Int32Array;
  readonly #isOpen: Uint8Array;
  readonly #open: number[] = [];
  readonly #found: MethodDraft[] = [];
  #met = 0;

  constructor(methods: readonly MethodDraft[], numbers: ReadonlyMap<MethodId, number>) {
    this.#methods = methods;
    this.#numbers = numbers;
    this.#order = new Int32Array(methods.length);
    this.#low = new Int32Array(methods.length);
    this.#isOpen = new Uint8Array(methods.length);
  }

  /** The methods that lie on a cycle; of tests only what production code leads to. */
  run(): readonly MethodDraft[] {
    for (let i = 0; i < this.#methods.length; i++) {
      if (this.#order[i] === 0 && !(this.#methods[i] instanceof TestMethod)) this.#walk(i);
    }
    return this.#found;
  }

  #walk(start: number): void {
    const stack = [this.#enter(start)];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const next = frame.next[frame.at++];
      if (next === undefined) {
        stack.pop();
        this.#leave(frame, stack.at(-1));
      } else if (this.#order[next] === 0) {
        stack.push(this.#enter(next));
      } else if (this.#isOpen[next] === 1) {
        this.#lower(frame.method, this.#order[next] ?? 0);
      }
    }
  }

  #enter(method: number): Frame {
    this.#met += 1;
    this.#low[method] = this.#met;
    this.#order[method] = this.#met;
    this.#open.push(method);
    this.#isOpen[method] = 1;
    return { method, next: this.#callees(method), at: 0 };
  }

  #lower(method: number, to: number): void {
    this.#low[method] = Math.min(this.#low[method] ?? 0, to);
  }

  #leave(frame: Frame, parent: Frame | undefined): void {
    const { method } = frame;
    const lowest = this.#low[method] ?? 0;
    if (parent !== undefined) this.#lower(parent.method, lowest);
    if (lowest !== this.#order[method]) return;
    const component = this.#open.splice(this.#open.lastIndexOf(method));
    for (const each of component) this.#isOpen[each] = 0;
    if (component.length === 1 && !frame.next.includes(method)) return;
    for (const each of component) {
      const found = this.#methods[each];
      if (found !== undefined) this.#found.push(found);
    }
  }

  /** What the calls of a method declare; a method twice where it is called twice. */
  #callees(method: number): readonly number[] {
    const calls = this.#methods[method]?.calls ?? [];
    const found: number[] = [];
    for (let i = 0; i < calls.length; i++) {
      const resolution = calls[i]?.resolution;
      if (resolution?.status !== 'exact' && resolution?.status !== 'narrowed') continue;
      const number = this.#numbers.get(resolution.declared);
      if (number !== undefined) found.push(number);
    }
    return found;
  }
}
