/** The web app could not do what it was asked for. Exit code 3. */
export class WebAppError extends Error {
  /** A code of the web app, or WEB_APP_MISSING where there is none to ask. */
  readonly code: string;
  /** What to do about it: one line. */
  readonly fix: string;

  constructor(code: string, message: string, details: { readonly fix: string; readonly cause?: unknown }) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'WebAppError';
    this.code = code;
    this.fix = details.fix;
  }
}
