import type { RelativePath } from '../base/ids.ts';
import type { Text } from '../base/text.ts';
import type { TypeDeclaration } from './declarations.ts';

/** What one file says, and nothing that needs another file: a pure function of (path, text). Plain JSON data. */
export interface FileFacts {
  readonly path: RelativePath;
  /** Id of the language that read it, e.g. `java`. */
  readonly language: string;
  /** Empty for the unnamed package. */
  readonly package: string;
  readonly imports: readonly Import[];
  /** All types of the file in source order; outer before inner. */
  readonly types: readonly TypeDeclaration[];
  readonly statements: StatementHashes;
  readonly lines: { readonly total: number; readonly code: number };
  /** Comments that mention `csqa-ignore`. `line` is the line the comment stands on, text without the comment marks. */
  readonly suppressions: readonly { readonly line: number; readonly text: string }[];
  /** Places the parser could not read; the rest of the file is still told. At most 20. */
  readonly problems: readonly FactProblem[];
}

export interface FactProblem {
  /** `not-parsed`: nothing of the file is told but its lines and tokens. */
  readonly code: 'syntax-error' | 'too-deep' | 'not-parsed';
  readonly line: number;
  /** What was expected or met, at most 200 characters. */
  readonly message: Text;
}

export interface Import {
  /** Dotted, without `.*`. */
  readonly name: string;
  readonly static: boolean;
  readonly wildcard: boolean;
  readonly line: number;
}

/**
 * The token stream cut at statement ends (`;`, `{`, `}`), one entry a statement: independent of layout and comments,
 * literals normalised, names kept. Three parallel lists, for finding duplicated runs. Imports and package are left out.
 * Empty for files whose code nobody measures.
 */
export interface StatementHashes {
  /** Unsigned 32-bit. */
  readonly hashes: readonly number[];
  readonly tokens: readonly number[];
  readonly lines: readonly number[];
}
