import type { Program, ProgramType } from '../../link/program.ts';
import { classOf } from './type-matcher.ts';

/** A cap against hostile hierarchies. */
const MOST_SUPERTYPES = 200;

/** The type and its supertypes that are types of the tree, nearest first, superclass before interfaces. */
export function treeSupertypes(program: Program, type: ProgramType): readonly ProgramType[] {
  const found = new Set<ProgramType>([type]);
  for (const each of found) {
    if (found.size >= MOST_SUPERTYPES) break;
    for (const supertype of [each.superclass, ...each.interfaces]) {
      const name = supertype === null ? undefined : classOf(supertype);
      const next = name === undefined ? undefined : program.type(name);
      if (next !== undefined) found.add(next);
    }
  }
  return [...found];
}
