import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AnalysisError } from '../base/errors.ts';
import { describeSystemError, isSystemError } from './confined-bytes.ts';

/**
 * Turns what a person gave as the source into an absolute directory with all links resolved. Throws AnalysisError
 * SOURCE_NOT_FOUND, SOURCE_NOT_A_DIRECTORY or SOURCE_UNREADABLE.
 */
export function resolveRoot(path: string): string {
  const absolute = resolve(path);
  try {
    const real = realpathSync(absolute);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw rootProblem(absolute, error);
  }
  throw new AnalysisError(
    'SOURCE_NOT_A_DIRECTORY',
    `Expected a directory, got a file: ${JSON.stringify(absolute)}.`,
    {
      hint: 'Pass the directory that holds the project, not one of its files.',
      ru: `Ожидался каталог, а это файл: ${JSON.stringify(absolute)}.`,
    },
  );
}

function rootProblem(absolute: string, error: NodeJS.ErrnoException): AnalysisError {
  const shown = JSON.stringify(absolute);
  if (error.code === 'ENOENT') {
    return new AnalysisError('SOURCE_NOT_FOUND', `There is nothing at ${shown}.`, {
      hint: 'Check the spelling; a relative path counts from the directory the command runs in.',
      ru: `По пути ${shown} ничего нет.`,
      cause: error,
    });
  }
  if (error.code === 'ENOTDIR') {
    return new AnalysisError('SOURCE_NOT_A_DIRECTORY', `A part of ${shown} is a file, not a directory.`, {
      hint: 'Pass the directory that holds the project, not a path through one of its files.',
      ru: `Часть пути ${shown} — файл, а не каталог.`,
      cause: error,
    });
  }
  return new AnalysisError(
    'SOURCE_UNREADABLE',
    `${shown} cannot be opened: ${describeSystemError(error).en}.`,
    {
      hint: 'Give the user who runs the analysis permission to read and enter the directory.',
      ru: `${shown} открыть нельзя: ${describeSystemError(error).ru}.`,
      cause: error,
    },
  );
}
