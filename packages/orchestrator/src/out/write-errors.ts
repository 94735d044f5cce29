import { CsqaError, isDiskFull } from '../errors.ts';

/** The error for a write that failed. */
export function writeError(path: string, cause: unknown): CsqaError {
  if (cause instanceof CsqaError) return cause;
  return isDiskFull(cause) ? diskFull(path, cause) : notWritable(path, cause);
}

function diskFull(path: string, cause: unknown): CsqaError {
  return new CsqaError('DISK_FULL', `The disk of ${path} is full. Nothing was changed there.`, {
    hint: 'Free some space, or name a directory on another disk.',
    ru: `Диск, где ${path}, переполнен. Там ничего не изменилось.`,
    cause,
  });
}

function notWritable(path: string, cause: unknown): CsqaError {
  return new CsqaError('PATH_NOT_WRITABLE', `${path} cannot be written to.`, {
    hint: 'Give yourself the right to write there, or name another directory.',
    ru: `В ${path} нельзя писать.`,
    cause,
  });
}
