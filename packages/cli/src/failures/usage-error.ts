/** A command line, or a file named in it, that cannot be used. Exit code 2. */
export class UsageError extends Error {
  /** What to do about it: one line. */
  readonly fix: string;

  /** `message` says in one line what was expected, what came, and where. */
  constructor(message: string, details: { readonly fix: string; readonly cause?: unknown }) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'UsageError';
    this.fix = details.fix;
  }
}

/** Why a file could not be read or written, in a word or two. */
export function fileFailure(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error);
}
