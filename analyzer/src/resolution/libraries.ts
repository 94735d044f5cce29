import type { Dependency, Inventory } from '../inventory/inventory.ts';
import { type ClassPath, UNKNOWN_CLASS_PATH } from './class-path.ts';

/** How bad a vulnerability is. */
export type AdvisorySeverity = 'critical' | 'high' | 'medium' | 'low';

/** A library in a version that published advisories are about. */
export interface VulnerableComponent {
  /** The component on a class path, or the declaration where nothing more is known. */
  readonly dependency: Dependency;
  readonly version: string;
  /** `group:name:version` of what brings it, the declared one first. */
  readonly through: readonly string[];
  /** Worst first, then by id. */
  readonly advisories: readonly KnownVulnerability[];
  /** The first version that none of them is about; null where one of them names no fixed version. */
  readonly fixed: string | null;
}

/** One advisory as it bears on one version. */
export interface KnownVulnerability {
  /** The CVE id where there is one, else the id of the database. */
  readonly id: string;
  /** Null where the database does not say. */
  readonly severity: AdvisorySeverity | null;
  readonly fixed: string | null;
}

/** What is known of the libraries that a product stands on. */
export interface Libraries {
  /** Run-time libraries as far as they are known: class paths where those were resolved, declarations elsewhere. */
  readonly present: readonly Dependency[];
  readonly classPath: ClassPath;
  readonly vulnerable: readonly VulnerableComponent[];
}

/** Libraries by what is declared alone. */
export function declaredLibraries({ dependencies }: Pick<Inventory, 'dependencies'>): Libraries {
  const present = dependencies.filter(({ scope }) => scope === 'runtime');
  return { present, classPath: UNKNOWN_CLASS_PATH, vulnerable: [] };
}

/**
 * Run-time libraries of a tree: the class path of every module that has one, and what the others declare. Poms that only
 * hold others together have no class path of their own; what they declare counts where their modules inherit it.
 */
export function presentLibraries(inventory: Inventory, classPath: ClassPath): readonly Dependency[] {
  const known = new Set(classPath.modules);
  const maven = inventory.modules.filter(({ tool }) => tool === 'maven');
  const builders = maven.filter(({ packaging }) => packaging !== 'pom');
  const isWhole = builders.length > 0 && builders.every(({ id }) => known.has(id));
  const covered = new Set([...known, ...(isWhole ? maven.map(({ id }) => id) : [])]);
  const declared = inventory.dependencies.filter(
    ({ scope, module }) => scope === 'runtime' && !covered.has(module),
  );
  return [...classPath.components, ...declared];
}
