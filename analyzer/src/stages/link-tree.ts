import type { RelativePath } from '../base/ids.ts';
import { linkApart, linkCode } from '../link/link.ts';
import type { LinkInput, Program } from '../link/program.ts';
import type { LinkContext } from '../link/world.ts';
import type { Models } from '../models/models.ts';
import { type JudgedTests, judgeTests } from './judge-tests.ts';
import { packOutlines } from './outlines.ts';
import type { ReadTest, TestsBeside } from './reading-beside.ts';

/** The program that runs, and its tests. */
export interface LinkedTree {
  readonly program: Program;
  /** What the tests come to; found when asked for, or in the meantime by somebody else. */
  tests(): Promise<JudgedTests>;
  /** Until what was read beside is kept. */
  saved(): Promise<void>;
}

export interface LinkOptions {
  readonly context: LinkContext;
  readonly models: Models;
  /** Is handed the program with the tests beside it. */
  readonly show?: ((program: Program) => Promise<void>) | undefined;
}

/**
 * Links the files of a tree, and judges the tests among them: nothing of these is left when models are applied and flow is
 * followed.
 */
export async function linkTree(
  inputs: readonly LinkInput[],
  { context, models, show }: LinkOptions,
): Promise<LinkedTree> {
  const { code, tests } = linkApart(inputs, context);
  if (show !== undefined) await show(code.withTests(tests));
  const judged = code.askTests(tests, (standing) => judgeTests(code.program, standing, models));
  return {
    program: code.program,
    tests: async () => judged,
    saved: async () => undefined,
  };
}

/** Tests that were read beside. */
export interface TestsReadBeside {
  readonly beside: TestsBeside;
  readonly files: readonly ReadTest[];
}

/** The same where the tests were read, and are linked, beside: the same program, and the same that its tests come to. */
export async function linkBesideTests(
  inputs: readonly LinkInput[],
  context: LinkContext,
  { beside, files }: TestsReadBeside,
): Promise<LinkedTree> {
  beside.link({
    outlines: packOutlines(inputs),
    dependencies: context.dependencies ?? new Map(),
    tests: files.map(({ facts }) => facts.path),
  });
  const linking = linkCode(inputs, files, context);
  const named: RelativePath[] = [];
  let step = linking.next();
  while (!step.done) {
    const paths = step.value.map(({ facts }) => facts.path);
    named.push(...paths);
    step = linking.next(await beside.factsOf(paths));
  }
  const { program, fanOutLimit } = step.value.code;
  // Whoever waits for them is told of a failure; until then nobody is.
  const judged = beside.judge({ named, fanOutLimit });
  const saved = beside.save();
  for (const each of [judged, saved]) each.catch(() => undefined);
  return {
    program,
    tests: () => judged,
    saved: () => saved,
  };
}
