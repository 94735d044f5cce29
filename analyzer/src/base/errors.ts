/** Why an analysis could not run at all. Anything less is a diagnostic. */
export type AnalysisErrorCode =
  | 'SOURCE_NOT_FOUND'
  | 'SOURCE_NOT_A_DIRECTORY'
  | 'SOURCE_UNREADABLE'
  | 'SOURCE_EMPTY'
  | 'CONFIG_INVALID'
  | 'MODEL_INVALID'
  | 'OUT_DIR_REFUSED'
  | 'WRITE_FAILED'
  | 'DEADLINE_EXCEEDED'
  | 'OUT_OF_MEMORY'
  | 'CANCELLED'
  | 'NODE_TOO_OLD'
  | 'INTERNAL';

/** A known failure: one sentence on what was expected, what came and where, and one on how to mend it. */
export class AnalysisError extends Error {
  readonly code: AnalysisErrorCode;
  readonly hint: string;
  /** The message in Russian. */
  readonly ru: string;

  constructor(
    code: AnalysisErrorCode,
    message: string,
    details: { readonly hint: string; readonly ru: string; readonly cause?: unknown },
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AnalysisError';
    this.code = code;
    this.hint = details.hint;
    this.ru = details.ru;
  }
}
