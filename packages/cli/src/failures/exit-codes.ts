import type { CsqaErrorCode } from '@csqa/orchestrator';

/** What the process ends with; Ctrl-C adds 130. */
export const EXIT = {
  fine: 0,
  gateFailed: 1,
  wrongInput: 2,
  couldNotRun: 3,
} as const;

type Failure = typeof EXIT.wrongInput | typeof EXIT.couldNotRun;

const { wrongInput, couldNotRun } = EXIT;

const exitCodes: Readonly<Record<CsqaErrorCode, Failure>> = {
  OPTIONS_INVALID: wrongInput,
  REQUEST_INVALID: wrongInput,
  SOURCE_NOT_FOUND: wrongInput,
  SOURCE_NOT_A_DIRECTORY: wrongInput,
  SOURCE_UNREADABLE: wrongInput,
  OUT_DIR_REFUSED: wrongInput,
  OUT_DIR_BUSY: couldNotRun,
  ADVISORIES_UNAVAILABLE: couldNotRun,
  INPUT_REJECTED: wrongInput,
  CLONE_FORBIDDEN_URL: wrongInput,
  CLONE_AUTH: wrongInput,
  CLONE_NOT_FOUND: wrongInput,
  CLONE_REF_NOT_FOUND: wrongInput,
  CLONE_TOO_LARGE: couldNotRun,
  CLONE_TIMEOUT: couldNotRun,
  CLONE_NETWORK: couldNotRun,
  CLONE_FAILED: couldNotRun,
  GIT_UNAVAILABLE: couldNotRun,
  ENGINE_UNAVAILABLE: couldNotRun,
  ENGINE_UNREACHABLE: couldNotRun,
  ENGINE_FORBIDDEN: couldNotRun,
  ENGINE_API_MISMATCH: couldNotRun,
  IMAGE_MISSING: couldNotRun,
  IMAGE_PULL_FAILED: couldNotRun,
  PATH_NOT_SHARED: couldNotRun,
  PATH_NOT_WRITABLE: couldNotRun,
  ANALYZER_NOT_FOUND: couldNotRun,
  START_FAILED: couldNotRun,
  DISK_FULL: couldNotRun,
  CANCELLED: couldNotRun,
  TIMEOUT: couldNotRun,
  STALLED: couldNotRun,
  OOM: couldNotRun,
  OOM_PARTIAL: couldNotRun,
  KILLED_UNKNOWN: couldNotRun,
  ANALYZER_FAILED: couldNotRun,
  RESULT_MISSING: couldNotRun,
  RESULT_INVALID: couldNotRun,
  RESULT_TOO_LARGE: couldNotRun,
  INTERNAL: couldNotRun,
};

/** 2 where another input or setting would help, 3 where the machine, the network or the program is in the way. */
export function exitCodeOf(code: CsqaErrorCode): Failure {
  return exitCodes[code];
}
