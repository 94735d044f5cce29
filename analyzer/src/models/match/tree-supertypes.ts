import type { Program, ProgramType } from '../../link/program.ts';
import type { ResolvedType } from '../../link/resolved-type.ts';
import { rememberedOf } from './remembered.ts';
import { classOf } from './type-matcher.ts';

/** A cap against hostile hierarchies. */
const MOST_SUPERTYPES = 200;

/** The type and its supertypes that are types of the tree, nearest first, superclass before interfaces. */
export const treeSupertypes = rememberedOf((program: Program, type: ProgramType): readonly ProgramType[] => {
  const found = new Set<ProgramType>([type]);
  const add = (supertype: ResolvedType | null): void => {
    const name = supertype === null ? undefined : classOf(supertype);
    const next = name === undefined ? undefined : program.type(name);
    if (next !== undefined) found.add(next);
  };
  for (const { superclass, interfaces } of found) {
    if (found.size >= MOST_SUPERTYPES) break;
    add(superclass);
    interfaces.forEach(add);
  }
  return [...found];
});
