import type { Diagnostic } from '../base/diagnostics.ts';
import type { RelativePath } from '../base/ids.ts';
import type { Dependency } from '../inventory/inventory.ts';

/** One library on the class path of one module at run time, declared there or brought along by another. */
export interface Component extends Dependency {
  readonly version: string;
  /** `group:name:version` of what brings it, the declared one first; empty for a declared one or where it is not known. */
  readonly through: readonly string[];
}

/** A version that was asked for in a module and did not get onto its class path, because another one did. */
export interface VersionConflict {
  readonly group: string;
  readonly name: string;
  readonly module: string;
  /** The version on the class path. */
  readonly chosen: string;
  /** The version that was asked for. */
  readonly wanted: string;
  /** `group:name:version` of what asked for it; null for the module itself. */
  readonly by: string | null;
  /** By Maven's order of versions. */
  readonly isOlderThanWanted: boolean;
  readonly file: RelativePath;
  readonly line: number;
}

/** What really is on the class paths of a tree. Every list is sorted. */
export interface ClassPath {
  readonly components: readonly Component[];
  readonly conflicts: readonly VersionConflict[];
  /** Ids of the modules whose class path is known; what others declare is all that is known of them. */
  readonly modules: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Where nothing was resolved and nothing is locked. */
export const UNKNOWN_CLASS_PATH: ClassPath = { components: [], conflicts: [], modules: [], diagnostics: [] };

/** `group:name`, as people write it. */
export function libraryName({ group, name }: Pick<Dependency, 'group' | 'name'>): string {
  return group === null ? name : `${group}:${name}`;
}
