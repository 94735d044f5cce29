import type { CallSite } from './program.ts';
import { CONSTRUCTOR, type MethodDraft, type MethodShape, type TypeDraft } from './shapes.ts';
import { shapeOf, type World } from './world.ts';

/**
 * Pass: the `super()` that the compiler puts into a constructor that does not begin with one (JLS 8.8.7). Such a call
 * has no operation; its index is -1. Only calls of constructors of the tree are told.
 */
export function addImplicitCalls(world: World): void {
  for (const owner of world.files.flatMap((file): readonly TypeDraft[] => file.types)) {
    const above = owner.declaration.kind === 'class' ? superConstructor(world, owner)?.draft : null;
    if (above == null) continue;
    for (const method of owner.methods) {
      if (method.name !== CONSTRUCTOR || callsAnother(method)) continue;
      method.calls = [implicitCall(method, above), ...method.calls];
    }
  }
}

function superConstructor(world: World, owner: TypeDraft): MethodShape | undefined {
  if (owner.superclass?.kind !== 'class') return undefined;
  const constructors = shapeOf(world, owner.superclass.name)?.methods.get(CONSTRUCTOR) ?? [];
  return (
    constructors.find(({ parameters }) => parameters.length === 0) ??
    constructors.find(({ parameters, isVarargs }) => parameters.length === 1 && isVarargs)
  );
}

function callsAnother({ declaration }: MethodDraft): boolean {
  return declaration?.body?.operations.some(({ kind }) => kind === 'constructor-call') === true;
}

function implicitCall(method: MethodDraft, target: MethodDraft): CallSite {
  const { declaration, owner } = method;
  const line = declaration?.body?.regions[0]?.line ?? owner.declaration.line;
  return {
    caller: method.id,
    operation: -1,
    file: owner.file.facts.path,
    line,
    nameLine: line,
    name: 'super',
    receiver: owner.superclass,
    resolution: { status: 'exact', declared: target.id },
    targets: [{ method: target.id, how: 'constructor', confidence: 'certain' }],
  };
}
