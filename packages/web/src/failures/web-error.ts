/** Every way the web app can refuse or fail on its own account, stable for ever. */
export const WEB_ERROR_CODES = [
  'CONFIG_INVALID',
  'DATA_DIR_BUSY',
  'DATABASE_AUTH',
  'DATABASE_HOST_UNKNOWN',
  'DATABASE_MISSING',
  'DATABASE_REFUSED',
  'DATABASE_TIMEOUT',
  'DATABASE_TLS',
  'DATABASE_UNUSABLE',
  'SCHEMA_MISSING',
  'SCHEMA_BEHIND',
  'SCHEMA_NEWER',
  'BACKUP_UNWRITABLE',
  'BACKUP_UNREADABLE',
  'BACKUP_OTHER_SCHEMA',
  'DATABASE_NOT_EMPTY',
  'QUEUE_FULL',
  'REQUESTER_QUEUE_FULL',
  'SETTING_INVALID',
  'UPLOAD_TOO_LARGE',
  'UPLOADS_FULL',
  'UPLOAD_UNUSABLE',
  'PORT_UNUSABLE',
] as const;

export type WebErrorCode = (typeof WEB_ERROR_CODES)[number];

/** A sentence in every language that pages have. */
export interface Sentence {
  readonly en: string;
  readonly ru: string;
}

/** What went wrong, in one sentence, and what mends it. */
export class WebError extends Error {
  readonly code: WebErrorCode;
  /** One thing to do. */
  readonly hint: string;
  /** The message in Russian; absent where no page shows it. */
  readonly ru: string | undefined;

  constructor(
    code: WebErrorCode,
    message: string,
    details: { readonly hint: string; readonly ru?: string; readonly cause?: unknown },
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'WebError';
    this.code = code;
    this.hint = details.hint;
    this.ru = details.ru;
  }
}
