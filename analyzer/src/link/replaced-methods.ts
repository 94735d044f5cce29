import { functionOf } from './functional-interfaces.ts';
import { methodsNamed } from './members.ts';
import type { MethodDraft, TypeShape } from './shapes.ts';
import { typesBelow } from './type-hierarchy.ts';
import { classType } from './types.ts';
import { shapeOf, type World } from './world.ts';

/**
 * Pass: finds the methods with a body that no object of the tree runs when they are called, because every class that could
 * inherit them declares or inherits another in their place (JLS 8.4.8, 9.4.1). Types that nothing of the tree can be an
 * object of say nothing: somebody else extends them, or a proxy stands for them.
 */
export function findReplaced(world: World): void {
  for (const draft of world.drafts.values()) {
    const shape = world.shapes.get(draft.name);
    // Of few interfaces anybody overrides a method with a body: what a lambda can be is not asked of the others.
    if (shape === undefined || !draft.methods.some(mayBeReplaced) || canBeObject(world, shape)) continue;
    for (const method of draft.methods) {
      if (mayBeReplaced(method) && isReplaced(world, shape, method)) world.replaced.add(method);
    }
  }
}

function mayBeReplaced({ overriddenBy, declaration }: MethodDraft): boolean {
  return overriddenBy.length > 0 && declaration?.body != null;
}

function isReplaced(world: World, shape: TypeShape, method: MethodDraft): boolean {
  let anyObject = false;
  for (const { name } of typesBelow(world, shape.name)) {
    const below = shapeOf(world, name);
    if (below === undefined || !mayHaveObjects(world, below)) continue;
    anyObject = true;
    if (methodsNamed(world, below, method.name).some((member) => member.method.draft === method))
      return false;
  }
  return anyObject;
}

/** A type that can be an object, or whose objects must come from elsewhere, as nothing stands below it. */
function mayHaveObjects(world: World, shape: TypeShape): boolean {
  return canBeObject(world, shape) || (world.directSubtypes.get(shape.name) ?? []).length === 0;
}

/** A class that is not abstract, or an interface that a lambda can be. */
function canBeObject(world: World, shape: TypeShape): boolean {
  if (shape.kind === 'interface' || shape.kind === 'annotation')
    return functionOf(world, classType(shape.name)) !== null;
  return !shape.isAbstract;
}
