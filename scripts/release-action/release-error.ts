/** A release that cannot be made as things are. */
export class ReleaseError extends Error {
  /** What to do about it: one line. */
  readonly fix: string;
  /** 2 for a command line that cannot be used, else 1. */
  readonly exitCode: number;

  constructor(
    message: string,
    details: { readonly fix: string; readonly exitCode?: number; readonly cause?: unknown },
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ReleaseError';
    this.fix = details.fix;
    this.exitCode = details.exitCode ?? 1;
  }
}
