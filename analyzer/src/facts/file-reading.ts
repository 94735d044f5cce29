import type { RelativePath } from '../base/ids.ts';
import type { FileFacts } from './file-facts.ts';

/** A text of the tree and what is to be read of it: all that decides what comes of it. */
export interface FactSource {
  readonly path: RelativePath;
  /** Id of the language. */
  readonly language: string;
  readonly text: string;
  /** What tells the text from all others, where whoever has read it knows that. */
  readonly digest?: string | undefined;
  /** Whether what its code is measured by is wanted: hashes of statements and methods, complexity. */
  readonly isMeasured: boolean;
}

/** What comes of it. */
export interface FileReading {
  readonly facts: FileFacts;
  /** Hashes of the methods by the line of their name; null where they were not wanted. */
  readonly methodHashes: ReadonlyMap<number, string> | null;
}

/** What earlier runs have read of files with the same text. */
export interface KeptReadings {
  /** What an earlier run read of it, equal to what would be read now; null where there is none. */
  find(source: FactSource): Promise<FileReading | null>;
  /** Keeps for later runs what was read of a file of which nothing was found. */
  keep(path: RelativePath, reading: FileReading): void;
}
