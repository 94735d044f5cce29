import type { MatchTools } from './match-tools.ts';
import { fitsAny } from './name-pattern.ts';

/** Whether a build of the tree names one of the libraries, each as `group:name`. */
export function hasDependency(
  { inventory }: Pick<MatchTools, 'inventory'>,
  names: readonly string[],
): boolean {
  return inventory.dependencies.some(({ group, name }) => fitsAny(`${group ?? ''}:${name}`, names));
}
