import type { MethodId } from '../base/ids.ts';
import type { MethodDraft } from './shapes.ts';
import { TestMethod } from './test-method.ts';
import type { World } from './world.ts';

/**
 * Pass: adds one to the cognitive complexity of every method that can come back to itself through the methods its calls
 * declare (the definition counts each method of a recursion cycle once).
 */
export function markRecursion(world: World): void {
  const byId = new Map<MethodId, MethodDraft>();
  for (const method of world.files.flatMap(({ types }) => types).flatMap(({ methods }) => methods)) {
    if (!byId.has(method.id)) byId.set(method.id, method);
  }
  for (const method of new CycleSearch(byId).run()) method.cognitiveComplexity += 1;
}

interface Frame {
  readonly id: MethodId;
  readonly next: readonly MethodId[];
  at: number;
}

/** Tarjan's strongly connected components with an explicit stack: call chains may be of any length. */
class CycleSearch {
  readonly #methods: ReadonlyMap<MethodId, MethodDraft>;
  readonly #order = new Map<MethodId, number>();
  readonly #low = new Map<MethodId, number>();
  readonly #open: MethodId[] = [];
  readonly #isOpen = new Set<MethodId>();
  readonly #found: MethodDraft[] = [];

  constructor(methods: ReadonlyMap<MethodId, MethodDraft>) {
    this.#methods = methods;
  }

  /** The methods that lie on a cycle; of tests only what production code leads to. */
  run(): readonly MethodDraft[] {
    for (const [id, method] of this.#methods) {
      if (!(method instanceof TestMethod) && !this.#order.has(id)) this.#walk(id, method);
    }
    return this.#found;
  }

  #walk(start: MethodId, method: MethodDraft): void {
    const stack = [this.#enter(start, method)];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const next = frame.next[frame.at++];
      if (next === undefined) {
        stack.pop();
        this.#leave(frame, stack.at(-1));
      } else {
        const deeper = this.#follow(frame, next);
        if (deeper !== null) stack.push(deeper);
      }
    }
  }

  #enter(id: MethodId, method: MethodDraft): Frame {
    this.#low.set(id, this.#order.size);
    this.#order.set(id, this.#order.size);
    this.#open.push(id);
    this.#isOpen.add(id);
    return { id, next: callees(method), at: 0 };
  }

  #follow(frame: Frame, next: MethodId): Frame | null {
    const method = this.#methods.get(next);
    if (method !== undefined && !this.#order.has(next)) return this.#enter(next, method);
    if (this.#isOpen.has(next)) this.#lower(frame.id, this.#order.get(next) ?? 0);
    return null;
  }

  #lower(id: MethodId, to: number): void {
    this.#low.set(id, Math.min(this.#low.get(id) ?? 0, to));
  }

  #leave(frame: Frame, parent: Frame | undefined): void {
    const lowest = this.#low.get(frame.id) ?? 0;
    if (parent !== undefined) this.#lower(parent.id, lowest);
    if (lowest !== this.#order.get(frame.id)) return;
    const component = this.#open.splice(this.#open.lastIndexOf(frame.id));
    for (const id of component) this.#isOpen.delete(id);
    if (component.length === 1 && !frame.next.includes(frame.id)) return;
    this.#found.push(...component.flatMap((id) => this.#methods.get(id) ?? []));
  }
}

function callees(method: MethodDraft): readonly MethodId[] {
  const found = new Set<MethodId>();
  for (const { resolution } of method.calls) {
    if (resolution.status === 'exact' || resolution.status === 'narrowed') found.add(resolution.declared);
  }
  return [...found];
}
