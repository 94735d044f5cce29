import type { MethodId } from '../base/ids.ts';
import type { MethodDraft } from './shapes.ts';
import type { World } from './world.ts';

/**
 * Pass: adds one to the cognitive complexity of every method that can come back to itself through the methods its calls
 * declare (the definition counts each method of a recursion cycle once).
 */
export function markRecursion(world: World): void {
  const byId = new Map<MethodId, MethodDraft>();
  for (const { types } of world.files) {
    for (const { methods } of types) {
      for (const method of methods) if (!byId.has(method.id)) byId.set(method.id, method);
    }
  }
  for (const method of recursive(byId)) method.cognitiveComplexity += 1;
}

function callees(method: MethodDraft): readonly MethodId[] {
  const found = new Set<MethodId>();
  for (const { resolution } of method.calls) {
    if (resolution.status === 'exact' || resolution.status === 'narrowed') found.add(resolution.declared);
  }
  return [...found];
}

interface Frame {
  readonly id: MethodId;
  readonly next: readonly MethodId[];
  at: number;
}

/** Tarjan's strongly connected components with an explicit stack: call chains may be of any length. */
function recursive(methods: ReadonlyMap<MethodId, MethodDraft>): readonly MethodDraft[] {
  const order = new Map<MethodId, number>();
  const low = new Map<MethodId, number>();
  const open: MethodId[] = [];
  const isOpen = new Set<MethodId>();
  const found: MethodDraft[] = [];
  const enter = (id: MethodId, method: MethodDraft): Frame => {
    order.set(id, order.size);
    low.set(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, next: callees(method), at: 0 };
  };
  const leave = (frame: Frame, parent: Frame | undefined): void => {
    const lowest = low.get(frame.id) ?? 0;
    if (parent !== undefined) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, lowest));
    if (lowest !== order.get(frame.id)) return;
    const component = open.splice(open.lastIndexOf(frame.id));
    for (const id of component) isOpen.delete(id);
    if (component.length === 1 && !frame.next.includes(frame.id)) return;
    for (const id of component) {
      const method = methods.get(id);
      if (method !== undefined) found.push(method);
    }
  };
  for (const [start, startMethod] of methods) {
    if (order.has(start)) continue;
    const stack = [enter(start, startMethod)];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const next = frame.next[frame.at++];
      if (next === undefined) {
        stack.pop();
        leave(frame, stack.at(-1));
        continue;
      }
      const method = methods.get(next);
      if (method !== undefined && !order.has(next)) stack.push(enter(next, method));
      else if (isOpen.has(next)) low.set(frame.id, Math.min(low.get(frame.id) ?? 0, order.get(next) ?? 0));
    }
  }
  return found;
}
