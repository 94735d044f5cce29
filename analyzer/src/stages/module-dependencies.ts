import type { BuildModule } from '../inventory/inventory.ts';
import type { ModuleDependencies } from '../link/homonyms.ts';

/** What linking is told of the modules of a tree. */
export function moduleDependencies(modules: readonly BuildModule[]): ModuleDependencies {
  return new Map(modules.map(({ id, dependsOn }) => [id, dependsOn]));
}
