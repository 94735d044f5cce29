import type { RelativePath } from '../base/ids.ts';
import { byNumber, byText, compareText, inOrder } from '../base/ordering.ts';
import type { Inventory } from '../inventory/inventory.ts';
import {
  type ClassPath,
  type Component,
  libraryName,
  UNKNOWN_CLASS_PATH,
  type VersionConflict,
} from './class-path.ts';
import { lockedProject, readLockfile } from './gradle-lockfile.ts';
import type { MavenOptions } from './maven/maven-options.ts';
import { resolveMaven } from './maven/resolve-maven.ts';

/** What to resolve, and how. */
export interface ResolutionRequest {
  readonly inventory: Inventory;
  /** Texts of the files of {@link wantedForResolution}. */
  readonly texts: ReadonlyMap<RelativePath, string>;
  /** Null where Maven is not to be asked: in the mode `fast`. */
  readonly maven: MavenOptions | null;
  readonly log: (text: string) => void;
}

/** Files whose texts the resolution needs. */
export function wantedForResolution(inventory: Inventory, mode: 'fast' | 'full'): readonly RelativePath[] {
  const poms = inventory.manifests.filter(({ format }) => format === 'maven-pom').map(({ path }) => path);
  const locks = inventory.files.map(({ path }) => path).filter((path) => lockedProject(path) !== null);
  return mode === 'full' ? [...poms, ...locks] : locks;
}

/**
 * What is on the class paths of a tree: from lock files in every mode, from Maven where it may be asked. What neither of
 * them knows is missing from the modules.
 */
export async function resolveClassPath(request: ResolutionRequest): Promise<ClassPath> {
  const { maven, inventory, texts } = request;
  const locked = lockedClassPath(inventory, texts);
  const asked = maven === null ? UNKNOWN_CLASS_PATH : await resolveMaven({ ...request, options: maven });
  return {
    components: [...locked.components, ...asked.components].sort(compareComponent),
    conflicts: [...asked.conflicts].sort(compareConflict),
    modules: [...new Set([...locked.modules, ...asked.modules])].sort(compareText),
    diagnostics: [...locked.diagnostics, ...asked.diagnostics],
  };
}

const compareComponent = inOrder<Component>(
  byText(({ file }) => file),
  byNumber(({ line }) => line),
  byText(libraryName),
  byText(({ version }) => version),
  byText(({ module }) => module),
);

const compareConflict = inOrder<VersionConflict>(
  byText(libraryName),
  byText(({ module }) => module),
  byText(({ wanted }) => wanted),
  byText(({ by }) => by ?? ''),
);

function lockedClassPath(inventory: Inventory, texts: ReadonlyMap<RelativePath, string>): ClassPath {
  const gradle = new Set(inventory.modules.filter(({ tool }) => tool === 'gradle').map(({ id }) => id));
  const own = new Set(inventory.ownGroups);
  const declared = declaredIn(inventory);
  const components = new Map<string, Component>();
  const modules = new Set<string>();
  for (const [file, text] of texts) {
    const module = lockedProject(file);
    if (module === null || !gradle.has(module)) continue;
    modules.add(module);
    for (const { group, name, version, line } of readLockfile(file, text)) {
      const key = `${module} ${group}:${name}:${version}`;
      if (components.has(key)) continue;
      const place = declared.get(`${module} ${group}:${name}`) ?? { file, line };
      components.set(key, {
        ecosystem: 'maven',
        ...{ group, name, version, module, through: [] },
        scope: 'runtime',
        kind: own.has(group) ? 'internal' : 'external',
        targetModule: null,
        ...place,
      });
    }
  }
  return { ...UNKNOWN_CLASS_PATH, components: [...components.values()], modules: [...modules] };
}

/** Where a module declares a library; a locked one that it does not declare is placed in the lock file. */
function declaredIn(inventory: Inventory): ReadonlyMap<string, Pick<Component, 'file' | 'line'>> {
  return new Map(
    inventory.dependencies
      .filter(({ scope }) => scope === 'runtime')
      .toReversed()
      .map((dependency) => [
        `${dependency.module} ${libraryName(dependency)}`,
        { file: dependency.file, line: dependency.line },
      ]),
  );
}
