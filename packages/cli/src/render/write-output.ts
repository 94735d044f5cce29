import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileFailure, UsageError } from '../failures/usage-error.ts';
import type { RenderTexts } from '../text/catalogue.ts';

/** One format, written. */
export interface RenderedFile {
  /** Name that it has in a directory. */
  readonly fileName: string;
  readonly text: string;
}

/** Where `--out` points, as it was written. */
export interface Target {
  readonly written: string;
  readonly cwd: string;
}

/**
 * Writes files whole or not at all and gives their paths as they were named. One file goes to the path itself, unless that is a
 * directory or ends with a slash; several go into a directory, which is made where there is none. Throws UsageError.
 */
export async function writeOutput(
  files: readonly RenderedFile[],
  { written, cwd }: Target,
  texts: RenderTexts,
): Promise<readonly string[]> {
  const found = await stat(resolve(cwd, written)).catch(() => null);
  const [only] = files;
  const isDirectory = found?.isDirectory() === true || /[/\\]$/.test(written) || files.length > 1;
  const paths: string[] = [];
  for (const { fileName, text } of isDirectory || only === undefined ? files : [{ ...only, fileName: '' }]) {
    const path = join(written, fileName);
    await writeWhole(resolve(cwd, path), text).catch((error: unknown) => {
      throw new UsageError(texts.notWritable(path, fileFailure(error)), {
        fix: texts.notWritableFix,
        cause: error,
      });
    });
    paths.push(path);
  }
  return paths;
}

async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
