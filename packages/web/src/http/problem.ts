/** Every way a request can be refused, with the status it is told by; stable for ever. */
export const PROBLEM_STATUS = {
  REQUEST_INVALID: 400,
  SOURCE_REFUSED: 400,
  TOKEN_MISSING: 401,
  TOKEN_WRONG: 401,
  SCOPE_TOO_SMALL: 403,
  SIGNATURE_WRONG: 401,
  CSRF_REJECTED: 403,
  NOT_FOUND: 404,
  REQUEST_TIMEOUT: 408,
  LINK_OVER: 410,
  RUN_NOT_ENDED: 409,
  RUN_ENDED: 409,
  REPORT_UNREADABLE: 422,
  SETTING_INVALID: 400,
  UPLOAD_UNUSABLE: 400,
  UPLOAD_TOO_LARGE: 413,
  BODY_TOO_LARGE: 413,
  MEDIA_TYPE_UNSUPPORTED: 415,
  HOST_REJECTED: 421,
  NOT_COMPARABLE: 422,
  TOO_MANY_REQUESTS: 429,
  TOO_MANY_STREAMS: 429,
  INTERNAL: 500,
  REQUESTER_QUEUE_FULL: 429,
  QUEUE_FULL: 503,
  UPLOADS_FULL: 503,
  DATABASE_UNAVAILABLE: 503,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** A request that is refused, in one sentence, and what mends it. Neither may hold a secret. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly hint: string;
  /** The message in Russian; absent where no page shows it. */
  readonly ru: string | undefined;
  /** Seconds after which another try may do. */
  readonly retryAfter: number | null;

  constructor(
    code: ProblemCode,
    message: string,
    details: {
      readonly hint: string;
      readonly ru?: string;
      readonly retryAfter?: number;
      readonly cause?: unknown;
    },
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Problem';
    this.code = code;
    this.hint = details.hint;
    this.ru = details.ru;
    this.retryAfter = details.retryAfter ?? null;
  }

  get status(): number {
    return PROBLEM_STATUS[this.code];
  }
}

/** Whether a code is one that requests are refused with. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_STATUS, code);
}

/** Nothing is there, or nothing that the asker may know of: the two are told alike. */
export function notFound(what: string): Problem {
  return new Problem('NOT_FOUND', `there is no such ${what}`, {
    hint: 'check the address; what was deleted does not come back',
  });
}
