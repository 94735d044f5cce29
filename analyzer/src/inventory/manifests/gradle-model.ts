import type { RelativePath } from '../../base/ids.ts';
import { readPropertiesText } from '../configuration/properties-text.ts';
import { type Interpolated, interpolate } from '../interpolate.ts';
import type { ManifestFormat } from '../inventory.ts';
import { directoriesAround, directoryOf } from '../tree-path.ts';
import type { ManifestText } from './ecosystem.ts';
import type { GradleCatalog } from './gradle-catalog.ts';
import type { ScriptStatement } from './gradle-script.ts';
import type { GradleBuild } from './gradle-settings.ts';

/** A script with the variables it defines. */
export interface GradleScript {
  readonly path: RelativePath;
  readonly format: ManifestFormat;
  readonly statements: readonly ScriptStatement[];
  readonly variables: ReadonlyMap<string, string>;
}

export interface GradleSources {
  readonly builds: readonly GradleBuild[];
  readonly scripts: readonly GradleScript[];
  /** `gradle.properties` by directory. */
  readonly properties: ReadonlyMap<RelativePath, ReadonlyMap<string, string>>;
  readonly catalogs: readonly GradleCatalog[];
}

/** All Gradle files of a tree, with names looked up as a script in a directory sees them. */
export interface GradleModel extends GradleSources {
  /** The build whose settings lie nearest around a directory. */
  readonly buildOf: (dir: RelativePath) => GradleBuild | null;
  /** Directory of a project path as written in a script of `dir`. */
  readonly projectDir: (dir: RelativePath, path: string) => RelativePath | null;
  readonly expand: (dir: RelativePath, text: string) => Interpolated;
  /** Value of a property after its own placeholders; null where a part of it is not known. */
  readonly valueOf: (dir: RelativePath, name: string) => string | null;
  readonly catalogOf: (accessor: string) => GradleCatalog | null;
}

/**
 * A settings script can rename projects in a loop (`it.name = "shop-" + it.name`), which only running it would show. The
 * one project whose own name ends the wanted one after a dash is taken for it.
 */
function renamedProject(projects: ReadonlyMap<string, RelativePath>, wanted: string): RelativePath | null {
  const name = wanted.slice(wanted.lastIndexOf(':') + 1);
  const candidates = [...projects].filter(([path]) => {
    const own = path.slice(path.lastIndexOf(':') + 1);
    return own !== '' && name.endsWith(`-${own}`);
  });
  const [only, ...others] = candidates;
  return only === undefined || others.length > 0 ? null : only[1];
}

/** Reads `gradle.properties`. */
export function readGradleProperties(manifest: ManifestText): ReadonlyMap<string, string> {
  return new Map(readPropertiesText(manifest.text).map((property) => [property.key, property.value]));
}

/** Links the Gradle files of one tree. */
export function createGradleModel(sources: GradleSources): GradleModel {
  const byDirectory = groupVariables(sources.scripts);
  const pool = agreedVariables(sources.scripts);
  const catalogOf = (accessor: string): GradleCatalog | null =>
    sources.catalogs.find((catalog) => catalog.accessor === accessor) ?? null;
  const lookup = (dir: RelativePath, name: string): string | null => {
    for (const around of directoriesAround(dir)) {
      const value = byDirectory.get(around)?.get(name) ?? sources.properties.get(around)?.get(name);
      if (value !== undefined) return value;
    }
    return pool.get(name) ?? catalogVersion(name, catalogOf);
  };
  const expand = (dir: RelativePath, text: string): Interpolated =>
    interpolate(text, { lookup: (name) => lookup(dir, propertyName(name)), defaultSeparator: null });
  const buildOf = (dir: RelativePath): GradleBuild | null => {
    for (const around of directoriesAround(dir)) {
      const build = sources.builds.find((candidate) => candidate.root === around);
      if (build !== undefined) return build;
    }
    return null;
  };
  return {
    ...sources,
    buildOf,
    catalogOf,
    expand,
    projectDir: (dir, path) => {
      const projects = buildOf(dir)?.projects;
      return projects === undefined
        ? null
        : (projects.get(path.startsWith(':') ? path : `:${path}`) ?? renamedProject(projects, path));
    },
    valueOf: (dir, name) => {
      const value = lookup(dir, name);
      const expanded = value === null ? null : expand(dir, value);
      return expanded === null || expanded.unresolved.length > 0 ? null : expanded.text;
    },
  };
}

const PROPERTY_CALL =
  /(?:^|\.)(?:property|findProperty|getProperty|properties|extra|ext|gradleProperty|get)[([]["']([^"']{1,200})["'][)\]]/;

/** The property that an expression names: `project.x`, `extra["x"]`, `property("x")`, `libs.versions.x.get()`. */
function propertyName(expression: string): string {
  const called = PROPERTY_CALL.exec(expression)?.[1];
  if (called !== undefined) return called;
  const path = expression.replace(/(?:\.(?:get|toString|asProvider)\(\))+$/, '');
  return path.replace(/^(?:(?:project|rootProject|ext|extra|gradle)\.)+/, '');
}

function groupVariables(
  scripts: readonly GradleScript[],
): ReadonlyMap<RelativePath, ReadonlyMap<string, string>> {
  const grouped = new Map<RelativePath, Map<string, string>>();
  for (const script of scripts) {
    const directory = directoryOf(script.path);
    const own = grouped.get(directory) ?? new Map<string, string>();
    for (const [name, value] of script.variables) if (!own.has(name)) own.set(name, value);
    grouped.set(directory, own);
  }
  return grouped;
}

/** Variables that every script which defines them gives one value; where scripts disagree nobody is believed. */
function agreedVariables(scripts: readonly GradleScript[]): ReadonlyMap<string, string> {
  const values = new Map<string, Set<string>>();
  for (const { variables } of scripts) {
    for (const [name, value] of variables)
      values.set(name, (values.get(name) ?? new Set<string>()).add(value));
  }
  return new Map(
    [...values].flatMap(([name, all]) => {
      const [only, ...others] = all;
      return only === undefined || others.length > 0 || PROJECT_OWN.has(name) ? [] : [[name, only] as const];
    }),
  );
}

/** Properties every project has for itself. */
const PROJECT_OWN = new Set(['version', 'group', 'description', 'name']);

/** `libs.versions.spring.boot` names a version of a catalog. */
function catalogVersion(name: string, catalogOf: GradleModel['catalogOf']): string | null {
  const [accessor = '', section, ...alias] = name.split('.');
  return section === 'versions' ? (catalogOf(accessor)?.versions.get(alias.join('.')) ?? null) : null;
}
