import type { Dependency } from '../../inventory/inventory.ts';
import { fitsAny } from './name-pattern.ts';

/** A library by `group:name` patterns, from a version on. */
export interface WantedVersion {
  readonly name: readonly string[];
  readonly atLeast: string;
}

/** Whether a production dependency is the library in a version that is known to be new enough. */
export function isAtLeast(dependency: Dependency, wanted: WantedVersion): boolean {
  const name = `${dependency.group ?? ''}:${dependency.name}`;
  return (
    dependency.version !== null &&
    dependency.scope !== 'test' &&
    fitsAny(name, wanted.name) &&
    !isOlder(dependency.version, wanted.atLeast)
  );
}

/** Compares the leading numbers of two versions. */
function isOlder(version: string, limit: string): boolean {
  const actual = version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [index, part] of limit.split('.').entries()) {
    const difference = (actual[index] ?? 0) - Number(part);
    if (Number.isNaN(difference)) return true;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
