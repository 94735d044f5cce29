import type { RelativePath } from '../base/ids.ts';
import { languages } from '../languages/registry.ts';
import { linkDeclarations } from '../link/link.ts';
import { topLevelTypes } from '../link/named-tests.ts';
import type { LinkInput } from '../link/program.ts';
import type { LinkContext } from '../link/world.ts';
import type { Models } from '../models/models.ts';
import type { FileReader } from './file-reader.ts';
import { type JudgedTests, judgeTests } from './judge-tests.ts';
import { linkContext } from './linked-languages.ts';
import { readOutlines } from './outlines.ts';
import type { GroundOfTests, LinkingOutcome, ReadTest, TestSource } from './tests-beside.ts';

/** What it is taken for that linking the code that runs comes to: of most trees it does. */
const EXPECTED: LinkingOutcome = { named: [], fanOutLimit: null };

/** The work of `TestsBeside`, where it is done: one thing after the other. */
export class TestBench {
  readonly #files: FileReader;
  readonly #models: Models;
  readonly #tests = new Map<RelativePath, LinkInput>();
  #ground: { readonly inputs: readonly LinkInput[]; readonly context: LinkContext } | null = null;
  #expected: JudgedTests | null = null;

  constructor(files: FileReader, models: Models) {
    this.#files = files;
    this.#models = models;
  }

  async read(source: TestSource): Promise<ReadTest> {
    const { module, ...file } = source;
    const language = languages.find(({ id }) => id === file.language);
    if (language === undefined) throw new RangeError(`nobody reads ${file.language}`);
    const { facts } = await this.#files.read(language, { ...file, isHashed: false });
    this.#tests.set(facts.path, { facts, role: 'test', module });
    const { path, lines, suppressions, problems } = facts;
    return {
      facts: { path, language: facts.language, lines, suppressions, problems },
      declares: topLevelTypes(facts),
    };
  }

  /** Links what was read, and judges it as if nothing came of linking the rest. */
  link({ outlines, dependencies }: GroundOfTests): void {
    this.#ground = { inputs: readOutlines(outlines), context: linkContext(this.#models, dependencies) };
    this.#expected = this.#judge(EXPECTED);
  }

  factsOf(paths: readonly RelativePath[]): readonly LinkInput[] {
    return paths.flatMap((path) => this.#tests.get(path) ?? []);
  }

  judge(outcome: LinkingOutcome): JudgedTests {
    const isExpected = outcome.named.length === 0 && outcome.fanOutLimit === null;
    return (isExpected ? this.#expected : null) ?? this.#judge(outcome);
  }

  #judge({ named, fanOutLimit }: LinkingOutcome): JudgedTests {
    if (this.#ground === null) throw new Error('tests are judged before what they stand on is known');
    const taken = new Set(named);
    const own = [...this.#ground.inputs, ...this.factsOf(named)];
    const left = [...this.#tests.values()].filter(({ facts }) => !taken.has(facts.path));
    const { program, withTests } = linkDeclarations(own, this.#ground.context, fanOutLimit);
    return judgeTests(program, withTests(left), this.#models);
  }
}
