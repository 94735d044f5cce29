import type { MethodId } from '../../base/ids.ts';
import { methodsNamed } from '../members.ts';
import type { CallResolution, CallTarget, Confidence, EdgeKind } from '../program.ts';
import { mayBeReached, reachable } from '../reachable.ts';
import type { ResolvedType } from '../resolved-type.ts';
import type { MethodDraft, MethodShape } from '../shapes.ts';
import { memberOwner } from '../subtyping.ts';
import { outsideMethod } from '../type-hierarchy.ts';
import { shapeOf, type World } from '../world.ts';
import type { TestedType } from './type-tests.ts';

/** A call with the method that overload resolution gave it. */
export interface Invocation {
  readonly method: MethodShape;
  readonly receiver: ResolvedType | null;
  readonly returns: ResolvedType;
  /** Bound at compile time: `super.x()`, static, private, constructors. */
  readonly isDirect: boolean;
  readonly how: EdgeKind;
  /** False where arguments of unknown type had a part in the choice. */
  readonly isCertain: boolean;
  /** What the object has been tested for, where its type says nothing. */
  readonly tested: TestedType | null;
}

export const NO_TARGETS: readonly CallTarget[] = [];

export interface Resolved {
  readonly resolution: CallResolution;
  readonly targets: readonly CallTarget[];
}

const NO_OVERRIDERS: readonly MethodId[] = [];

/**
 * Class hierarchy analysis: the method that is declared and every method of the tree that overrides it. Not the declared
 * one where every object of the tree has another in its place.
 */
export function targetsOf(world: World, invocation: Invocation): Resolved {
  const { method } = invocation;
  if (method.draft === null) return externalTargets(world, invocation);
  const declared = method.draft;
  const others = isBound(invocation) ? NO_OVERRIDERS : declared.overriddenBy;
  const isReplaced = others.length > 0 && world.replaced.has(declared);
  const concrete = others.length + (method.isAbstract || isReplaced ? 0 : 1);
  const confidence: Confidence = invocation.isCertain && concrete <= 1 ? 'certain' : 'likely';
  const how = howOf(world, invocation);
  const resolution = {
    status: concrete <= 1 ? 'exact' : 'narrowed',
    declared: declared.id,
    method: declared,
  } as const;
  if (others.length === 0) return { resolution, targets: [{ method: declared.id, how, confidence }] };
  const ids = isReplaced ? others : [declared.id, ...others];
  const kind = `${how} ${confidence}`;
  return {
    resolution,
    targets: sharedTargets(world, { overriders: others, kind }, { ids, how, confidence }),
  };
}

interface Edges {
  readonly ids: readonly MethodId[];
  readonly how: EdgeKind;
  readonly confidence: Confidence;
}

function sharedTargets(
  world: World,
  by: { readonly overriders: readonly unknown[]; readonly kind: string },
  { ids, how, confidence }: Edges,
): readonly CallTarget[] {
  return shared(world, by, () => ids.map((id) => ({ method: id, how, confidence })));
}

/** The targets that other calls with the same overriders have already, else new ones. */
function shared(
  world: World,
  by: { readonly overriders: readonly unknown[]; readonly kind: string },
  make: () => readonly CallTarget[],
): readonly CallTarget[] {
  const lists = world.sharedTargets.get(by.overriders) ?? new Map<string, readonly CallTarget[]>();
  world.sharedTargets.set(by.overriders, lists);
  const known = lists.get(by.kind) ?? make();
  lists.set(by.kind, known);
  return known;
}

function isBound({ method, isDirect }: Invocation): boolean {
  return isDirect || method.isStatic || method.visibility === 'private';
}

function howOf(world: World, { method, how }: Invocation): EdgeKind {
  if (how !== 'virtual') return how;
  if (method.isStatic) return 'static';
  const kind = shapeOf(world, method.owner)?.kind;
  return kind === 'interface' || kind === 'annotation' ? 'interface' : 'virtual';
}

function externalTargets(world: World, invocation: Invocation): Resolved {
  const { method, returns } = invocation;
  return {
    resolution: {
      status: 'external',
      owner: method.owner,
      member: method.name,
      parameterTypes: outsideMethod(world, method).parameterTypes,
      returnType: returns,
    },
    targets: isBound(invocation) ? NO_TARGETS : overridersBelow(world, invocation),
  };
}

/**
 * Methods of the tree that a call of an outside method may reach: those of types below the receiver's. A receiver of the
 * root type may be anything, which says nothing, so it reaches nothing but what it has been tested for.
 */
function overridersBelow(world: World, invocation: Invocation): readonly CallTarget[] {
  if (invocation.tested !== null) return testedTargets(world, invocation, invocation.tested);
  const owner = invocation.receiver === null ? null : memberOwner(invocation.receiver);
  if (owner === null || !mayBeReached(world, owner.name)) return NO_TARGETS;
  if (owner.name === shapeOf(world, owner.name)?.rules.rootType) return NO_TARGETS;
  const overriders = reachable(world, outsideMethod(world, invocation.method).key, owner.name);
  if (overriders.length === 0) return NO_TARGETS;
  return possibleTargets(world, overriders, howOf(world, invocation));
}

function possibleTargets(
  world: World,
  overriders: readonly MethodDraft[],
  how: EdgeKind,
): readonly CallTarget[] {
  return shared(world, { overriders, kind: how }, () =>
    overriders.map(({ id }) => ({ method: id, how, confidence: 'possible' })),
  );
}

/** The method that the tested type declares or inherits, and unless the object is of this very class all below it. */
function testedTargets(
  world: World,
  invocation: Invocation,
  { type, isExact }: TestedType,
): readonly CallTarget[] {
  const shape = shapeOf(world, type.name);
  if (shape === undefined) return [];
  const { key } = outsideMethod(world, invocation.method);
  const overriders = world.externalOverriders.get(key);
  const own = methodsNamed(world, shape, invocation.method.name).flatMap(({ method: { draft } }) =>
    draft !== null && overriders?.has(draft) === true ? [draft] : [],
  );
  const below = isExact ? [] : reachable(world, key, type.name);
  const confidence = isExact ? 'certain' : 'likely';
  return [...new Set([...own, ...below])].map(({ id }) => ({
    method: id,
    how: howOf(world, invocation),
    confidence,
  }));
}
