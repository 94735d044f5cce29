import type { RelativePath } from '../base/ids.ts';
import { byText, compareText } from '../base/ordering.ts';
import type { BuildModule, InventoryFile } from './inventory.ts';
import type { DependencyFacts, ModuleFacts } from './manifests/ecosystem.ts';
import { directoriesAround, directoryOf, resolveInTree, TREE_ROOT } from './tree-path.ts';

/** Where two tools share a directory (a Maven project with a package.json), the first of these names the module. */
const TOOL_ORDER: readonly BuildModule['tool'][] = ['maven', 'gradle', 'go', 'python', 'npm', 'none'];

const NO_MANIFEST: Omit<ModuleFacts, 'dir'> = {
  tool: 'none',
  name: null,
  version: null,
  packaging: null,
  parent: null,
  inheritsFrom: null,
  mainRoots: [],
  testRoots: [],
};

/** One module a directory, the root always among them, by directory. */
export function settleModules(facts: readonly ModuleFacts[]): readonly ModuleFacts[] {
  const byDirectory = new Map<RelativePath, ModuleFacts>([[TREE_ROOT, { ...NO_MANIFEST, dir: TREE_ROOT }]]);
  for (const module of facts) {
    const known = byDirectory.get(module.dir);
    if (known === undefined || TOOL_ORDER.indexOf(module.tool) < TOOL_ORDER.indexOf(known.tool)) {
      byDirectory.set(module.dir, module);
    }
  }
  return [...byDirectory.values()].sort(byText((module) => module.dir));
}

/** A lookup from any path to the nearest module around it. */
export function moduleLookup(modules: readonly ModuleFacts[]): (path: RelativePath) => string {
  const known = new Set<string>(modules.map((module) => module.dir));
  const answers = new Map<RelativePath, string>();
  const nearest = (directory: RelativePath): string =>
    directoriesAround(directory).find((around) => known.has(around)) ?? TREE_ROOT;
  return (path) => {
    const directory = directoryOf(path);
    const answer = answers.get(directory) ?? nearest(directory);
    answers.set(directory, answer);
    return answer;
  };
}

interface ModuleSources {
  readonly modules: readonly ModuleFacts[];
  readonly files: readonly InventoryFile[];
  readonly dependencies: readonly DependencyFacts[];
}

/** Completes modules with the source roots that exist and the siblings they depend on. */
export function buildModules({ modules, files, dependencies }: ModuleSources): readonly BuildModule[] {
  const roots = collectRoots(files);
  const known = new Set<string>(modules.map((module) => module.dir));
  const siblings = siblingsOf(modules, dependencies);
  return modules.map((module) => {
    const own = roots.get(module.dir);
    return {
      id: module.dir,
      dir: module.dir,
      tool: module.tool,
      name: module.name,
      version: module.version,
      packaging: module.packaging,
      parent:
        module.parent !== null && known.has(module.parent) && module.parent !== module.dir
          ? module.parent
          : null,
      mainRoots: sortedUnion(own?.main, module.mainRoots),
      testRoots: sortedUnion(own?.test, module.testRoots),
      resourceRoots: sortedUnion(own?.resources, []),
      dependsOn: [...(siblings.get(module.dir) ?? [])].sort(compareText),
    };
  });
}

/** The modules of the tree that each declares a dependency on, or that one it inherits from declares for it. */
function siblingsOf(
  modules: readonly ModuleFacts[],
  dependencies: readonly DependencyFacts[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, ModuleFacts>(modules.map((module) => [module.dir, module]));
  const declared = Map.groupBy(
    dependencies.filter(({ target }) => target !== null && known.has(target)),
    ({ module }) => module,
  );
  return new Map(
    modules.map((module) => {
      const own = (declared.get(module.dir) ?? []).filter(({ reach }) => reach !== 'below');
      const inherited = ancestorsOf(module, known)
        .flatMap(({ dir }) => declared.get(dir) ?? [])
        .filter(({ reach }) => reach !== undefined);
      const targets = [...own, ...inherited].flatMap(({ target }) => target ?? []);
      return [module.dir, new Set(targets.filter((target) => target !== module.dir))];
    }),
  );
}

function ancestorsOf(module: ModuleFacts, known: ReadonlyMap<string, ModuleFacts>): readonly ModuleFacts[] {
  const found = new Set<ModuleFacts>();
  for (let at = module.inheritsFrom; at !== null; ) {
    const around = known.get(at);
    if (around === undefined || around === module || found.has(around)) break;
    found.add(around);
    at = around.inheritsFrom;
  }
  return [...found];
}

interface Roots {
  readonly main: Set<RelativePath>;
  readonly test: Set<RelativePath>;
  readonly resources: Set<RelativePath>;
}

const SOURCE_ROOT = /^(?:.*?\/)?src\/[^/]+\/(?:java\d*|kotlin|scala|groovy|resources|webapp)(?=\/)/;

function collectRoots(files: readonly InventoryFile[]): ReadonlyMap<string, Roots> {
  const roots = new Map<string, Roots>();
  for (const { path, module, role } of files) {
    const written = SOURCE_ROOT.exec(path)?.[0];
    const root = written === undefined ? null : resolveInTree(TREE_ROOT, written);
    if (root === null) continue;
    const own: Roots = roots.get(module) ?? { main: new Set(), test: new Set(), resources: new Set() };
    roots.set(module, own);
    const isResource = /\/(?:resources|webapp)$/.test(root);
    if (role === 'test') {
      if (!isResource) own.test.add(root);
    } else if (isResource) own.resources.add(root);
    else if (role !== 'build') own.main.add(root);
  }
  return roots;
}

function sortedUnion(
  found: ReadonlySet<RelativePath> | undefined,
  declared: readonly RelativePath[],
): readonly RelativePath[] {
  return [...new Set([...(found ?? []), ...declared])].sort(compareText);
}
