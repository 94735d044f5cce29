import { ComponentSearch } from '../base/components.ts';
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
  world.files.forEach(({ types }) => {
    for (let type = 0; type < types.length; type++) number(types[type]?.methods ?? [], { methods, numbers });
  });
  const search = new ComponentSearch(
    { size: methods.length, ahead: (method) => calleesOf(methods[method], numbers) },
    (members, aheadOfFirst) => {
      if (members.length === 1 && !aheadOfFirst.includes(members[0] ?? -1)) return;
      for (const member of members) {
        const method = methods[member];
        if (method !== undefined) method.cognitiveComplexity += 1;
      }
    },
  );
  // Of tests only what production code leads to.
  for (let at = 0; at < methods.length; at++) if (!(methods[at] instanceof TestMethod)) search.from(at);
}

/** Gives each method a number; of several with one id the first. */
function number(
  own: readonly MethodDraft[],
  to: { readonly methods: MethodDraft[]; readonly numbers: Map<MethodId, number> },
): void {
  for (let i = 0; i < own.length; i++) {
    const method = own[i];
    if (method === undefined || to.numbers.has(method.id)) continue;
    to.numbers.set(method.id, to.methods.length);
    to.methods.push(method);
  }
}

/** What the calls of a method declare; a method twice where it is called twice. */
function calleesOf(
  method: MethodDraft | undefined,
  numbers: ReadonlyMap<MethodId, number>,
): readonly number[] {
  const calls = method?.calls ?? [];
  const found: number[] = [];
  for (let i = 0; i < calls.length; i++) {
    const resolution = calls[i]?.resolution;
    if (resolution?.status !== 'exact' && resolution?.status !== 'narrowed') continue;
    const number = numbers.get(resolution.declared);
    if (number !== undefined) found.push(number);
  }
  return found;
}
