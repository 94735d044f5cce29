import { type Coordinates, coordinatesXml, escapeXml } from './repository-pom.ts';

/** A direct dependency whose own version (or scope) must win over what the module manages for all others. */
export interface Pin {
  readonly group: string;
  readonly name: string;
  readonly type: string;
  readonly classifier: string | null;
  readonly version: string;
  readonly scope: string;
}

/** Group of the projects that ask, so that their names cannot meet those of the tree. */
export const PROBE_GROUP = 'csqa.probe';

/** Name of the project that asks about a module. */
export function probeName(index: number): string {
  return `m${index}`;
}

/**
 * A project of our own that depends on one module of the tree and manages versions as that module does. Maven builds this
 * project, never the module: that is data to it, an artifact whose dependencies it follows.
 */
export function probePom(index: number, module: Coordinates, pins: readonly Pin[]): string {
  return project(probeName(index), [
    '<dependencyManagement><dependencies>',
    ...pins.map(pinXml),
    `<dependency>${coordinatesXml(module)}<type>pom</type><scope>import</scope></dependency>`,
    '</dependencies></dependencyManagement>',
    `<dependencies><dependency>${coordinatesXml(module)}<type>pom</type></dependency></dependencies>`,
  ]);
}

function pinXml({ group, name, type, classifier, version, scope }: Pin): string {
  const coordinates = coordinatesXml({ groupId: group, artifactId: name, version });
  const classified = classifier === null ? '' : `<classifier>${escapeXml(classifier)}</classifier>`;
  const kind = `<type>${escapeXml(type)}</type>${classified}`;
  return `<dependency>${coordinates}${kind}<scope>${escapeXml(scope)}</scope></dependency>`;
}

/** The project that holds the others together, so that one Maven answers for all of them. */
export function probeRoot(indices: readonly number[]): string {
  const modules = indices.map((index) => `<module>${probeName(index)}</module>`);
  return project('all', ['<modules>', ...modules, '</modules>']);
}

function project(name: string, content: readonly string[]): string {
  const own = coordinatesXml({ groupId: PROBE_GROUP, artifactId: name, version: '0' });
  return [
    '<project>',
    '<modelVersion>4.0.0</modelVersion>',
    own,
    '<packaging>pom</packaging>',
    ...content,
    '</project>',
    '',
  ].join('\n');
}

/** Where artifacts come from and with whose name. */
export interface Mirror {
  readonly url: string;
  readonly username: string | null;
  readonly password: string | null;
}

/**
 * Settings with one source of artifacts for everything, whatever a pom names. It is called as Maven's own central
 * repository is, so that a repository that Maven has filled elsewhere is known to come from there.
 */
export function settingsXml({ url, username, password }: Mirror): string {
  const server =
    username === null && password === null
      ? ''
      : `<servers><server><id>central</id><username>${escapeXml(username ?? '')}</username><password>${escapeXml(password ?? '')}</password></server></servers>`;
  return [
    '<settings>',
    '<interactiveMode>false</interactiveMode>',
    server,
    `<mirrors><mirror><id>central</id><mirrorOf>*</mirrorOf><url>${escapeXml(url)}</url></mirror></mirrors>`,
    '</settings>',
    '',
  ].join('\n');
}
