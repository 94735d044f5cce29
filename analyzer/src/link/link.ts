import { reachBoundVariables } from './bound-variables.ts';
import { foldAnnotations } from './constants.ts';
import { addGeneratedMembers } from './generated-members.ts';
import { addImplicitCalls } from './implicit-calls.ts';
import { addImplicitMembers } from './implicit-members.ts';
import { indexSymbols } from './index-symbols.ts';
import { limitFanOut } from './limit-fan-out.ts';
import { linkBodies } from './link-bodies.ts';
import type { LinkInput, Program } from './program.ts';
import { programOver } from './queries.ts';
import { markRecursion } from './recursion.ts';
import { findReplaced } from './replaced-methods.ts';
import { resolveMembers, resolveSupertypes } from './resolve-types.ts';
import { linkHierarchy } from './type-hierarchy.ts';
import type { LinkContext, World } from './world.ts';

/** The passes in order; each needs what those before it have written, and writes what none of them reads. */
const PASSES: readonly ((world: World) => void)[] = [
  resolveSupertypes,
  resolveMembers,
  foldAnnotations,
  addGeneratedMembers,
  addImplicitMembers,
  linkHierarchy,
  findReplaced,
  linkBodies,
  reachBoundVariables,
  addImplicitCalls,
  markRecursion,
  limitFanOut,
];

/**
 * Links files into one program: names become types, calls become edges. Deterministic, whatever the order of the files;
 * linear in the size of the facts for source as people write it. Never throws on any facts.
 */
export function link(inputs: readonly LinkInput[], context: LinkContext): Program {
  const world = indexSymbols(inputs, context);
  for (const pass of PASSES) pass(world);
  return programOver(world);
}
