import type { MethodDraft } from './shapes.ts';
import { TestMethod } from './test-method.ts';
import type { World } from './world.ts';

/** All methods but those of tests, once all bodies are typed: no more come after that. Several passes go over all of them. */
export function keptMethods(world: World): readonly MethodDraft[] {
  world.kept ??= findKept(world);
  return world.kept;
}

function findKept({ files }: World): readonly MethodDraft[] {
  const methods: MethodDraft[] = [];
  for (let at = 0; at < files.length; at++) {
    const types = files[at]?.types ?? [];
    for (let type = 0; type < types.length; type++) {
      const own = types[type]?.methods ?? [];
      for (let i = 0; i < own.length; i++) {
        const method = own[i];
        if (method !== undefined && !(method instanceof TestMethod)) methods.push(method);
      }
    }
  }
  return methods;
}
