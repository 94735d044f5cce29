import { compareText } from '../../base/ordering.ts';
import type { BuildModule } from '../../inventory/inventory.ts';

/** Which build modules are on whose class path. */
export interface ModuleGraph {
  /** The module with all it depends on, directly or not. */
  closure(module: string): ReadonlySet<string>;
  /** Modules that have the module on their class path and are on nobody else's, sorted; the module itself if there is none. */
  outermost(module: string): readonly string[];
}

const graphs = new WeakMap<readonly BuildModule[], ModuleGraph>();

/** The graph of declared dependencies between modules of the tree; built once for a tree. */
export function moduleGraphOf(modules: readonly BuildModule[]): ModuleGraph {
  const known = graphs.get(modules);
  if (known !== undefined) return known;
  const graph = createModuleGraph(modules);
  graphs.set(modules, graph);
  return graph;
}

function createModuleGraph(modules: readonly BuildModule[]): ModuleGraph {
  const byId = new Map(modules.map((module) => [module.id, module]));
  const closures = new Map<string, ReadonlySet<string>>();
  const closure = (start: string): ReadonlySet<string> => {
    const known = closures.get(start);
    if (known !== undefined) return known;
    const found = new Set<string>([start]);
    for (const id of found) for (const next of byId.get(id)?.dependsOn ?? []) found.add(next);
    closures.set(start, found);
    return found;
  };
  const usedByOthers = new Set(
    modules.flatMap((module) => module.dependsOn.filter((other) => other !== module.id)),
  );
  const programs = modules.map(({ id }) => id).filter((id) => !usedByOthers.has(id));
  const outermosts = new Map<string, readonly string[]>();
  return {
    closure,
    outermost(module) {
      const known = outermosts.get(module);
      if (known !== undefined) return known;
      const outer = programs.filter((id) => id !== module && closure(id).has(module)).sort(compareText);
      const found = outer.length > 0 ? outer : [module];
      outermosts.set(module, found);
      return found;
    },
  };
}

/** The module with the modules around it in the build's own hierarchy: dependencies of a parent are inherited. */
export function withParents(modules: readonly BuildModule[], start: Iterable<string>): ReadonlySet<string> {
  const byId = new Map(modules.map((module) => [module.id, module]));
  const found = new Set<string>(start);
  for (const id of found) {
    const parent = byId.get(id)?.parent;
    if (parent !== null && parent !== undefined) found.add(parent);
  }
  return found;
}
