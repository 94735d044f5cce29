import type { RelativePath, TypeName } from '../base/ids.ts';
import { compareText } from '../base/ordering.ts';
import { hasWord, wordNumber } from '../facts/words.ts';
import {
  type ChangedNames,
  type CodeLines,
  changedCode,
  changedTestTypes,
  isNamedIn,
} from '../link/compare-declared.ts';
import type { DeclaredType } from '../link/declared.ts';
import type { NamedFile } from '../link/homonyms.ts';
import type { DeclaredCode, LinkedCode } from '../link/link.ts';
import { topLevelTypes } from '../link/named-tests.ts';
import type { LinkInput } from '../link/program.ts';
import type { Models } from '../models/models.ts';
import { readTests, type TestFile } from '../models/tests/read-tests.ts';
import { type JudgedTests, judgedTogether } from './judge-tests.ts';
import type { KeptTests, KnownTest, KnownTree, KnownType } from './known-tests.ts';
import { notesOf } from './read-test.ts';

/** Rounds after which all tests are judged: each goes on from what the last one has changed. */
const MOST_ROUNDS = 4;
/** Where more than this share of the files must be looked at, looking at all of them costs as much. */
const MOST_LINKED = 0.7;

/** Tests, and what is known of them. */
export interface KnownTests {
  readonly kept: KeptTests;
  /** Those that were read. */
  readonly fresh: readonly LinkInput[];
  /** Those that were found instead. */
  readonly known: readonly KnownTest[];
  readonly models: Models;
  /** Reads files once more. */
  readonly readAgain: (paths: readonly RelativePath[]) => Promise<readonly LinkInput[]>;
}

/**
 * Judges the tests that can come to something else than in an earlier run, and takes the others for what they came to. A
 * file is judged again where it has changed, or where one of its words is a name that means something else to it.
 */
export async function judgeKnown(code: LinkedCode, tests: KnownTests): Promise<JudgedTests> {
  const judgement = new Judgement(code, tests);
  const files = (await judgement.someAnew()) ?? (await judgement.allAnew());
  const all = [...files].sort(([left], [right]) => compareText(left, right));
  return judgedTogether(
    all.map(([, file]) => file),
    all.length > 0,
  );
}

type ComesTo = ReadonlyMap<RelativePath, TestFile>;

/** What linking some of the tests has shown. */
interface Shown {
  readonly types: ReadonlyMap<RelativePath, readonly KnownType[]>;
  /** Whether they can be told from all others by their names, and each was found by itself. */
  readonly isPlain: boolean;
  readonly files: ComesTo;
}

class Judgement {
  readonly #code: LinkedCode;
  readonly #tests: KnownTests;
  readonly #before: KnownTree | null;
  readonly #declared: DeclaredCode;
  readonly #lines: CodeLines;
  readonly #known: ReadonlyMap<RelativePath, KnownTest>;
  readonly #words: ReadonlyMap<RelativePath, Uint32Array>;

  constructor(code: LinkedCode, tests: KnownTests) {
    const { fresh, known, kept } = tests;
    this.#code = code;
    this.#tests = tests;
    this.#before = kept.before;
    this.#declared = code.declared([...fresh, ...known.map(namedFile)]);
    const { types, overriders, packages } = this.#declared;
    this.#lines = {
      types: new Map(types.map(({ name, line }) => [name, line] as const)),
      ...{ overriders, packages },
    };
    this.#known = new Map(known.map((test) => [test.notes.path, test] as const));
    this.#words = new Map([
      ...known.map(({ notes, words }) => [notes.path, words] as const),
      ...fresh.flatMap(({ facts: { path } }) => {
        const text = kept.textOf(path);
        return text === null ? [] : [[path, text.words] as const];
      }),
    ]);
  }

  /** Judges all tests; what they come to is kept where each can be judged by itself later. */
  async allAnew(): Promise<ComesTo> {
    const { fresh, known, kept } = this.#tests;
    const inputs = [...fresh, ...(await this.#factsOf(known))];
    const shown = this.#code.askTests(inputs, (program, standing) => {
      const files = readTests({ program, models: this.#tests.models });
      return this.#show(files, byFile(standing.declared()), standing.isOrderly);
    });
    kept.note(inputs.length, inputs.length);
    return shown.isPlain ? this.#keep(inputs, shown) : withAll(inputs, shown.files, this.#known);
  }

  /** Null where all must be judged. */
  async someAnew(): Promise<ComesTo | null> {
    const before = this.#before;
    if (before === null || this.#tests.known.length === 0 || !this.#declared.isOrderly) return null;
    if (this.#words.size < this.#tests.known.length + this.#tests.fresh.length) return null;
    if (before.namesakes !== this.#declared.namesakes) return null;
    const changed = changedCode(before.code, this.#lines, {
      below: this.#declared.below,
      isTold: (name) => this.#isTold(before, name),
    });
    if (changed === 'everything') return null;
    const names = new Set(changed);
    const gone = [...before.tests.values()].filter(({ notes }) => !this.#words.has(notes.path));
    for (const { name, simple } of gone.flatMap(({ types }) => types)) {
      if (this.#isTold(before, name)) return null;
      names.add(simple);
    }
    return await this.#inRounds(before, names);
  }

  async #inRounds(before: KnownTree, changed: ReadonlySet<string>): Promise<ComesTo | null> {
    let names = changed;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const size = names.size;
      const found = await this.#judge(before, names);
      if (found === null || !(found instanceof Set)) return found;
      names = found;
      if (names.size === size) return null;
    }
    return null;
  }

  /** Whether a library or a test spoke of a type that comes or goes, other than in a body. */
  #isTold(before: KnownTree, name: TypeName): boolean {
    if (this.#declared.isOutside(name)) return true;
    for (const { types } of before.tests.values()) if (isNamedIn(linesOf(types), name)) return true;
    return false;
  }

  /** What tests come to where these names have changed; more names where there turn out to be more. */
  async #judge(before: KnownTree, names: ReadonlySet<string>): Promise<ComesTo | Set<string> | null> {
    const { fresh, known, kept, models } = this.#tests;
    const anew = new Set([...fresh.map(({ facts }) => facts.path), ...this.#using(names)]);
    const linked = this.#below(anew);
    if (linked.size > this.#words.size * MOST_LINKED) return null;
    const inputs = [...fresh, ...(await this.#factsOf(known.filter(({ notes }) => linked.has(notes.path))))];
    const absent = known.filter(({ notes }) => !linked.has(notes.path));
    const found = this.#code.askTests(
      inputs,
      (program, standing) => {
        const types = byFile(standing.declared());
        const more = this.#changedBy(before, types, linked);
        if (more === 'everything') return null;
        const all = new Set([...names, ...more]);
        if ([...this.#using(all)].some((path) => !anew.has(path))) return all;
        const files = readTests({ program, models }, (path) => anew.has(path));
        return this.#show(files, types, standing.isOrderly);
      },
      absent.map(namedFile),
    );
    if (found === null || found instanceof Set) return found;
    if (!found.isPlain) return null;
    kept.note(anew.size, this.#words.size);
    return this.#keep(
      inputs.filter(({ facts }) => anew.has(facts.path)),
      found,
    );
  }

  /** Files that are known, and have one of the names among their words. */
  #using(names: ReadonlySet<string>): ReadonlySet<RelativePath> {
    const numbers = [...names].map(wordNumber);
    const found = new Set<RelativePath>();
    for (const [path, { words }] of this.#known)
      if (numbers.some((number) => hasWord(words, number))) found.add(path);
    return found;
  }

  /** Files, and all tests that they can name, or that these can. */
  #below(files: ReadonlySet<RelativePath>): ReadonlySet<RelativePath> {
    const declaring = this.#declaring();
    const found = new Set(files);
    for (const path of found) {
      for (const word of this.#words.get(path) ?? NO_WORDS)
        for (const other of declaring.get(word) ?? []) found.add(other);
    }
    return found;
  }

  /** Files by the words that name their top-level types: who comes upon another type of a file has named one of these. */
  #declaring(): ReadonlyMap<number, readonly RelativePath[]> {
    const declaring = new Map<number, RelativePath[]>();
    for (const { notes, declares } of this.#tests.known) {
      for (const name of declares) {
        const number = wordNumber(simpleNameIn(name));
        const files = declaring.get(number);
        if (files === undefined) declaring.set(number, [notes.path]);
        else files.push(notes.path);
      }
    }
    return declaring;
  }

  #changedBy(
    before: KnownTree,
    found: ReadonlyMap<RelativePath, readonly KnownType[]>,
    linked: ReadonlySet<RelativePath>,
  ): ChangedNames {
    const names = new Set<string>();
    for (const path of linked) {
      const types = found.get(path) ?? [];
      const changed = changedTestTypes(
        { before: linesOf(before.tests.get(path)?.types ?? []), now: linesOf(types) },
        {
          isNamedElsewhere: () => this.#isNamedElsewhere(path, types),
          isTold: (name) => this.#isTold(before, name),
        },
      );
      if (changed === 'everything') return 'everything';
      for (const name of changed) names.add(name);
    }
    return names;
  }

  /** Whether another file names one of the types: only there somebody can come upon any of them. */
  #isNamedElsewhere(path: RelativePath, types: readonly KnownType[]): boolean {
    const numbers = types.map(({ simple }) => wordNumber(simple));
    for (const [other, words] of this.#words)
      if (other !== path && numbers.some((number) => hasWord(words, number))) return true;
    return false;
  }

  #show(files: ComesTo, types: Shown['types'], isOrderly: () => boolean): Shown {
    const isPlain = this.#declared.isOrderly && isOrderly() && this.#areApart(types);
    return { types, isPlain, files };
  }

  /** Whether no two test files, and no test file and the program, have types of one name. */
  #areApart(shown: ReadonlyMap<RelativePath, readonly KnownType[]>): boolean {
    const met = new Set<TypeName>();
    const others = this.#tests.known.filter(({ notes }) => !shown.has(notes.path)).map(({ types }) => types);
    for (const types of [...shown.values(), ...others]) {
      for (const { name } of types) {
        if (met.has(name) || this.#declared.isTaken(name)) return false;
        met.add(name);
      }
    }
    return true;
  }

  async #factsOf(tests: readonly KnownTest[]): Promise<readonly LinkInput[]> {
    const inputs: LinkInput[] = [];
    const missing: RelativePath[] = [];
    for (const test of tests) {
      const facts = await this.#tests.kept.factsOf(test);
      if (facts === null) missing.push(test.notes.path);
      else inputs.push({ facts, role: 'test', module: test.module });
    }
    return missing.length === 0 ? inputs : [...inputs, ...(await this.#tests.readAgain(missing))];
  }

  /** What all files come to, where these have come to something; keeps it. */
  #keep(inputs: readonly LinkInput[], shown: Shown): ComesTo {
    const { kept } = this.#tests;
    const tests = new Map(this.#known);
    for (const { facts, module } of inputs) {
      const { path } = facts;
      const text = this.#known.get(path) ?? kept.textOf(path);
      if (text === null) return withAll(inputs, shown.files, this.#known);
      tests.set(path, {
        ...{ key: text.key, words: text.words, module, package: facts.package },
        notes: notesOf(facts),
        declares: topLevelTypes(facts),
        types: shown.types.get(path) ?? [],
        comesTo: shown.files.get(path) ?? NOTHING,
      });
    }
    kept.keep({ code: this.#lines, namesakes: this.#declared.namesakes, tests });
    return withAll(inputs, shown.files, this.#known);
  }
}

/** The simple name in a binary name of a top-level type. */
function simpleNameIn(binaryName: string): string {
  return binaryName.slice(binaryName.lastIndexOf('.') + 1);
}

const NO_WORDS = new Uint32Array(0);

/** What a file comes to that declares no type. */
const NOTHING: TestFile = {
  ...{ types: [], mentioned: [], calls: [], choices: [], requests: [] },
  declared: { types: 0, methods: 0 },
};

function withAll(
  inputs: readonly LinkInput[],
  files: ComesTo,
  known: ReadonlyMap<RelativePath, KnownTest>,
): ComesTo {
  return new Map([
    ...[...known].map(([path, { comesTo }]) => [path, comesTo] as const),
    ...inputs.map(({ facts: { path } }) => [path, files.get(path) ?? NOTHING] as const),
  ]);
}

function byFile(declared: readonly DeclaredType[]): ReadonlyMap<RelativePath, readonly KnownType[]> {
  const files = new Map<RelativePath, KnownType[]>();
  for (const type of declared) {
    const types = files.get(type.path) ?? [];
    files.set(type.path, types);
    const { name, simple, line, isHidden } = type;
    if (!isHidden) types.push({ name, simple, line });
  }
  return files;
}

function linesOf(types: readonly KnownType[]): ReadonlyMap<TypeName, string> {
  return new Map(types.map(({ name, line }) => [name, line] as const));
}

function namedFile({ notes, module, declares, package: packageName }: KnownTest): NamedFile {
  const types = declares.map((binaryName) => ({ outer: null, enclosingMethod: null, binaryName }));
  return { role: 'test', module, facts: { path: notes.path, package: packageName, types } };
}
