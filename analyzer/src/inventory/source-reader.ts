import type { Diagnostic } from '../base/diagnostics.ts';
import type { RelativePath } from '../base/ids.ts';

/** What came of reading one file of the tree. Never throws for what a repository can hold. */
export type SourceContent =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bytes: number;
      /** The hash of the text's content, where its bytes were at hand. */
      readonly hash?: string;
      /** The SHA-256 of its bytes, as hex digits, where somebody wants it: it tells the text from all others. */
      readonly digest?: string;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: 'binary'; readonly bytes: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'unreadable'; readonly bytes: 0; readonly diagnostics: readonly Diagnostic[] };

/** The one way the pipeline gets at file contents. */
export interface SourceReader {
  /** Reads a file of the tree as text; what stops that is a kind of content with its diagnostic. */
  read(path: RelativePath): Promise<SourceContent>;
}
