import { reachBoundVariables } from './bound-variables.ts';
import { foldAnnotations } from './constants.ts';
import { addGeneratedMembers } from './generated-members.ts';
import { addImplicitCalls } from './implicit-calls.ts';
import { addImplicitMembers } from './implicit-members.ts';
import { indexAbove, indexSymbols } from './index-symbols.ts';
import { limitFanOut } from './limit-fan-out.ts';
import { linkBodies } from './link-bodies.ts';
import { testsNamedBy } from './named-tests.ts';
import type { LinkInput, Program } from './program.ts';
import { programOver } from './queries.ts';
import { markRecursion } from './recursion.ts';
import { findReplaced } from './replaced-methods.ts';
import { resolveMembers, resolveSupertypes } from './resolve-types.ts';
import { linkHierarchy } from './type-hierarchy.ts';
import type { LinkContext, World } from './world.ts';

type Pass = (world: World) => void;

/** What makes declarations of files known, in order. */
const DECLARATIONS: readonly Pass[] = [
  resolveSupertypes,
  resolveMembers,
  foldAnnotations,
  addGeneratedMembers,
  addImplicitMembers,
];

/** The passes in order; each needs what those before it have written, and writes what none of them reads. */
const PASSES: readonly Pass[] = [
  ...DECLARATIONS,
  linkHierarchy,
  findReplaced,
  linkBodies,
  reachBoundVariables,
  addImplicitCalls,
  markRecursion,
  limitFanOut,
];

/** Tests stand on the program and change nothing in it: nothing of the program is below them, calls them or overrides them. */
const TEST_PASSES: readonly Pass[] = [...DECLARATIONS, linkBodies, addImplicitCalls];

/** How often tests that production code names are taken in one after another; then all are. */
const ROUNDS_OF_NAMED_TESTS = 3;

/** The program that runs, and what tests stand on. */
export interface LinkedCode {
  readonly program: Program;
  /** The same program with test code beside it: what the tests call is known, and nothing else of the program is another. */
  withTests(inputs: readonly LinkInput[]): Program;
}

/**
 * Links files into one program: names become types, calls become edges. Deterministic, whatever the order of the files;
 * linear in the size of the facts for source as people write it. Never throws on any facts. Test code sees the rest, and
 * the rest sees of test code what it names.
 */
export function link(inputs: readonly LinkInput[], context: LinkContext): Program {
  const tests = inputs.filter(({ role }) => role === 'test');
  let own = inputs.filter(({ role }) => role !== 'test');
  let left = tests;
  for (let round = 0; left.length > 0; round++) {
    const world = worldOf(own, context);
    const named = round < ROUNDS_OF_NAMED_TESTS ? testsNamedBy(world, left) : new Set(left);
    if (named.size === 0) return codeOver(world).withTests(left);
    own = [...own, ...named];
    left = left.filter((input) => !named.has(input));
  }
  return codeOver(worldOf(own, context)).program;
}

function worldOf(inputs: readonly LinkInput[], context: LinkContext): World {
  const world = indexSymbols(inputs, context);
  for (const pass of PASSES) pass(world);
  return world;
}

function codeOver(world: World): LinkedCode {
  return {
    program: programOver(world),
    withTests: (inputs) => {
      const above = indexAbove(world, inputs);
      for (const pass of TEST_PASSES) pass(above);
      return programOver({
        ...above,
        files: [...world.files, ...above.files],
        generatedTypes: [...world.generatedTypes, ...above.generatedTypes],
      });
    },
  };
}
