import type { RelativePath } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { FactSource } from '../facts/file-reading.ts';
import type { ModuleDependencies } from '../link/homonyms.ts';
import type { DeclaringFile } from '../link/named-tests.ts';
import type { LinkInput } from '../link/program.ts';
import type { JudgedTests } from './judge-tests.ts';
import type { Outlines } from './outlines.ts';

/** A test file that is to be read. Plain data, as everything here: it goes to another thread. */
export interface TestSource extends Omit<FactSource, 'isHashed'> {
  readonly module: string;
}

/** What whoever does not look at code is told of a file. */
export type FileNotes = Pick<FileFacts, 'path' | 'language' | 'lines' | 'suppressions' | 'problems'>;

/** A test file that was read. */
export interface ReadTest extends DeclaringFile {
  readonly facts: FileNotes;
}

/** What test files stand on. */
export interface GroundOfTests {
  /** Outlines of the files that are no tests. */
  readonly outlines: Outlines;
  readonly dependencies: ModuleDependencies;
}

/** What linking the code that runs has come to, as far as tests depend on it. */
export interface LinkingOutcome {
  /** Test files that are linked with the code that runs, for it names them. */
  readonly named: readonly RelativePath[];
  /** The number of targets that a call may have; null where all calls together are few enough. */
  readonly fanOutLimit: number | null;
}

/** Reads and judges test code while somebody else links the code that runs. What fails there fails whoever waits for it. */
export interface TestsBeside {
  /** Has a file read; nobody waits. */
  read(source: TestSource): void;
  /** All files that were read, in the order in which they were handed over. Tells how many are, while they become more. */
  finish(onRead: (files: number) => void): Promise<readonly ReadTest[]>;
  /** Has what was read linked; nobody waits. */
  link(ground: GroundOfTests): void;
  /** Facts of some of the files. */
  factsOf(paths: readonly RelativePath[]): Promise<readonly LinkInput[]>;
  /** What the test code comes to. */
  judge(outcome: LinkingOutcome): Promise<JudgedTests>;
  /** Keeps what was read for later runs, where facts are kept. */
  save(): Promise<void>;
  /** Stops whatever it does. */
  close(): Promise<void>;
}
