import type { Diagnostic } from '../../base/diagnostics.ts';
import type { RelativePath } from '../../base/ids.ts';
import { compareText } from '../../base/ordering.ts';
import type { ManifestFormat } from '../inventory.ts';
import { directoryOf, fileNameOf } from '../tree-path.ts';
import type { EcosystemReader, ManifestText, ModuleFacts, OwnGroup } from './ecosystem.ts';
import { readCatalog } from './gradle-catalog.ts';
import { dependenciesOfScript, managedVersions } from './gradle-dependencies.ts';
import {
  createGradleModel,
  type GradleModel,
  type GradleScript,
  readGradleProperties,
} from './gradle-model.ts';
import { readScript } from './gradle-script.ts';
import { readSettings } from './gradle-settings.ts';
import { readVariables } from './gradle-values.ts';

/** Gradle: scripts in Groovy and Kotlin read as text, version catalogs and properties; nothing is run. */
export const gradle: EcosystemReader = {
  id: 'gradle',
  formatOf: (path) => formatOf(fileNameOf(path)),
  read: (manifests) => {
    const diagnostics: Diagnostic[] = [];
    const ofFormat = (...formats: readonly ManifestFormat[]): readonly ManifestText[] =>
      manifests.filter((manifest) => formats.includes(manifest.format));
    const model = createGradleModel({
      builds: ofFormat('gradle-settings').map(readSettings),
      scripts: ofFormat('gradle-build', 'gradle-script', 'gradle-settings').map(readGradleScript),
      properties: new Map(
        ofFormat('gradle-properties').map((file) => [directoryOf(file.path), readGradleProperties(file)]),
      ),
      catalogs: ofFormat('gradle-catalog').flatMap((file) => readCatalog(file, diagnostics) ?? []),
    });
    const managed = managedVersions(model);
    return {
      modules: modulesOf(model),
      dependencies: model.scripts.flatMap((script) => dependenciesOfScript(script, model, managed)),
      ownGroups: groupsOf(model),
      diagnostics,
    };
  },
};

function formatOf(name: string): ManifestFormat | null {
  if (name === 'build.gradle' || name === 'build.gradle.kts') return 'gradle-build';
  if (name === 'settings.gradle' || name === 'settings.gradle.kts') return 'gradle-settings';
  if (name.endsWith('.versions.toml')) return 'gradle-catalog';
  if (name === 'gradle.properties') return 'gradle-properties';
  return name.endsWith('.gradle') || name.endsWith('.gradle.kts') ? 'gradle-script' : null;
}

function readGradleScript(manifest: ManifestText): GradleScript {
  const statements = readScript(manifest.text);
  return { path: manifest.path, format: manifest.format, statements, variables: readVariables(statements) };
}

function modulesOf(model: GradleModel): readonly ModuleFacts[] {
  const fromSettings = model.builds.flatMap((build) => [...build.projects.values()]);
  const fromScripts = model.scripts
    .filter((script) => script.format === 'gradle-build')
    .map((script) => directoryOf(script.path));
  const directories = [...new Set([...fromSettings, ...fromScripts])].sort(compareText);
  const paths = new Map(
    model.builds.flatMap((build) => [...build.projects].map(([path, dir]) => [dir, path] as const)),
  );
  return directories.map((dir) => moduleAt(dir, paths.get(dir) ?? null, model));
}

function moduleAt(dir: RelativePath, path: string | null, model: GradleModel): ModuleFacts {
  const build = model.buildOf(dir);
  return {
    dir,
    tool: 'gradle',
    name: path === ':' ? (build?.rootName ?? ':') : path,
    version: model.valueOf(dir, 'version'),
    packaging: null,
    parent: build === null || build.root === dir ? null : build.root,
    inheritsFrom: build === null || build.root === dir ? null : build.root,
    mainRoots: [],
    testRoots: [],
  };
}

/** `group` of every project; without one Gradle publishes nothing that others could name. */
function groupsOf(model: GradleModel): readonly OwnGroup[] {
  return model.scripts.flatMap(({ path }) => {
    const group = model.valueOf(directoryOf(path), 'group');
    return group === null || group === '' ? [] : [{ group, file: path }];
  });
}
