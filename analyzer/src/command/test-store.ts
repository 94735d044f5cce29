import { hash, randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RelativePath } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import { wordsOf } from '../facts/words.ts';
import type { KeptTests, KnownTest, KnownTree } from '../stages/known-tests.ts';
import type { TestSource } from '../stages/reading-beside.ts';
import { FactSegment, FactSegmentBuilder } from './fact-segment.ts';
import type { FactStore } from './fact-store.ts';
import { keepFile, makeRoom, touch } from './kept-files.ts';
import { readTree, writeTree } from './packed-tests.ts';

/** Bytes that all trees of a directory may take. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Branches and projects that one directory is used for. */
const MOST_TREES = 8;
const EXTENSION = '.tests';
/** Ours among whatever else is in the directory: the code that wrote it, then what tells it from others. */
const TREE_FILE = /^[0-9a-f]{16}-[0-9a-f-]{36}\.tests$/;
const PATHS = hash('sha256', 'paths', 'hex');

/** How a store is told apart from others. */
export interface TestStoreOptions {
  readonly directory: string;
  /** The code that judges tests, by its content, as hex digits. */
  readonly code: string;
  /** What was read of the files of the tree. */
  readonly facts: FactStore;
  readonly log: (text: string) => void;
}

/**
 * What tests came to in an earlier run, in a directory for any number of processes and trees at a time: one file for a state
 * of a tree. No fault of the directory fails a run.
 */
export class TestStore implements KeptTests {
  readonly found = new Map<RelativePath, KnownTest>();
  before: KnownTree | null = null;
  readonly #options: TestStoreOptions;
  /** Where `before` was found. */
  #file: string | null = null;
  readonly #texts = new Map<RelativePath, Pick<KnownTest, 'key' | 'words'>>();
  /** What is to be packed, and what is to be written. */
  #tree: KnownTree | null = null;
  #next: readonly Uint8Array[] | null = null;
  #judged: { readonly judged: number; readonly all: number } | null = null;

  constructor(options: TestStoreOptions) {
    this.#options = options;
  }

  async open(paths: readonly RelativePath[]): Promise<void> {
    if (paths.length === 0) return;
    const segment = await this.#bestFor(new Set(paths));
    if (segment === null) return;
    this.before = await readTree(segment);
    if (this.before === null) await rm(segment.file, { force: true }).catch(() => undefined);
    else this.#file = segment.file;
  }

  async find(source: TestSource): Promise<KnownTest | null> {
    const key = this.#options.facts.keyOf(source);
    const known = this.before?.tests.get(source.path);
    const isKnown = known?.key === key && known.module === source.module;
    if (isKnown && isOf(known, source) && (await this.#options.facts.has(key, source.path))) {
      this.found.set(source.path, known);
      return known;
    }
    this.#texts.set(source.path, { key, words: wordsOf(source.text) });
    return null;
  }

  textOf(path: RelativePath): Pick<KnownTest, 'key' | 'words'> | null {
    return this.#texts.get(path) ?? null;
  }

  async factsOf({ key, notes }: KnownTest): Promise<FileFacts | null> {
    return (await this.#options.facts.readAt(key, notes.path))?.facts ?? null;
  }

  keep(tree: KnownTree): void {
    if (this.before !== null && this.#judged?.judged === 0 && isSame(this.before, tree)) return;
    this.#tree = tree;
  }

  pack(): void {
    const tree = this.#tree;
    if (tree === null) return;
    this.#tree = null;
    const content = new FactSegmentBuilder();
    content.add(PATHS, (to) => to.list([...tree.tests.keys()], (_, path) => to.text(path)));
    content.endBlock();
    writeTree(content, tree);
    this.#next = content.finish();
  }

  note(judged: number, all: number): void {
    this.#judged = { judged, all };
  }

  rest(): void {
    this.before = null;
    this.found.clear();
    this.#texts.clear();
  }

  /** Writes what tests have come to, and says how many were judged. Once a run, at its end. */
  async save(): Promise<void> {
    const { log } = this.#options;
    if (this.#judged !== null) log(`${this.#judged.judged} of ${this.#judged.all} test files were judged`);
    try {
      this.pack();
      if (this.#next !== null) await this.#write(this.#next);
      else if (this.#file !== null) await touch(this.#file);
    } catch (error) {
      log(`what tests came to cannot be kept for the next run: ${String(error)}`);
    }
  }

  /** The state that it goes on from is of no more use. */
  async #write(content: readonly Uint8Array[]): Promise<void> {
    const { directory, code } = this.#options;
    const stem = `${code.slice(0, 16)}-${randomUUID()}`;
    await keepFile({ directory, stem, extension: EXTENSION }, content);
    if (this.#file !== null) await rm(this.#file, { force: true });
    await makeRoom(directory, { isCounted: TREE_FILE, mostBytes: MOST_BYTES, mostFiles: MOST_TREES });
  }

  /** The state of a tree that has most of the files; of several the last that was of use. */
  async #bestFor(paths: ReadonlySet<string>): Promise<FactSegment | null> {
    let best: { readonly segment: FactSegment; readonly shared: number } | null = null;
    for (const file of await this.#files()) {
      const segment = await FactSegment.open(file);
      const names = (await segment?.read(PATHS, (from) => from.list(() => from.text()))) ?? [];
      const shared = names.reduce((sum, name) => sum + (paths.has(name) ? 1 : 0), 0);
      if (segment !== null && shared > (best?.shared ?? 0)) best = { segment, shared };
    }
    return best?.segment ?? null;
  }

  /** The last that was of use first. */
  async #files(): Promise<readonly string[]> {
    const { directory, code } = this.#options;
    const names = await readdir(directory).catch(() => []);
    const own = names.filter((name) => TREE_FILE.test(name) && name.startsWith(code.slice(0, 16)));
    const timed = await Promise.all(
      own.map(async (name) => {
        const file = join(directory, name);
        return { file, time: (await stat(file).catch(() => null))?.mtimeMs ?? 0 };
      }),
    );
    return timed
      .sort((one, other) => other.time - one.time || (basename(one.file) < basename(other.file) ? -1 : 1))
      .map(({ file }) => file);
  }
}

/** Whether a tree has the same tests, which stand on the same. */
function isSame(before: KnownTree, tree: KnownTree): boolean {
  return (
    tree.tests.size === before.tests.size &&
    areEqual(tree.code.types, before.code.types) &&
    areEqual(tree.code.overriders, before.code.overriders)
  );
}

function areEqual(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) if (right.get(key) !== value) return false;
  return true;
}

/** Whether what is known can be of the text: a check on who wrote it, as the key has told the rest. */
function isOf({ notes }: KnownTest, { path, language, text }: TestSource): boolean {
  return notes.path === path && notes.language === language && notes.lines.total <= text.length + 1;
}
