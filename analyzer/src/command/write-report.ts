import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Artifact } from '@csqa/report';
import { AnalysisError } from '../base/errors.ts';

/** Writes a file so that it is there whole or not at all: beside its place first, to the disk, then renamed. */
export async function writeWhole(
  directory: string,
  name: string,
  parts: readonly Uint8Array[],
): Promise<Artifact> {
  const temporary = join(directory, `.${name}.${process.pid}.tmp`);
  let file: FileHandle | null = null;
  let sha256: string;
  try {
    file = await open(temporary, 'wx', 0o644);
    const written = writeOut(file, parts);
    // While the disk is at work.
    sha256 = hashOf(parts);
    await written;
    await file.close();
    file = null;
    await rename(temporary, join(directory, name));
  } catch (cause) {
    await file?.close().catch(() => undefined);
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeFailed(directory, name, cause);
  }
  return { name, bytes: parts.reduce((sum, part) => sum + part.length, 0), sha256 };
}

function hashOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

async function writeOut(file: FileHandle, parts: readonly Uint8Array[]): Promise<void> {
  await file.writeFile(parts);
  await file.sync();
}

/** Makes the out directory where it is missing; anything else in its place is refused. */
export async function prepareOutDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    if ((await stat(directory)).isDirectory()) return;
  } catch (error) {
    throw notADirectory(directory, error);
  }
  throw new AnalysisError('OUT_DIR_REFUSED', `expected a directory at ${directory}, got something else`, {
    hint: 'give another --out',
    ru: `по пути ${directory} ожидался каталог, а там другое`,
  });
}

function notADirectory(directory: string, cause: unknown): AnalysisError {
  return new AnalysisError(
    'OUT_DIR_REFUSED',
    `expected a directory to write to at ${directory}, and cannot make one`,
    {
      hint: 'give another --out, or the right to write there',
      ru: `каталога ${directory} нет, и создать его нельзя`,
      cause,
    },
  );
}

function writeFailed(directory: string, name: string, cause: unknown): AnalysisError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return new AnalysisError(
    'WRITE_FAILED',
    isFull
      ? `no space left to write ${name} in ${directory}`
      : `cannot write ${name} in ${directory} (${code})`,
    {
      hint: isFull ? 'free some space and run again' : 'check the rights of the out directory',
      ru: isFull
        ? `нет места, чтобы записать ${name} в ${directory}`
        : `записать ${name} в ${directory} нельзя (${code})`,
      cause,
    },
  );
}
