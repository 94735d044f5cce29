/** Who can mend a failure: the one who asked, the one who runs the host, or the author of the analyzer. */
export type ErrorOwner = 'caller' | 'operator' | 'analyzer';

interface ErrorTraits {
  readonly owner: ErrorOwner;
  /** True where the same request may succeed later with nothing changed. */
  readonly retryable: boolean;
}

/** Every way a run can fail. Closed on purpose: a consumer's switch over it is checked by the compiler. */
const errorCatalogue = {
  OPTIONS_INVALID: { owner: 'operator', retryable: false },
  REQUEST_INVALID: { owner: 'caller', retryable: false },
  SOURCE_NOT_FOUND: { owner: 'caller', retryable: false },
  SOURCE_NOT_A_DIRECTORY: { owner: 'caller', retryable: false },
  SOURCE_UNREADABLE: { owner: 'caller', retryable: false },
  OUT_DIR_REFUSED: { owner: 'caller', retryable: false },
  OUT_DIR_BUSY: { owner: 'caller', retryable: true },
  ADVISORIES_UNAVAILABLE: { owner: 'operator', retryable: true },
  INPUT_REJECTED: { owner: 'caller', retryable: false },

  CLONE_FORBIDDEN_URL: { owner: 'caller', retryable: false },
  CLONE_AUTH: { owner: 'caller', retryable: false },
  CLONE_NOT_FOUND: { owner: 'caller', retryable: false },
  CLONE_REF_NOT_FOUND: { owner: 'caller', retryable: false },
  CLONE_TOO_LARGE: { owner: 'caller', retryable: false },
  CLONE_TIMEOUT: { owner: 'caller', retryable: true },
  CLONE_NETWORK: { owner: 'operator', retryable: true },
  CLONE_FAILED: { owner: 'operator', retryable: false },
  GIT_UNAVAILABLE: { owner: 'operator', retryable: false },

  ENGINE_UNAVAILABLE: { owner: 'operator', retryable: false },
  ENGINE_UNREACHABLE: { owner: 'operator', retryable: true },
  ENGINE_FORBIDDEN: { owner: 'operator', retryable: false },
  ENGINE_API_MISMATCH: { owner: 'operator', retryable: false },
  IMAGE_MISSING: { owner: 'operator', retryable: false },
  IMAGE_PULL_FAILED: { owner: 'operator', retryable: true },
  PATH_NOT_SHARED: { owner: 'operator', retryable: false },
  PATH_NOT_WRITABLE: { owner: 'operator', retryable: false },
  ANALYZER_NOT_FOUND: { owner: 'operator', retryable: false },
  START_FAILED: { owner: 'operator', retryable: false },
  DISK_FULL: { owner: 'operator', retryable: true },

  CANCELLED: { owner: 'caller', retryable: true },
  TIMEOUT: { owner: 'caller', retryable: false },
  STALLED: { owner: 'analyzer', retryable: true },
  OOM: { owner: 'operator', retryable: false },
  OOM_PARTIAL: { owner: 'operator', retryable: false },
  KILLED_UNKNOWN: { owner: 'operator', retryable: true },

  ANALYZER_FAILED: { owner: 'analyzer', retryable: false },
  RESULT_MISSING: { owner: 'analyzer', retryable: false },
  RESULT_INVALID: { owner: 'analyzer', retryable: false },
  RESULT_TOO_LARGE: { owner: 'analyzer', retryable: false },
  INTERNAL: { owner: 'analyzer', retryable: false },
} as const satisfies Readonly<Record<string, ErrorTraits>>;

/** A failure's name, stable for ever; the README of this package explains each. */
export type CsqaErrorCode = keyof typeof errorCatalogue;

/** Every code, in the order of the catalogue. */
export const csqaErrorCodes: readonly CsqaErrorCode[] = Object.keys(errorCatalogue).filter(isCsqaErrorCode);

/** True for a text that names one of this package's failures. */
export function isCsqaErrorCode(text: string): text is CsqaErrorCode {
  return Object.hasOwn(errorCatalogue, text);
}

/** What was seen when a child process failed. Secrets are replaced before anything gets here. */
export interface ErrorEvidence {
  /** Exit code of the process, where it ended by itself. */
  readonly exitCode?: number;
  /** Signal that ended the process, as in `SIGKILL`. */
  readonly signal?: string;
  /** The code of the analyzer's own `error` event. */
  readonly analyzerCode?: string;
  /** Last lines the process wrote to stderr, oldest first, at most 50. */
  readonly stderrTail?: readonly string[];
}

/** What an error says beside its code and message. */
export interface CsqaErrorDetails {
  /** One thing to do about it, copy-paste where possible. */
  readonly hint: string;
  /** The message in Russian; undefined where the words are those of a program that speaks English only. */
  readonly ru: string | undefined;
  /** The hint in Russian; absent where it is a command to copy, or a reader is told by the code what to do. */
  readonly ruHint?: string | undefined;
  readonly cause?: unknown;
  readonly evidence?: ErrorEvidence;
}

/** A known failure: what was expected, what came and where in `message`; how to mend it in `hint`. */
export class CsqaError extends Error {
  readonly code: CsqaErrorCode;
  /** The same message and hint in other languages, as far as they are there. */
  readonly localized: { readonly ru?: string; readonly ruHint?: string };
  readonly hint: string;
  readonly owner: ErrorOwner;
  /** True where the same request may succeed later with nothing changed. */
  readonly retryable: boolean;
  readonly evidence: ErrorEvidence;

  constructor(code: CsqaErrorCode, message: string, details: CsqaErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CsqaError';
    this.code = code;
    this.hint = details.hint;
    const { ru, ruHint } = details;
    this.localized = { ...(ru === undefined ? {} : { ru }), ...(ruHint === undefined ? {} : { ruHint }) };
    this.owner = errorCatalogue[code].owner;
    this.retryable = errorCatalogue[code].retryable;
    this.evidence = details.evidence ?? {};
  }
}

/** Gives back a known error as it is, names a full disk, and wraps anything else as INTERNAL with its cause. */
export function asCsqaError(error: unknown): CsqaError {
  if (error instanceof CsqaError) return error;
  if (isDiskFull(error)) {
    return new CsqaError('DISK_FULL', 'A disk is full: that of the temporary directory, most likely.', {
      hint: 'Free some space, or name a tempDir on another disk.',
      ru: 'Диск переполнен: скорее всего тот, где временный каталог.',
      cause: error,
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new CsqaError('INTERNAL', `The orchestrator failed in a way it does not know: ${message}`, {
    hint: 'Report this with the stack trace: it is a defect.',
    ru: `Сбой, которого оркестратор не знает: ${message}`,
    cause: error,
  });
}

/** The `code` of a Node system error (`ENOENT`, `ENOSPC` …), or undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** True for a write that found no space, be it the disk's or the user's share of it. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemErrorCode(error) ?? '');
}
