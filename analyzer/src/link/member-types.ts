import { type TypeName, typeName } from '../base/ids.ts';
import type { TypeShape } from './shapes.ts';
import { shapeOf, type World } from './world.ts';

/** A member type by its simple name: declared in the type, else inherited (JLS 8.5, 9.5). Null where there is none. */
export function memberType(world: World, shape: TypeShape, simple: string): TypeName | null {
  const seen = new Set<TypeName>([shape.name]);
  let level: TypeShape[] = [shape];
  while (level.length > 0) {
    const above: TypeShape[] = [];
    for (const type of level) {
      const name = typeName(`${type.name}$${simple}`);
      if (shapeOf(world, name) !== undefined) return name;
      world.settleParents(type);
      for (const parent of type.parents) {
        if (seen.has(parent.name)) continue;
        seen.add(parent.name);
        const next = shapeOf(world, parent.name);
        if (next !== undefined) above.push(next);
      }
    }
    level = above;
  }
  return null;
}
