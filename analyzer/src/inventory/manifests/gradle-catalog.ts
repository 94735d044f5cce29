import type { Diagnostic } from '../../base/diagnostics.ts';
import { fileNameOf } from '../tree-path.ts';
import { brokenManifest, type ManifestText } from './ecosystem.ts';
import { isTable, parseToml, type TomlTable } from './toml.ts';

/** A library or plugin of a version catalog. */
export interface CatalogEntry {
  readonly group: string;
  readonly name: string;
  readonly version: string | null;
}

/** One `*.versions.toml`. Keys are accessors: `spring.boot.starter` for the alias `spring-boot_starter`. */
export interface GradleCatalog {
  /** Name it is reached by in scripts: `libs` for `libs.versions.toml`. */
  readonly accessor: string;
  readonly versions: ReadonlyMap<string, string>;
  readonly libraries: ReadonlyMap<string, CatalogEntry>;
  readonly bundles: ReadonlyMap<string, readonly string[]>;
  readonly plugins: ReadonlyMap<string, CatalogEntry>;
}

/** Reads a version catalog; a broken one gives a diagnostic and no entries. */
export function readCatalog(manifest: ManifestText, diagnostics: Diagnostic[]): GradleCatalog | null {
  const { table, problem } = parseToml(manifest.text);
  if (problem !== null) {
    diagnostics.push(brokenManifest({ file: manifest.path, line: problem.line }, problem.message));
  }
  if (table === null) return null;
  const versions = new Map(
    entriesOf(table, 'versions').flatMap(([alias, value]) => {
      const version = versionText(value, new Map());
      return version === null ? [] : [[accessorOf(alias), version] as const];
    }),
  );
  const entries = (
    section: string,
    coordinates: (value: unknown) => string | null,
  ): ReadonlyMap<string, CatalogEntry> =>
    new Map(
      entriesOf(table, section).flatMap(([alias, value]) => {
        const entry = readEntry(value, coordinates(value), versions);
        return entry === null ? [] : [[accessorOf(alias), entry] as const];
      }),
    );
  return {
    accessor: fileNameOf(manifest.path).replace(/\.versions\.toml$/, ''),
    versions,
    libraries: entries('libraries', libraryCoordinates),
    bundles: new Map(
      entriesOf(table, 'bundles').map(([alias, value]) => [
        accessorOf(alias),
        Array.isArray(value) ? value.filter((item) => typeof item === 'string').map(accessorOf) : [],
      ]),
    ),
    plugins: entries('plugins', pluginCoordinates),
  };
}

/** Aliases may be written with `-`, `_` or `.`; scripts reach all of them with dots. */
function accessorOf(alias: string): string {
  return alias.replace(/[-_]/g, '.');
}

/** The marker artifact under which Gradle publishes a plugin. */
export function pluginArtifact(id: string): string {
  return `${id}.gradle.plugin`;
}

function entriesOf(table: TomlTable, section: string): readonly (readonly [string, unknown])[] {
  const value = table[section];
  return isTable(value) ? Object.entries(value) : [];
}

function libraryCoordinates(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!isTable(value)) return null;
  if (typeof value.module === 'string') return value.module;
  return typeof value.group === 'string' && typeof value.name === 'string'
    ? `${value.group}:${value.name}`
    : null;
}

function pluginCoordinates(value: unknown): string | null {
  const written =
    typeof value === 'string' ? value : isTable(value) && typeof value.id === 'string' ? value.id : null;
  if (written === null) return null;
  const [id = '', version] = written.split(':');
  return `${id}:${pluginArtifact(id)}${version === undefined ? '' : `:${version}`}`;
}

function readEntry(
  value: unknown,
  coordinates: string | null,
  versions: ReadonlyMap<string, string>,
): CatalogEntry | null {
  const [group, name, inline] = coordinates?.split(':') ?? [];
  if (group === undefined || name === undefined) return null;
  return { group, name, version: inline ?? (isTable(value) ? versionText(value.version, versions) : null) };
}

/** A version as a string, a reference or a rich version; of a rich one the strictest word counts. */
function versionText(value: unknown, versions: ReadonlyMap<string, string>): string | null {
  if (typeof value === 'string') return value;
  if (!isTable(value)) return null;
  if (typeof value.ref === 'string') return versions.get(accessorOf(value.ref)) ?? null;
  const rich = [value.strictly, value.require, value.prefer].find((version) => typeof version === 'string');
  return rich ?? null;
}
