import type { Dependency } from '../inventory/inventory.ts';
import { fitsAny } from './match/name-pattern.ts';
import type { DependencyClassRows } from './model-schema.ts';

/** How metric E1 weighs a declared dependency. */
export type DependencyClass = 'baseline' | 'internal' | 'other' | 'security' | 'crypto';

/**
 * Names the class of a dependency. Own modules are internal, unless their name says cryptography: then they are
 * home-made, whoever published them. A library of cryptography that nobody knows counts as home-made too.
 */
export function classifyDependency(dependency: Dependency, rows: DependencyClassRows): DependencyClass {
  const name = `${dependency.group ?? ''}:${dependency.name}`;
  const known = (list: DependencyClassRows['baseline']) => list.some((row) => fitsAny(name, row.match));
  if (dependency.kind === 'external') {
    if (known(rows.security)) return 'security';
    if (known(rows.baseline)) return 'baseline';
  }
  const words = dependency.name.toLowerCase().split(/[^a-z0-9]+/u);
  if (words.some((word) => fitsAny(word, rows.cryptoWords))) return 'crypto';
  return dependency.kind === 'internal' ? 'internal' : 'other';
}
