import type { RelativePath } from '../base/ids.ts';
import { byText } from '../base/ordering.ts';
import { type LinkedCode, linkApart, linkCode } from '../link/link.ts';
import { type DeclaringFile, topLevelTypes } from '../link/named-tests.ts';
import type { LinkInput, Program } from '../link/program.ts';
import type { LinkContext } from '../link/world.ts';
import type { Models } from '../models/models.ts';
import { handedOver } from './handed-over.ts';
import { judgeKnown } from './judge-known.ts';
import { type JudgedTests, judgeTests } from './judge-tests.ts';
import type { KeptTests } from './known-tests.ts';
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

/** Tests that need not be read. */
export interface KnownSoFar {
  readonly kept: KeptTests;
  readonly files: readonly ReadTest[];
}

export interface LinkOptions {
  readonly context: LinkContext;
  readonly models: Models;
  /** Reads files once more. */
  readonly readAgain: (paths: readonly RelativePath[]) => Promise<readonly LinkInput[]>;
  /** Told when the facts of tests are let go. */
  readonly rest?: (() => void) | undefined;
  /** Tests of which it is known what they came to, and where that is kept; absent: all tests are among the files. */
  readonly known?: KnownSoFar | undefined;
  /** Is handed the program with the tests beside it. */
  readonly show?: ((program: Program) => Promise<void>) | undefined;
}

/**
 * Links the files of a tree, and judges the tests among them: nothing of these is left when models are applied and flow is
 * followed. Tests are judged by what is declared, as if nothing came of linking bodies, and their facts are let go before
 * bodies are linked. Where that turns out otherwise, which is seldom, they are read and judged once more.
 */
export async function linkTree(
  takeInputs: TakeInputs,
  { context, models, readAgain, rest, show, known }: LinkOptions,
): Promise<LinkedTree> {
  if (show !== undefined) return linkShown(takeInputs(), { context, models, show });
  const { own, names, takeTests } = testsApart(takeInputs, known?.files ?? []);
  let judged: JudgedTests | null = null;
  const judge = (code: LinkedCode) =>
    known === undefined
      ? judgedOn(code, takeTests, models)
      : judgeKnown(code, {
          kept: known.kept,
          fresh: takeTests(),
          known: [...known.kept.found.values()],
          models,
          readAgain,
        });
  const linking = linkCode({ own, tests: names }, context);
  let step = linking.next();
  while (!step.done) {
    const { declared, named } = step.value;
    judged = declared === null ? null : await judge(declared);
    if (declared !== null) {
      known?.kept.pack();
      known?.kept.rest();
      rest?.();
    }
    step = linking.next(named.length === 0 ? [] : await readAgain(named.map(({ path }) => path)));
  }
  const { code, left } = step.value;
  if (judged === null || code.fanOutLimit !== null)
    judged = judgedOn(code, handedOver(await readAgain(left.map(({ path }) => path))), models);
  code.rest();
  return linkedTree(code, judged);
}

/** The same for whoever wants to see all of it at once. */
async function linkShown(
  inputs: readonly LinkInput[],
  { context, models, show }: Pick<Required<LinkOptions>, 'context' | 'models'> & { readonly show: Show },
): Promise<LinkedTree> {
  const { code, tests } = linkApart(inputs, context);
  await show(code.withTests(tests));
  return linkedTree(code, judgedOn(code, handedOver(tests), models));
}

/** Gives files to whoever asks first: he passes them on as they come, and nothing else keeps them. */
type TakeInputs = () => readonly LinkInput[];

type Show = (program: Program) => Promise<void>;

function judgedOn(code: LinkedCode, takeTests: TakeInputs, models: Models): JudgedTests {
  return code.askTests(takeTests(), (standing) => judgeTests(standing, models));
}

function linkedTree({ program }: LinkedCode, judged: JudgedTests): LinkedTree {
  return {
    program,
    tests: async () => judged,
    saved: async () => undefined,
  };
}

/** A test file, by its name and by what it declares. */
interface NamedTest extends DeclaringFile {
  readonly path: RelativePath;
}

/** The tests among files, and the others. */
function testsApart(takeInputs: TakeInputs, known: readonly ReadTest[]) {
  const inputs = takeInputs();
  const tests = inputs.filter(({ role }) => role === 'test');
  return {
    own: inputs.filter(({ role }) => role !== 'test'),
    names: [
      ...tests.map(({ facts }): NamedTest => ({ path: facts.path, declares: topLevelTypes(facts) })),
      ...known.map(({ facts, declares }): NamedTest => ({ path: facts.path, declares })),
    ].sort(byText(({ path }) => path)),
    takeTests: handedOver(tests),
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
  const linking = linkCode({ own: inputs, tests: files }, context);
  const named: RelativePath[] = [];
  let step = linking.next();
  while (!step.done) {
    const paths = step.value.named.map(({ facts }) => facts.path);
    named.push(...paths);
    step = linking.next(paths.length === 0 ? [] : await beside.factsOf(paths));
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
