import type { RelativePath } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { ResolutionRules } from '../facts/resolution-rules.ts';

/** A front end: source text in, facts out. One folder a language, one line in registry.ts. */
export interface Language {
  readonly id: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  readonly rules: ResolutionRules;
  /** Loads the grammar once; the extractor may then be used for any number of files, in one thread. */
  createExtractor(): Promise<FactExtractor>;
}

/** Holds a parser; `close` frees it. */
export interface FactExtractor {
  /** A pure function of its arguments. Never throws on any text: what cannot be read is a problem in the facts. */
  extract(path: RelativePath, text: string): FileFacts;
  close(): void;
}
