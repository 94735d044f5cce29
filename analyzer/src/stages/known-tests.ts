import type { RelativePath, TypeName } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { CodeLines } from '../link/compare-declared.ts';
import type { DeclaringFile } from '../link/named-tests.ts';
import type { TestFile } from '../models/tests/read-tests.ts';
import type { FileNotes, TestSource } from './reading-beside.ts';

/** A type of a test file, by what other test files can see of it. */
export interface KnownType {
  readonly name: TypeName;
  readonly simple: string;
  readonly line: string;
}

/** A test file with all that is asked of it but its facts. */
export interface KnownTest extends DeclaringFile {
  /** Tells its content from all others. */
  readonly key: string;
  readonly module: string;
  readonly package: string;
  readonly notes: FileNotes;
  /** Types that other files can name. */
  readonly types: readonly KnownType[];
  /** Its words, as numbers. */
  readonly words: Uint32Array;
  readonly comesTo: TestFile;
}

/** The tests of a tree, and what they stood on when they were judged. */
export interface KnownTree {
  readonly code: CodeLines;
  /** What decides which type a name means where modules have namesakes. */
  readonly namesakes: string;
  readonly tests: ReadonlyMap<RelativePath, KnownTest>;
}

/** What an earlier run has made of the tests of a tree. */
export interface KeptTests {
  /** Looks for what is kept of a tree with these test files. */
  open(paths: readonly RelativePath[]): Promise<void>;
  /** The tree of an earlier run; null where there is none. */
  readonly before: KnownTree | null;
  /** What a test file with this very text came to, and takes note of the text where nothing is known. */
  find(source: TestSource): Promise<KnownTest | null>;
  /** The files that were found. */
  readonly found: ReadonlyMap<RelativePath, KnownTest>;
  /** Key and words of a file that was not found. */
  textOf(path: RelativePath): Pick<KnownTest, 'key' | 'words'> | null;
  /** The facts of a file that was found; null where they are not there any more. */
  factsOf(test: KnownTest): Promise<FileFacts | null>;
  /** Keeps what the tests of this tree have come to. */
  keep(tree: KnownTree): void;
  /** Is told how many files were judged, before what they come to is kept. */
  note(judged: number, all: number): void;
  /** Packs what is kept, part by part: as it is it takes ten times as much. */
  pack(): void;
  /** Lets go what it has read: tests are judged. */
  rest(): void;
}
