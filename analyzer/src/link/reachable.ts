import type { TypeName } from '../base/ids.ts';
import type { MethodDraft } from './shapes.ts';
import { isSubtype, knownSupers } from './subtyping.ts';
import type { World } from './world.ts';

/** Methods of the tree that override one method outside it, by the types that their owners are or stand below. */
export interface ReachableOverriders {
  readonly below: Map<TypeName, MethodDraft[]>;
  /** Whether all types are there that any of them stands below; else those that were asked for. */
  readonly isComplete: boolean;
}

/** Pairs of a method and a type above it after which no more are listed: then methods are looked through for each type. */
const MOST_PAIRS = 100_000;

const NO_OVERRIDERS: readonly MethodDraft[] = [];

/** Those of the methods that override one outside, of types that are the receiver's or below it. */
export function reachable(world: World, key: string, receiver: TypeName): readonly MethodDraft[] {
  if (!mayBeReached(world, receiver)) return NO_OVERRIDERS;
  const overriders = world.externalOverriders.get(key);
  if (overriders === undefined) return NO_OVERRIDERS;
  let known = world.reachable.get(overriders);
  if (known === undefined) {
    known = listBelow(world, overriders);
    world.reachable.set(overriders, known);
  }
  const found = known.below.get(receiver);
  if (found !== undefined) return found;
  if (known.isComplete) return NO_OVERRIDERS;
  const looked = lookThrough(world, overriders, receiver);
  known.below.set(receiver, looked);
  return looked;
}

/** Most receivers are types of libraries that nothing of the tree stands below, and some methods have thousands of overriders. */
export function mayBeReached({ typesAbove, drafts }: World, receiver: TypeName): boolean {
  return typesAbove.has(receiver) || drafts.has(receiver);
}

/** Apart from the above, which is asked very often and would make a context for the closure each time. */
function lookThrough(world: World, overriders: ReadonlySet<MethodDraft>, receiver: TypeName): MethodDraft[] {
  return [...overriders].filter(({ owner }) => isSubtype(world, owner.name, receiver) === true);
}

function listBelow(world: World, overriders: ReadonlySet<MethodDraft>): ReachableOverriders {
  const below = new Map<TypeName, MethodDraft[]>();
  let pairs = 0;
  for (const method of overriders) {
    const above = knownSupers(world, method.owner.name).types;
    pairs += above.length + 1;
    if (pairs > MOST_PAIRS) return { below: new Map(), isComplete: false };
    add(below, method.owner.name, method);
    above.forEach(({ name }) => {
      add(below, name, method);
    });
  }
  return { below, isComplete: true };
}

function add(below: Map<TypeName, MethodDraft[]>, name: TypeName, method: MethodDraft): void {
  const list = below.get(name);
  if (list === undefined) below.set(name, [method]);
  else list.push(method);
}
