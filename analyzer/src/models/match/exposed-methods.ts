import type { MethodId } from '../../base/ids.ts';
import { Modifier } from '../../facts/declarations.ts';
import type { Program, ProgramMethod, ProgramType } from '../../link/program.ts';
import { treeSupertypes } from './tree-supertypes.ts';

/**
 * Methods that an object of the type answers with: its own, then those inherited from supertypes of the tree that
 * nothing below overrides. Constructors, initializers and methods without a body are left out.
 */
export function exposedMethods(program: Program, type: ProgramType): readonly ProgramMethod[] {
  const exposed: ProgramMethod[] = [];
  const replaced = new Set<MethodId>();
  for (const each of treeSupertypes(program, type)) {
    for (const method of each.methods) {
      if (method.declaration?.kind !== 'method' || replaced.has(method.id)) continue;
      for (const overridden of method.overrides) replaced.add(overridden);
      if (method.declaration.body !== null) exposed.push(method);
    }
  }
  return exposed;
}

/** Whether a framework can make an object of the type. */
export function isConcrete(type: ProgramType): boolean {
  const { kind, modifiers } = type.declaration;
  return kind !== 'interface' && kind !== 'annotation' && (modifiers & Modifier.abstract) === 0;
}
