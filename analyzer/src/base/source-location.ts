import type { RelativePath } from './ids.ts';

/** A place in a source file. Lines and columns are 1-based; columns count UTF-16 units. */
export interface SourceLocation {
  readonly file: RelativePath;
  readonly line: number;
  readonly column?: number;
}

/** First and last line of a declaration, both inclusive and 1-based. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}
