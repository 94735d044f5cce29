import { CsqaError } from '@csqa/orchestrator';
import type { Language } from '@csqa/report';
import type { Said } from './said.ts';

/** Whose fault a failure is: the workflow that calls us, or something that it runs on. */
export type ErrorKind = 'input' | 'tool';

/** A failure of a run that is known: one sentence that says what is wrong and what mends it. */
export class ActionError extends Error {
  readonly kind: ErrorKind;
  readonly said: Said;
  /** The analyzer found no file at all to read. */
  readonly isEmptySource: boolean;

  constructor(kind: ErrorKind, said: Said, cause?: unknown) {
    super(said.en, cause === undefined ? undefined : { cause });
    this.isEmptySource = cause instanceof CsqaError && cause.evidence.analyzerCode === 'SOURCE_EMPTY';
    this.name = 'ActionError';
    this.kind = kind;
    this.said = said;
  }
}

/** What is said of any failure, known or not. */
export function sentenceOf(error: unknown, language: Language): string {
  if (error instanceof ActionError) return error.said[language];
  return error instanceof Error ? error.message : String(error);
}
