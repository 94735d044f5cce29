import type { RelativePath } from '../base/ids.ts';
import type { FileReading, KeptReadings } from '../facts/file-reading.ts';
import { unpackReadings } from '../facts/packed/packed-readings.ts';
import { linkDeclarations } from '../link/link.ts';
import type { LinkInput } from '../link/program.ts';
import type { LinkContext } from '../link/world.ts';
import type { Models } from '../models/models.ts';
import type { FileReader } from './file-reader.ts';
import { type JudgedTests, judgeTests } from './judge-tests.ts';
import { linkContext } from './linked-languages.ts';
import { readOutlines } from './outlines.ts';
import { readTestOf } from './read-test.ts';
import type { GroundOfTests, LinkingOutcome, PackedTests, ReadTest, TestSource } from './reading-beside.ts';

/** What it is taken for that linking the code that runs comes to: of most trees it does. */
const EXPECTED: LinkingOutcome = { named: [], fanOutLimit: null };

/** Who reads, what earlier runs have read, and the models, which are asked for once there is something to judge. */
export interface BenchTools {
  readonly files: FileReader;
  readonly kept: KeptReadings | null;
  readonly models: () => Promise<Models>;
}

interface Ground {
  readonly inputs: readonly LinkInput[];
  readonly context: LinkContext;
  readonly models: Models;
  readonly tests: readonly LinkInput[];
}

/** The work of `TestsBeside`, where it is done: one thing after the other. */
export class TestBench {
  readonly #tools: BenchTools;
  readonly #tests = new Map<RelativePath, LinkInput>();
  #ground: Ground | null = null;
  #expected: JudgedTests | null = null;

  constructor(tools: BenchTools) {
    this.#tools = tools;
  }

  async find(sources: readonly TestSource[]): Promise<readonly (ReadTest | null)[]> {
    const found: (ReadTest | null)[] = [];
    for (const source of sources) {
      const reading = (await this.#tools.kept?.find(source)) ?? null;
      found.push(reading === null ? null : this.#add(reading, source.module));
    }
    return found;
  }

  async read(sources: readonly TestSource[]): Promise<readonly ReadTest[]> {
    const tests: ReadTest[] = [];
    for (const source of sources) {
      const reading = await this.#tools.files.read(source);
      tests.push(this.#addFresh(reading, source.module));
    }
    return tests;
  }

  take({ packed, modules }: PackedTests): void {
    unpackReadings(packed).forEach((reading, index) => {
      this.#addFresh(reading, modules[index] ?? '');
    });
  }

  /** Links all test files, and judges them as if nothing came of linking the rest. */
  async link({ outlines, dependencies, tests }: GroundOfTests): Promise<void> {
    const models = await this.#tools.models();
    const context = linkContext(models, dependencies);
    this.#ground = { inputs: readOutlines(outlines), context, models, tests: this.factsOf(tests) };
    this.#expected = judged(this.#ground, EXPECTED);
  }

  factsOf(paths: readonly RelativePath[]): readonly LinkInput[] {
    return paths.flatMap((path) => this.#tests.get(path) ?? []);
  }

  judge(outcome: LinkingOutcome): JudgedTests {
    if (this.#ground === null) throw new Error('tests are judged before what they stand on is known');
    const isExpected = outcome.named.length === 0 && outcome.fanOutLimit === null;
    return (isExpected ? this.#expected : null) ?? judged(this.#ground, outcome);
  }

  #addFresh(reading: FileReading, module: string): ReadTest {
    this.#tools.kept?.keep(reading.facts.path, reading);
    return this.#add(reading, module);
  }

  #add({ facts }: FileReading, module: string): ReadTest {
    this.#tests.set(facts.path, { facts, role: 'test', module });
    return readTestOf(facts);
  }
}

function judged(
  { inputs, context, models, tests }: Ground,
  { named, fanOutLimit }: LinkingOutcome,
): JudgedTests {
  const taken = new Set(named);
  const byPath = new Map(tests.map((test) => [test.facts.path, test]));
  const own = [...inputs, ...named.flatMap((path) => byPath.get(path) ?? [])];
  const left = tests.filter(({ facts }) => !taken.has(facts.path));
  const { withTests } = linkDeclarations(own, context, fanOutLimit);
  return judgeTests(withTests(left), models);
}
