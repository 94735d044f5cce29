import type { Diagnostic } from '../../base/diagnostics.ts';
import type { RelativePath } from '../../base/ids.ts';
import type { DependencyScope } from '../inventory.ts';
import { directoryOf, fileNameOf, resolveInTree } from '../tree-path.ts';
import { parseXml } from '../xml-document.ts';
import {
  brokenManifest,
  type DependencyFacts,
  type EcosystemReader,
  type ManifestText,
  type ModuleFacts,
} from './ecosystem.ts';
import { createPomModel, type EffectivePom, isImport, type PomModel } from './effective-pom.ts';
import { type Pom, type PomArtifact, readPom } from './pom.ts';

/** Maven: `pom.xml`, without running Maven and without looking at any repository. */
export const maven: EcosystemReader = {
  id: 'maven',
  formatOf: (path) => (fileNameOf(path) === 'pom.xml' ? 'maven-pom' : null),
  read: (manifests) => {
    const diagnostics: Diagnostic[] = [];
    const poms = manifests.flatMap((manifest) => readManifest(manifest, diagnostics) ?? []);
    const model = createPomModel(poms);
    const effective = poms.map((pom) => model.effective(pom));
    return {
      modules: effective.map((pom) => moduleOf(pom, model)),
      dependencies: effective.flatMap((pom) => dependenciesOf(pom, model)),
      ownGroups: effective.flatMap(({ groupId, pom }) =>
        groupId === null ? [] : [{ group: groupId, file: pom.path }],
      ),
      diagnostics,
    };
  },
};

function readManifest(manifest: ManifestText, diagnostics: Diagnostic[]): Pom | null {
  const { root, problem } = parseXml(manifest.text);
  if (problem !== null)
    diagnostics.push(brokenManifest({ file: manifest.path, line: problem.line }, problem.message));
  return root?.name === 'project' ? readPom(manifest.path, root) : null;
}

function moduleOf(
  { pom, groupId, artifactId, version, inTreeParent, expand }: EffectivePom,
  model: PomModel,
): ModuleFacts {
  const dir = directoryOf(pom.path);
  const rootsOf = (written: string | null): readonly RelativePath[] => {
    const root = written === null ? null : resolveInTree(dir, expand(written).text);
    return root === null ? [] : [root];
  };
  const parent = inTreeParent ?? model.aggregatorOf(pom);
  return {
    dir,
    tool: 'maven',
    name: artifactId === null ? null : `${groupId ?? '?'}:${artifactId}`,
    version,
    packaging: pom.packaging ?? 'jar',
    parent: parent === null ? null : directoryOf(parent.path),
    inheritsFrom: inTreeParent === null ? null : directoryOf(inTreeParent.path),
    mainRoots: rootsOf(pom.sourceDirectory),
    testRoots: rootsOf(pom.testSourceDirectory),
  };
}

function dependenciesOf(effective: EffectivePom, model: PomModel): readonly DependencyFacts[] {
  const { pom } = effective;
  const runtime = pom.dependencies.map((artifact): Declaration => {
    const managed = effective.managedFor(artifact);
    const scope = scopeOf(
      {
        scope: artifact.scope ?? managed?.scope ?? '',
        optional: artifact.optional ?? managed?.optional ?? '',
      },
      effective,
    );
    return { artifact, scope, managedVersion: managed?.version ?? null };
  });
  const as =
    (scope: DependencyScope) =>
    (artifact: PomArtifact): Declaration => ({ artifact, scope, managedVersion: null });
  const platforms = pom.managed
    .filter((artifact) => isImport(artifact, effective.expand))
    .map(as('platform'));
  const parent = pom.parent !== null && effective.inTreeParent === null ? [as('platform')(pom.parent)] : [];
  const declarations = [...parent, ...platforms, ...runtime, ...pom.buildArtifacts.map(as('build'))];
  return declarations.map((declaration) => declare(declaration, effective, model));
}

interface Declaration {
  readonly artifact: PomArtifact;
  readonly scope: DependencyScope;
  /** Version that dependency management in the tree gives, for a declaration without one. */
  readonly managedVersion: string | null;
}

function declare(declaration: Declaration, effective: EffectivePom, model: PomModel): DependencyFacts {
  const { artifact, scope, managedVersion } = declaration;
  const group = artifact.groupId === null ? null : effective.expand(artifact.groupId).text;
  const name = effective.expand(artifact.artifactId).text;
  const target = model.find(group, name);
  return {
    ecosystem: 'maven',
    group,
    name,
    version: artifact.version === null ? managedVersion : effective.versionOf(artifact.version),
    scope,
    file: effective.pom.path,
    line: artifact.line,
    module: directoryOf(effective.pom.path),
    target: target === null ? null : directoryOf(target.path),
    own: target !== null,
    reach: 'module-and-below',
  };
}

function scopeOf(written: { scope: string; optional: string }, { expand }: EffectivePom): DependencyScope {
  switch (expand(written.scope).text.trim()) {
    case 'test':
      return 'test';
    case 'import':
      return 'platform';
    case 'provided':
    case 'system':
      return 'provided';
    default:
      return expand(written.optional).text.trim() === 'true' ? 'optional' : 'runtime';
  }
}
