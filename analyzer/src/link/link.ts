import type { TypeName } from '../base/ids.ts';
import { reachBoundVariables } from './bound-variables.ts';
import { foldAnnotations } from './constants.ts';
import { type DeclaredType, declaredOverriders, declaredTypes } from './declared.ts';
import { forgetAnswers, forgetting, letGo } from './forgetting.ts';
import { addGeneratedMembers } from './generated-members.ts';
import type { NamedFile } from './homonyms.ts';
import { addImplicitCalls } from './implicit-calls.ts';
import { addImplicitMembers } from './implicit-members.ts';
import { allNamed, indexAbove, indexSymbols } from './index-symbols.ts';
import { limitFanOut } from './limit-fan-out.ts';
import { linkBodies, linkTestBodies } from './link-bodies.ts';
import { type DeclaringFile, testsNamedBy, topLevelTypes } from './named-tests.ts';
import type { LinkInput, Program, ResolutionCoverage } from './program.ts';
import { programOver } from './queries.ts';
import { markRecursion } from './recursion.ts';
import { findReplaced } from './replaced-methods.ts';
import { resolutionCoverage } from './resolution-coverage.ts';
import { resolveMembers, resolveSupertypes } from './resolve-types.ts';
import { linkHierarchy, typesBelow } from './type-hierarchy.ts';
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

/** The same, and what stands below what. */
const HIERARCHY: readonly Pass[] = [...DECLARATIONS, linkHierarchy, findReplaced];

/** The passes after these in order; each needs what those before it have written, and writes what none of them reads. */
const BODIES: readonly Pass[] = [
  linkBodies,
  reachBoundVariables,
  addImplicitCalls,
  markRecursion,
  limitFanOut,
];

/** What test code sees of the rest: what is declared, and what stands below what. No body but those of tests is looked into. */
const SEEN_BY_TESTS: readonly Pass[] = [...HIERARCHY, linkTestBodies, addImplicitCalls];

/** Tests stand on the program and change nothing in it: nothing of the program is below them, calls them or overrides them. */
const TEST_PASSES: readonly Pass[] = [...DECLARATIONS, linkTestBodies, addImplicitCalls];

/** How often tests that production code names are taken in one after another; then all are. */
const ROUNDS_OF_NAMED_TESTS = 3;

/** The program that runs, and what tests stand on. */
export interface LinkedCode {
  readonly program: Program;
  /** The number of targets that a call may have; null where all calls together are few enough. */
  readonly fanOutLimit: number | null;
  /** The same program with test code beside it: what the tests call is known, and nothing else of the program is another. */
  withTests(inputs: readonly LinkInput[]): Program;
  /**
   * What somebody makes of that program, who keeps nothing of it: what is known of the tests is forgotten. Test files that
   * are absent are not seen, but the others are called what they are called beside them.
   */
  askTests<Answer>(
    inputs: readonly LinkInput[],
    ask: (program: Program, tests: StandingTests) => Answer,
    absent?: readonly NamedFile[],
  ): Answer;
  /** All that tests can see of it beside these tests. */
  declared(tests: readonly NamedFile[]): DeclaredCode;
  /** Lets go what only linking more needs, or else finds again. */
  rest(): void;
}

/** Tests that stand on a program, by what other tests can see of them. */
export interface StandingTests {
  readonly declared: () => readonly DeclaredType[];
  /** Whether nothing that was asked for until now depends on who asked first. */
  readonly isOrderly: () => boolean;
}

/** What tests can see of the code that runs. */
export interface DeclaredCode {
  readonly types: readonly DeclaredType[];
  /** Methods that override one outside, by what that is called. */
  readonly overriders: ReadonlyMap<string, string>;
  /** What decides which type a name means where modules have namesakes. */
  readonly namesakes: string;
  readonly packages: ReadonlySet<string>;
  readonly isOrderly: boolean;
  /** Names of a type and of those below it, as they are declared. */
  below(name: TypeName): readonly string[];
  /** Whether a library or a row of the models speaks of such a type. */
  isOutside(name: TypeName): boolean;
  /** Whether a type is called so, or one stands below what would be. */
  isTaken(name: TypeName): boolean;
}

/**
 * Links files into one program: names become types, calls become edges. Deterministic, whatever the order of the files;
 * linear in the size of the facts for source as people write it. Never throws on any facts. Test code sees the rest, and
 * the rest sees of test code what it names.
 */
export function link(inputs: readonly LinkInput[], context: LinkContext): Program {
  const { code, tests } = linkApart(inputs, context);
  return tests.length === 0 ? code.program : code.withTests(tests);
}

/** Links the code that runs, and tells the tests that are left to stand on it. */
export function linkApart(
  inputs: readonly LinkInput[],
  context: LinkContext,
): { readonly code: LinkedCode; readonly tests: readonly LinkInput[] } {
  const own = inputs.filter(({ role }) => role !== 'test');
  const tests = inputs
    .filter(({ role }) => role === 'test')
    .map((input) => ({ input, declares: topLevelTypes(input.facts) }));
  const linking = linkCode({ own, tests }, context);
  let step = linking.next();
  while (!step.done) step = linking.next(step.value.named.map(({ input }) => input));
  const { code, left } = step.value;
  return { code, tests: left.map(({ input }) => input) };
}

/**
 * Links the code that runs. Asks for the facts of the test files that it names, for these are no tests; gives the program
 * and the files that are left to stand on it. Before any body is looked into it shows what is declared, and asks for nothing:
 * that is all that test code sees, as long as none of it is named.
 */
export function* linkCode<File extends DeclaringFile>(
  files: { readonly own: readonly LinkInput[]; readonly tests: readonly File[] },
  context: LinkContext,
): Generator<
  LinkingStep<File>,
  { readonly code: LinkedCode; readonly left: readonly File[] },
  readonly LinkInput[]
> {
  let own = files.own;
  let left = files.tests;
  for (let round = 0; ; round++) {
    const world = worldOf(own, context, HIERARCHY);
    if (round === 0) yield { declared: codeOver(world), named: [] };
    for (const pass of BODIES) pass(world);
    const named = round < ROUNDS_OF_NAMED_TESTS ? testsNamedBy(world, left) : new Set(left);
    if (named.size === 0) return { code: codeOver(world), left };
    own = [...own, ...(yield { declared: null, named: [...named] })];
    left = left.filter((file) => !named.has(file));
  }
}

/** Where linking has come to. */
export interface LinkingStep<File> {
  /** What is declared; null where it has been shown. */
  readonly declared: LinkedCode | null;
  /** Test files whose facts are asked for. */
  readonly named: readonly File[];
}

/**
 * As much of the code that runs as tests see. Its bodies may be left out, but for initializers; its own calls are not told.
 * `fanOutLimit` is what linking all of it has come to.
 */
export function linkDeclarations(
  inputs: readonly LinkInput[],
  context: LinkContext,
  fanOutLimit: number | null,
): LinkedCode {
  const world = worldOf(inputs, context, SEEN_BY_TESTS);
  world.fanOutLimit = fanOutLimit;
  return codeOver(world);
}

function worldOf(inputs: readonly LinkInput[], context: LinkContext, passes: readonly Pass[]): World {
  const world = indexSymbols(inputs, context);
  for (const pass of passes) pass(world);
  return world;
}

function codeOver(world: World): LinkedCode {
  let coverage: ResolutionCoverage | null = null;
  const coverageOf = () => {
    coverage ??= resolutionCoverage(world);
    return coverage;
  };
  let program: Program | null = null;
  const stand = (inputs: readonly LinkInput[], absent?: readonly NamedFile[]) => {
    const above = indexAbove(world, inputs, absent);
    for (const pass of TEST_PASSES) pass(above);
    const both = {
      ...above,
      files: [...world.files, ...above.files],
      generatedTypes: [...world.generatedTypes, ...above.generatedTypes],
    };
    return { above, both, program: programOver(both, coverageOf) };
  };
  return {
    get program() {
      program ??= programOver(world, coverageOf);
      return program;
    },
    fanOutLimit: world.fanOutLimit,
    withTests: (inputs) => stand(inputs).program,
    declared: (tests) => declaredCode(world, tests),
    askTests: (inputs, ask, absent) => {
      const forget = forgetting(world);
      const { above, both, program: standing } = stand(inputs, absent);
      const answer = ask(standing, standingTests(above));
      forget();
      standing.letGo();
      letGo(above, both);
      return answer;
    },
    rest: () => forgetAnswers(world),
  };
}

function standingTests(above: World): StandingTests {
  return {
    declared: () =>
      declaredTypes(above, [
        ...above.files.flatMap(({ types, shapes }) => types.map((type, at) => [type, shapes[at]] as const)),
        ...above.generatedTypes.map((type) => [type, above.shapes.get(type.name)] as const),
      ]),
    isOrderly: () => !above.order.matters,
  };
}

function declaredCode(world: World, tests: readonly NamedFile[]): DeclaredCode {
  const forget = forgetting(world);
  const all = allNamed(world, [], tests);
  world.order.matters = false;
  const drafts = [...world.drafts.values()];
  const types = declaredTypes(
    world,
    drafts.map((draft) => [draft, world.shapes.get(draft.name)] as const),
  );
  const isOrderly = !world.order.matters;
  forget();
  return {
    types,
    isOrderly,
    overriders: declaredOverriders(world),
    namesakes: world.homonyms.with(all).print() + JSON.stringify([...(world.context.dependencies ?? [])]),
    packages: new Set(all.map(({ facts }) => facts.package)),
    below: (name) => typesBelow(world, name).map(({ declaration }) => declaration.name),
    isOutside: (name) =>
      world.signatures.some((signatures) => signatures.get(name) !== undefined) ||
      [...world.results.values()].includes(name),
    isTaken: (name) => world.drafts.has(name) || world.directSubtypes.has(name),
  };
}
