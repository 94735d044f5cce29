import type { RelativePath } from '../base/ids.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { ResolutionRules } from '../facts/resolution-rules.ts';
import type { LineIndex } from './shared/line-index.ts';

/** A front end: source text in, facts out. One folder a language, one line in registry.ts. */
export interface Language {
  readonly id: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  readonly rules: ResolutionRules;
  /** An extractor may be used for any number of files, in one thread. */
  createExtractor(): FactExtractor;
}

/** What is known of a text, and wanted of it. */
export interface ExtractorOptions {
  /** Whether statements and complexity are wanted; absent: they are. */
  readonly isMeasured?: boolean;
  /** The lines of the text, where somebody has found them. */
  readonly lines?: LineIndex;
}

/** Holds parsers; `close` frees them. */
export interface FactExtractor {
  /**
   * A pure function of its arguments. Never fails on any text: what cannot be read is a problem in the facts.
   * @throws Error when a grammar that it needs is not installed.
   */
  extract(path: RelativePath, text: string, options?: ExtractorOptions): Promise<FileFacts>;
  close(): void;
}
