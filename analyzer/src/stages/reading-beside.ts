import type { RelativePath } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { FactSource } from '../facts/file-reading.ts';
import type { PackedReadings } from '../facts/packed/packed-readings.ts';
import type { ModuleDependencies } from '../link/homonyms.ts';
import type { DeclaringFile } from '../link/named-tests.ts';
import type { LinkInput } from '../link/program.ts';
import type { JudgedTests } from './judge-tests.ts';
import type { Outlines } from './outlines.ts';

/** A test file that is to be read. Plain data, as everything here: it goes to another thread. */
export interface TestSource extends FactSource {
  readonly module: string;
}

/** What whoever does not look at code is told of a file. */
export type FileNotes = Pick<FileFacts, 'path' | 'language' | 'lines' | 'suppressions' | 'problems'>;

/** A test file that was read. */
export interface ReadTest extends DeclaringFile {
  readonly facts: FileNotes;
}

/** Test files that were read by somebody who does not judge them. */
export interface PackedTests {
  readonly packed: PackedReadings;
  /** The module of each. */
  readonly modules: readonly string[];
}

/** What test files stand on. */
export interface GroundOfTests {
  /** Outlines of the files that are no tests. */
  readonly outlines: Outlines;
  readonly dependencies: ModuleDependencies;
  /** The test files, in their order. */
  readonly tests: readonly RelativePath[];
}

/** What linking the code that runs has come to, as far as tests depend on it. */
export interface LinkingOutcome {
  /** Test files that are linked with the code that runs, for it names them. */
  readonly named: readonly RelativePath[];
  /** The number of targets that a call may have; null where all calls together are few enough. */
  readonly fanOutLimit: number | null;
}

/** Reads files while others do, one batch after the other. What fails there fails whoever waits for it. */
export interface ReaderBeside {
  /** Reads files for whoever asks. */
  read(sources: readonly FactSource[]): Promise<PackedReadings>;
  /** Reads test files for whoever judges them, and says what they are. */
  readForBench(sources: readonly TestSource[]): Promise<ReadForBench>;
  /** Stops whatever it does. */
  close(): Promise<void>;
}

/** Test files, read for whoever judges them. */
export interface ReadForBench {
  readonly tests: readonly ReadTest[];
  readonly packed: PackedReadings;
}

/** Judges test code while somebody else links the code that runs; until then it reads as others do. */
export interface TestsBeside extends Omit<ReaderBeside, 'readForBench'> {
  /** What earlier runs have read of test files, where facts are kept; null for each that is to be read. */
  find(sources: readonly TestSource[]): Promise<readonly (ReadTest | null)[]>;
  /** Reads test files. */
  readTests(sources: readonly TestSource[]): Promise<readonly ReadTest[]>;
  /** Is given test files that others have read; nobody waits. */
  take(tests: PackedTests): void;
  /** Has all test files linked; nobody waits. */
  link(ground: GroundOfTests): void;
  /** Facts of some of the files. */
  factsOf(paths: readonly RelativePath[]): Promise<readonly LinkInput[]>;
  /** What the test code comes to. */
  judge(outcome: LinkingOutcome): Promise<JudgedTests>;
  /** Keeps what was read for later runs, where facts are kept. */
  save(): Promise<void>;
}

/** Who reads beside. */
export interface ReadingCrew {
  readonly readers: readonly ReaderBeside[];
  /** Null where test code is read and judged as all other code. */
  readonly bench: TestsBeside | null;
}

/** How much code a tree has. */
export interface CodeSize {
  /** Bytes of all code that is read. */
  readonly all: number;
  /** Bytes of test code. */
  readonly tests: number;
}
