import type { RelativePath } from './ids.ts';
import { byNumber, byText, type Comparator, inOrder } from './ordering.ts';
import type { Text } from './text.ts';

/** The stages of the pipeline, in the order the data travels. */
export type Stage = 'inventory' | 'libraries' | 'facts' | 'link' | 'models' | 'flow' | 'metrics' | 'findings';

/** A problem that did not stop the analysis; it is reported beside the results it may have weakened. */
export interface Diagnostic {
  /** Stable kebab-case name of the kind of problem, e.g. `syntax-error`, `file-too-large`. */
  readonly code: string;
  readonly stage: Stage;
  readonly severity: 'error' | 'warning' | 'info';
  /** Fact, present tense: what is wrong and where. */
  readonly message: Text;
  /** What a person can do about it. */
  readonly hint?: Text;
  readonly file?: RelativePath;
  readonly line?: number;
}

/** Order in which diagnostics leave the analyzer. */
export const compareDiagnostic: Comparator<Diagnostic> = inOrder(
  byText((diagnostic) => diagnostic.file ?? ''),
  byNumber((diagnostic) => diagnostic.line ?? 0),
  byText((diagnostic) => diagnostic.code),
  byText((diagnostic) => diagnostic.message.en),
);
