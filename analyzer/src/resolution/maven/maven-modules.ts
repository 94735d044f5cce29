import type { RelativePath } from '../../base/ids.ts';
import { areaOf } from '../../inventory/classify-file.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { createPomModel, type EffectivePom } from '../../inventory/manifests/effective-pom.ts';
import { readPom } from '../../inventory/manifests/pom.ts';
import { directoryOf } from '../../inventory/tree-path.ts';
import { parseXml } from '../../inventory/xml-document.ts';
import { type Coordinates, coordinatesOf, pathInRepository, repositoryPom } from './repository-pom.ts';

/** A module whose class path is asked for. */
export interface AskedModule {
  /** Id of the module in the inventory. */
  readonly id: string;
  readonly file: RelativePath;
  readonly coordinates: Coordinates;
  /** Poms from this one up to its last parent in the tree: where a declaration may stand. */
  readonly lineage: readonly RelativePath[];
}

/** The poms of a tree as Maven gets to see them. */
export interface MavenModules {
  readonly asked: readonly AskedModule[];
  /** Files of a repository that holds every pom of the tree, by path. */
  readonly repository: ReadonlyMap<string, string>;
}

/** Reads the poms of a tree. `texts` are those of its Maven manifests. */
export function mavenModules(inventory: Inventory, texts: ReadonlyMap<RelativePath, string>): MavenModules {
  const documents = new Map(
    [...texts].flatMap(([path, text]) => {
      const { root } = parseXml(text);
      return root?.name === 'project' ? [[path, root] as const] : [];
    }),
  );
  const model = createPomModel([...documents].map(([path, root]) => readPom(path, root)));
  const repository = new Map<string, string>();
  const asked: AskedModule[] = [];
  const isAsked = productModules(inventory);
  for (const [path, root] of documents) {
    const effective = model.effective(readPom(path, root));
    const coordinates = coordinatesOf(effective);
    // Two poms of one name: which of them others mean cannot be known, so the first by path answers for both.
    if (coordinates === null || repository.has(pathInRepository(coordinates))) continue;
    repository.set(
      pathInRepository(coordinates),
      repositoryPom(root, coordinates, parentOf(effective, model)),
    );
    const id = directoryOf(path);
    if (isAsked(id, path)) {
      asked.push({ id, file: path, coordinates, lineage: effective.lineage.map((pom) => pom.path) });
    }
  }
  return { asked, repository };
}

function parentOf(
  { inTreeParent }: EffectivePom,
  model: ReturnType<typeof createPomModel>,
): Coordinates | null {
  return inTreeParent === null ? null : coordinatesOf(model.effective(inTreeParent));
}

/** Modules that become part of the product: those that build something, outside of tests and samples. */
function productModules(inventory: Inventory): (id: string, pom: RelativePath) => boolean {
  const maven = new Map(
    inventory.modules.filter(({ tool }) => tool === 'maven').map((module) => [module.id, module]),
  );
  const samplesAreProduct = inventory.files.some(
    ({ path, role }) => role === 'production' && areaOf(path) === 'sample',
  );
  return (id, pom) => {
    const module = maven.get(id);
    if (module === undefined || module.packaging === 'pom') return false;
    const area = areaOf(pom);
    return area === 'production' || (area === 'sample' && samplesAreProduct);
  };
}
