import { bodyScratch, typeBody } from './calls/type-body.ts';
import { methodLevel } from './index-symbols.ts';
import type { World } from './world.ts';

/**
 * Pass: types every body and resolves its calls. Types stand in their file after the type around them, so a body is
 * typed before the bodies of the local types that use its variables.
 */
export function linkBodies(world: World): void {
  const scratch = bodyScratch();
  for (const file of world.files) {
    for (const [type, owner] of file.types.entries()) {
      const shape = file.shapes[type];
      if (shape === undefined) continue;
      for (const index of owner.declaration.methods.keys()) {
        const method = owner.methods[index];
        if (method?.declaration?.body == null) continue;
        const scope = methodLevel(file, { type, method: index });
        typeBody(world, { file, owner, shape, method, scope }, scratch);
      }
    }
  }
}
