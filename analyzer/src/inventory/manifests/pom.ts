import type { RelativePath } from '../../base/ids.ts';
import { childOf, itemsOf, textOf, type XmlElement } from '../xml-document.ts';

/** A dependency, plugin or parent as a pom writes it; nothing is interpolated yet. */
export interface PomArtifact {
  readonly groupId: string | null;
  readonly artifactId: string;
  readonly version: string | null;
  readonly scope: string | null;
  readonly type: string | null;
  readonly optional: string | null;
  readonly line: number;
}

/** The parent a pom names, and where it says that parent's file is. */
export interface PomParent extends PomArtifact {
  /** Null where the element is absent: Maven then looks at `../pom.xml`. Empty means "not in this tree". */
  readonly relativePath: string | null;
}

/** One `pom.xml`, with the profiles that are active by default folded in. */
export interface Pom {
  readonly path: RelativePath;
  readonly groupId: string | null;
  readonly artifactId: string | null;
  readonly version: string | null;
  readonly packaging: string | null;
  readonly parent: PomParent | null;
  readonly properties: ReadonlyMap<string, string>;
  readonly modules: readonly string[];
  readonly managed: readonly PomArtifact[];
  readonly dependencies: readonly PomArtifact[];
  /** Plugins, their own dependencies and annotation processors: present while building only. */
  readonly buildArtifacts: readonly PomArtifact[];
  readonly sourceDirectory: string | null;
  readonly testSourceDirectory: string | null;
}

const MAVEN_PLUGINS = 'org.apache.maven.plugins';

/** Reads the root element of a pom. */
export function readPom(path: RelativePath, project: XmlElement): Pom {
  const layers = [project, ...itemsOf(project, 'profiles', 'profile').filter(isActiveByDefault)];
  const build = childOf(project, 'build');
  return {
    path,
    groupId: textOf(project, 'groupId'),
    artifactId: textOf(project, 'artifactId'),
    version: textOf(project, 'version'),
    packaging: textOf(project, 'packaging'),
    parent: readParent(childOf(project, 'parent')),
    properties: new Map(layers.flatMap(readProperties)),
    modules: layers.flatMap((layer) => itemsOf(layer, 'modules', 'module').map((module) => module.text)),
    managed: layers.flatMap((layer) =>
      artifacts(childOf(layer, 'dependencyManagement'), 'dependencies', 'dependency'),
    ),
    dependencies: layers.flatMap((layer) => artifacts(layer, 'dependencies', 'dependency')),
    buildArtifacts: layers.flatMap((layer) => readBuildArtifacts(childOf(layer, 'build'))),
    sourceDirectory: textOf(build, 'sourceDirectory'),
    testSourceDirectory: textOf(build, 'testSourceDirectory'),
  };
}

function isActiveByDefault(profile: XmlElement): boolean {
  return textOf(childOf(profile, 'activation'), 'activeByDefault') === 'true';
}

function readProperties(layer: XmlElement): readonly (readonly [string, string])[] {
  return (childOf(layer, 'properties')?.children ?? []).map(
    (property) => [property.name, property.text] as const,
  );
}

function readParent(element: XmlElement | undefined): PomParent | null {
  const artifact = element === undefined ? null : readArtifact(element);
  return artifact === null
    ? null
    : { ...artifact, relativePath: childOf(element, 'relativePath')?.text ?? null };
}

function artifacts(element: XmlElement | undefined, list: string, item: string): readonly PomArtifact[] {
  return itemsOf(element, list, item).flatMap((entry) => readArtifact(entry) ?? []);
}

function readArtifact(element: XmlElement): PomArtifact | null {
  const artifactId = textOf(element, 'artifactId');
  if (artifactId === null) return null;
  return {
    groupId: textOf(element, 'groupId'),
    artifactId,
    version: textOf(element, 'version'),
    scope: textOf(element, 'scope'),
    type: textOf(element, 'type'),
    optional: textOf(element, 'optional'),
    line: element.line,
  };
}

function readBuildArtifacts(build: XmlElement | undefined): readonly PomArtifact[] {
  const plugins = itemsOf(build, 'plugins', 'plugin').flatMap((plugin) => {
    const own = readArtifact(plugin);
    const processors = artifacts(childOf(plugin, 'configuration'), 'annotationProcessorPaths', 'path');
    const main = own === null ? [] : [{ ...own, groupId: own.groupId ?? MAVEN_PLUGINS }];
    return [...main, ...artifacts(plugin, 'dependencies', 'dependency'), ...processors];
  });
  return [...plugins, ...artifacts(build, 'extensions', 'extension')];
}
