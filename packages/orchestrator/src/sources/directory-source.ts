import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CsqaError, systemErrorCode } from '../errors.ts';

/**
 * The absolute path of a directory that can be read, links resolved. Throws SOURCE_NOT_FOUND, SOURCE_NOT_A_DIRECTORY or
 * SOURCE_UNREADABLE.
 */
export async function findDirectory(path: string): Promise<string> {
  const absolute = resolve(path);
  try {
    const real = await realpath(absolute);
    if (!(await stat(real)).isDirectory()) throw notADirectory(absolute);
    await access(real, constants.R_OK | constants.X_OK);
    return real;
  } catch (error) {
    if (error instanceof CsqaError) throw error;
    throw unusable(absolute, error);
  }
}

function notADirectory(path: string): CsqaError {
  return new CsqaError('SOURCE_NOT_A_DIRECTORY', `A directory was expected at ${path}, and it is a file.`, {
    hint: 'Name the directory that holds the sources.',
    ru: `По пути ${path} ожидался каталог, а это файл.`,
  });
}

function unusable(path: string, cause: unknown): CsqaError {
  switch (systemErrorCode(cause)) {
    case 'ENOENT':
      return new CsqaError('SOURCE_NOT_FOUND', `There is nothing at ${path}.`, {
        hint: 'Check the spelling of the path.',
        ru: `По пути ${path} ничего нет.`,
        cause,
      });
    case 'ENOTDIR':
      return notADirectory(path);
    default:
      return new CsqaError('SOURCE_UNREADABLE', `The directory ${path} cannot be read.`, {
        hint: 'Give yourself the right to read and enter it.',
        ru: `Каталог ${path} нельзя прочитать.`,
        cause,
      });
  }
}
