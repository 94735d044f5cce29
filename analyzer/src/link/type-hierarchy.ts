import { binaryNameOf, type MethodId, type TypeName } from '../base/ids.ts';
import { erasedSignature, type Member, methodsNamed } from './members.ts';
import type { MethodDraft, MethodShape, TypeDraft, TypeShape } from './shapes.ts';
import { type KnownSuper, knownSupers } from './subtyping.ts';
import { erasedName, sameErasure } from './types.ts';
import { shapeOf, type World } from './world.ts';

/** Pass: who stands below whom, and which methods override which, generics seen through (JLS 8.4.8.1). */
export function linkHierarchy(world: World): void {
  for (const draft of world.drafts.values()) {
    const shape = world.shapes.get(draft.name);
    for (const parent of shape?.parents ?? []) addTo(world.directSubtypes, parent.name, draft);
  }
  const pairs = new OverridePairs(world);
  for (const draft of world.drafts.values()) {
    const shape = world.shapes.get(draft.name);
    if (shape !== undefined) pairs.addAll(shape);
  }
  pairs.store();
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Types of the tree that are `name` or below it, in the order of their declaration. */
export function typesBelow(world: World, name: TypeName): readonly TypeDraft[] {
  const own = world.drafts.get(name);
  if (own !== undefined && !world.directSubtypes.has(name)) return [own];
  const found = new Set<TypeDraft>();
  const queue: TypeDraft[] = own === undefined ? [] : [own];
  if (own === undefined) queue.push(...(world.directSubtypes.get(name) ?? []));
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    queue.push(...(world.directSubtypes.get(at.name) ?? []));
  }
  return [...found];
}

/** A method outside the tree as call sites and overriders speak of it. */
export interface OutsideMethod {
  /** Key among `World.externalOverriders`. */
  readonly key: string;
  /** Erased. */
  readonly parameterTypes: readonly string[];
}

/** How a method outside the tree is spoken of; the same object for all its calls. */
export function outsideMethod(world: World, method: MethodShape): OutsideMethod {
  const known = world.outsideMethods.get(method);
  if (known !== undefined) return known;
  const parameterTypes = method.parameters.map((parameter) => erasedName(parameter) ?? '?');
  const made = { key: `${method.owner}#${method.name}(${parameterTypes.join(',')})`, parameterTypes };
  world.outsideMethods.set(method, made);
  return made;
}

function canOverride(method: MethodShape): boolean {
  return !method.isStatic && method.visibility !== 'private' && !method.name.startsWith('<');
}

/** `new Handler<>() { … }`: what the type arguments are only its target tells, and so what parameters of these types are. */
function isOpen(shape: TypeShape, above: MethodShape): boolean {
  return (
    shape.kind === 'anonymous' &&
    shape.draft?.declaration.extends?.args?.length === 0 &&
    above.parameters.some(({ kind }) => kind === 'variable')
  );
}

/** Parameters agree where the one above is no open type variable, which a body of a diamond may fill with any type. */
function agreesOpenly(below: MethodShape, above: MethodShape): boolean {
  return above.parameters.every((parameter, i) => {
    const mine = below.parameters[i];
    if (mine === undefined) return false;
    return parameter.kind === 'variable' ? mine.kind !== 'primitive' : sameErasure(parameter, mine);
  });
}

/** All that does not need the types of the parameters; methods without modifier are overridden in their package only. */
function mayOverride(below: MethodShape, above: MethodShape): boolean {
  if (below === above || !canOverride(below)) return false;
  if (below.parameters.length !== above.parameters.length) return false;
  return above.visibility !== 'package' || packageOf(above.owner) === packageOf(below.owner);
}

function packageOf(name: TypeName): string {
  const plain = binaryNameOf(name);
  return plain.slice(0, Math.max(plain.lastIndexOf('.'), 0));
}

const NONE: readonly MethodShape[] = [];

/** Collects the pairs (below, above) of methods, then writes them onto both ends. */
class OverridePairs {
  readonly #world: World;
  readonly #above = new Map<MethodDraft, Set<MethodDraft>>();
  readonly #below = new Map<MethodDraft, Set<MethodDraft>>();
  readonly #names = new Map<TypeShape, readonly string[]>();

  constructor(world: World) {
    this.#world = world;
  }

  /**
   * A method that a type declares overrides what it hides above; one that it only inherits implements what its
   * interfaces ask for (JLS 8.4.8.1, second case).
   */
  addAll(shape: TypeShape): void {
    const { types, known } = knownSupers(this.#world, shape.name);
    types.forEach(({ name }) => {
      this.#world.typesAbove.add(name);
    });
    for (let at = 0; at < known.length; at++) {
      const above = known[at];
      if (above !== undefined) this.#addBelow(shape, above);
    }
  }

  #addBelow(shape: TypeShape, above: KnownSuper): void {
    const names = this.#namesOf(above.shape);
    for (let at = 0; at < names.length; at++) {
      const name = names[at];
      if (name === undefined || !this.#worthAsking(shape, above.shape, name)) continue;
      const methods = above.shape.methods.get(name) ?? NONE;
      for (let i = 0; i < methods.length; i++) {
        const method = methods[i];
        if (method !== undefined && canOverride(method)) this.#addFor(shape, method, above);
      }
    }
  }

  /** What the methods of a type are called: types that all others stand on are asked for them very often. */
  #namesOf(shape: TypeShape): readonly string[] {
    let names = this.#names.get(shape);
    if (names === undefined) {
      names = [...shape.methods.keys()].filter((name) => !name.startsWith('<'));
      this.#names.set(shape, names);
    }
    return names;
  }

  /** Only own methods can override those of a class; inherited ones can implement those of an interface too. */
  #worthAsking(shape: TypeShape, parent: TypeShape, name: string): boolean {
    if (shape.methods.has(name)) return true;
    return parent.kind === 'interface' && shape.kind !== 'interface' && shape.parents[0] !== undefined;
  }

  #addFor(shape: TypeShape, above: MethodShape, from: KnownSuper): void {
    const members = methodsNamed(this.#world, shape, above.name);
    for (let i = 0; i < members.length; i++) {
      const member = members[i];
      const draft = member?.method.draft ?? null;
      if (member === undefined || draft === null || !mayOverride(member.method, above)) continue;
      if (this.#overrides(shape, member, { above, from })) this.#add(draft, above);
    }
  }

  #overrides(
    shape: TypeShape,
    { method, via }: Member,
    { above, from }: { readonly above: MethodShape; readonly from: KnownSuper },
  ): boolean {
    const isOwn = method.owner === shape.name;
    const owner = isOwn ? shape : shapeOf(this.#world, method.owner);
    if (owner === undefined || (!isOwn && owner.kind === 'interface')) return false;
    if (isOpen(shape, above)) return agreesOpenly(method, above);
    const wanted = erasedSignature(above, from.shape, from.via);
    return erasedSignature(method, owner, isOwn ? shape.self : via) === wanted;
  }

  #add(below: MethodDraft, above: MethodShape): void {
    if (above.draft === null) {
      const { key } = outsideMethod(this.#world, above);
      const known = this.#world.externalOverriders.get(key);
      if (known === undefined) this.#world.externalOverriders.set(key, new Set([below]));
      else known.add(below);
      return;
    }
    const up = this.#above.get(below) ?? new Set();
    this.#above.set(below, up.add(above.draft));
    const down = this.#below.get(above.draft) ?? new Set();
    this.#below.set(above.draft, down.add(below));
  }

  store(): void {
    for (const [method, above] of this.#above) method.overrides = [...above].map(({ id }): MethodId => id);
    for (const [method, below] of this.#below) method.overriddenBy = [...below].map(({ id }): MethodId => id);
  }
}
