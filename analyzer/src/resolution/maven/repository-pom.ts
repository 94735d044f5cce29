import type { EffectivePom } from '../../inventory/manifests/effective-pom.ts';
import { childOf, textOf, type XmlElement } from '../../inventory/xml-document.ts';

/** What names an artifact to Maven. */
export interface Coordinates {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
}

/** The version of a module whose own cannot be known without building it; only other modules of the tree ask for it. */
const NO_VERSION = '0-unknown';

/** They become names of directories and files, so nothing may lead out of those. */
const ID = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}$/u;
const VERSION = /^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}$/u;

/** The coordinates of a pom of the tree; null where they are missing or no coordinates. */
export function coordinatesOf({ groupId, artifactId, version }: EffectivePom): Coordinates | null {
  const found = { groupId: groupId ?? '', artifactId: artifactId ?? '', version: version ?? NO_VERSION };
  return ID.test(found.groupId) && ID.test(found.artifactId) && VERSION.test(found.version) ? found : null;
}

/** Where a repository keeps the pom of an artifact. */
export function pathInRepository({ groupId, artifactId, version }: Coordinates): string {
  return `${groupId.replaceAll('.', '/')}/${artifactId}/${version}/${artifactId}-${version}.pom`;
}

/**
 * What of a project Maven gets to see: what decides which libraries there are, and nothing that it would load or run. No
 * build, so no plugin and no extension; no repository, so nothing is fetched from where the tree says.
 */
const KEPT = ['properties', 'dependencyManagement', 'dependencies'] as const;
const KEPT_OF_ACTIVATION = ['activeByDefault', 'jdk', 'os', 'property'] as const;

/**
 * A pom of the tree as an artifact of a repository. Its own coordinates and those of a parent in the tree are written out,
 * because a repository resolves no property in them.
 */
export function repositoryPom(
  project: XmlElement,
  own: Coordinates,
  parentInTree: Coordinates | null,
): string {
  const parent = childOf(project, 'parent');
  const named = parentInTree ?? parentOf(parent);
  return [
    '<project>',
    '<modelVersion>4.0.0</modelVersion>',
    ...(named === null ? [] : ['<parent>', coordinatesXml(named), '<relativePath/>', '</parent>']),
    coordinatesXml(own),
    '<packaging>pom</packaging>',
    ...KEPT.map((name) => elementXml(childOf(project, name))),
    '<profiles>',
    ...(childOf(project, 'profiles')?.children ?? []).map(profileXml),
    '</profiles>',
    '</project>',
  ].join('\n');
}

function parentOf(parent: XmlElement | undefined): Coordinates | null {
  const groupId = textOf(parent, 'groupId');
  const artifactId = textOf(parent, 'artifactId');
  const version = textOf(parent, 'version');
  return groupId === null || artifactId === null || version === null
    ? null
    : { groupId, artifactId, version };
}

function profileXml(profile: XmlElement): string {
  const activation = childOf(profile, 'activation');
  const conditions = KEPT_OF_ACTIVATION.map((name) => elementXml(childOf(activation, name))).join('');
  return [
    '<profile>',
    elementXml(childOf(profile, 'id')),
    `<activation>${conditions}</activation>`,
    ...KEPT.map((name) => elementXml(childOf(profile, name))),
    '</profile>',
  ].join('\n');
}

/** Coordinates as elements. */
export function coordinatesXml({ groupId, artifactId, version }: Coordinates): string {
  const parts = { groupId, artifactId, version };
  return Object.entries(parts)
    .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
    .join('');
}

/** An element with all it holds; the reader has bounded how deep that is. */
function elementXml(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const inside = element.children.map(elementXml).join('');
  return `<${element.name}>${escapeXml(element.text)}${inside}</${element.name}>`;
}

/** Text as XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
