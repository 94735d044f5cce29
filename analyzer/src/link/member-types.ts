import { type TypeName, typeName } from '../base/ids.ts';
import type { TypeShape } from './shapes.ts';
import { shapeOf, type World } from './world.ts';

/** A member type by its simple name: declared in the type, else inherited (JLS 8.5, 9.5). Null where there is none. */
export function memberType(world: World, shape: TypeShape, simple: string): TypeName | null {
  const seen = new Set<TypeName>([shape.name]);
  const queue: TypeShape[] = [shape];
  for (const type of queue) {
    const member = hasMembers(world, type.name)
      ? shapeOf(world, typeName(`${type.name}$${simple}`))
      : undefined;
    if (member !== undefined) return member.name;
    world.settleParents(type);
    for (const parent of type.parents) {
      const next = seen.has(parent.name) ? undefined : shapeOf(world, parent.name);
      seen.add(parent.name);
      if (next !== undefined) queue.push(next);
    }
  }
  return null;
}

/** Most types have no member types at all: no name needs to be made and looked up for them. */
function hasMembers(world: World, name: TypeName): boolean {
  if (world.outerNames.has(name)) return true;
  return world.signatures.some((signatures) => signatures.hasMemberTypes(name));
}
