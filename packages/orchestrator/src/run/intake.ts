import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Artifact, type Report, readReport } from '@csqa/report';
import { CALLS_FILE } from '../engines/analyzer-arguments.ts';
import { CsqaError, systemErrorCode } from '../errors.ts';
import type { Limits } from '../limits.ts';

/** The only names that are looked for in an out directory. */
const REPORT_FILE = 'report.json';

/** What an analyzer left, checked. */
export interface IntakeResult {
  readonly report: Report;
  /** Path of the checked file of call sites; null where none was asked for. */
  readonly callsPath: string | null;
}

/** An out directory to take in, which may be hostile. */
export interface IntakeRequest {
  readonly outDir: string;
  readonly limits: Limits;
  /** Files as the analyzer announced them; null where it announced nothing. */
  readonly announced: readonly Artifact[] | null;
  readonly dumpCalls: boolean;
}

/**
 * Reads what an analyzer left. Only files with the names of the contract are opened, only regular ones, never through a
 * link, never more of them than allowed; the report must have the announced checksum and fit the contract. Throws
 * RESULT_MISSING, RESULT_INVALID or RESULT_TOO_LARGE.
 */
export async function takeIn(request: IntakeRequest): Promise<IntakeResult> {
  const { outDir, limits } = request;
  if (!(await lstat(outDir)).isDirectory()) throw invalid('the out directory was replaced by something else');
  const bytes = await withFile(join(outDir, REPORT_FILE), limits.reportBytes, readAll);
  const expected = request.announced?.find(({ name }) => name === REPORT_FILE);
  if (expected !== undefined && createHash('sha256').update(bytes).digest('hex') !== expected.sha256) {
    throw invalid('report.json is not the file that the analyzer announced');
  }
  const read = readReport(bytes, { maxBytes: limits.reportBytes });
  if (!read.ok && read.code === 'too-large') throw tooLarge(REPORT_FILE, limits.reportBytes);
  if (!read.ok) throw invalid(`report.json does not fit the contract: ${read.message}`);
  return { report: read.value, callsPath: request.dumpCalls ? await checkedCalls(request) : null };
}

function checkedCalls(request: IntakeRequest): Promise<string> {
  const path = join(request.outDir, CALLS_FILE);
  return withFile(path, request.limits.outBytes, () => Promise.resolve(path));
}

/** Opens a file as if it were a trap: a link, a pipe, a device, a second name of another file, a size without end. */
async function withFile<Result>(
  path: string,
  maxBytes: number,
  read: (file: FileHandle, size: number) => Promise<Result>,
): Promise<Result> {
  const file = await openCarefully(path);
  try {
    const found = await file.stat();
    if (!found.isFile() || found.nlink > 1)
      throw invalid(`${basename(path)} is not a regular file of its own`);
    if (found.size > maxBytes) throw tooLarge(basename(path), maxBytes);
    return await read(file, found.size);
  } finally {
    await file.close();
  }
}

/** Without O_NONBLOCK the opening of a pipe would wait for a writer. Windows has neither flag, nor such pipes. */
const CAREFUL_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function openCarefully(path: string): Promise<FileHandle> {
  try {
    if ((await lstat(path)).isSymbolicLink()) throw invalid(`${basename(path)} is a link`);
    return await open(path, CAREFUL_FLAGS);
  } catch (error) {
    if (error instanceof CsqaError) throw error;
    if (systemErrorCode(error) === 'ENOENT') throw missing(basename(path));
    throw invalid(`${basename(path)} cannot be opened`, error);
  }
}

async function readAll(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled);
    if (bytesRead === 0) throw invalid('report.json became shorter while it was read');
    filled += bytesRead;
  }
  return bytes;
}

const hint = 'See container.log, and report it if it comes again.';

function missing(name: string): CsqaError {
  return new CsqaError('RESULT_MISSING', `The analyzer says it is done, but left no ${name}.`, {
    hint,
    ru: `Анализатор говорит, что закончил, но файла ${name} нет.`,
  });
}

function invalid(what: string, cause?: unknown): CsqaError {
  return new CsqaError('RESULT_INVALID', `The analyzer's result cannot be used: ${what}.`, {
    hint,
    ru: `Результат анализатора не годится: ${what}.`,
    cause,
  });
}

function tooLarge(name: string, maxBytes: number): CsqaError {
  return new CsqaError('RESULT_TOO_LARGE', `The analyzer's ${name} has more than ${maxBytes} bytes.`, {
    hint: 'Raise limits.reportBytes.',
    ru: `Файл анализатора ${name} больше ${maxBytes} байт.`,
  });
}
