import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type ReadFailure,
  type Report,
  type RunRecord,
  readCombined,
  readReport,
  readRunRecord,
  WRITERS,
} from '@csqa/report';
import { fileFailure, UsageError } from '../failures/usage-error.ts';
import type { ExplainTexts } from '../text/catalogue.ts';

/** A report and where it was read from. */
export interface LoadedReport {
  readonly report: Report;
  /** As the reader named it, with the file's name where a directory was named. */
  readonly path: string;
  /** How it came about, where the file tells it. */
  readonly run: RunRecord | null;
}

/** What tells in an out directory how its report came about. */
const RUN_RECORD = 'orchestrator.json';

/**
 * Reads report.json or combined.json, or report.json and the record of the run in a directory. Null where there is nothing. Throws UsageError for a
 * file that cannot be read or does not fit the contract.
 */
export async function loadReport(
  named: string,
  cwd: string,
  texts: ExplainTexts,
): Promise<LoadedReport | null> {
  const directory = await isDirectory(named, cwd);
  const path = directory ? join(named, WRITERS.json.fileName) : named;
  const bytes = await readFile(resolve(cwd, path)).catch((error: unknown) => {
    if (fileFailure(error) === 'ENOENT' || fileFailure(error) === 'ENOTDIR') return null;
    throw new UsageError(texts.closed(path, fileFailure(error)), { fix: texts.closedFix, cause: error });
  });
  if (bytes === null) return null;
  const asReport = readReport(bytes);
  if (asReport.ok) {
    const run = directory ? await runOf(resolve(cwd, named)) : null;
    return { report: asReport.value, path, run };
  }
  const asCombined = readCombined(bytes);
  if (!asCombined.ok) throw refused(path, nearer(asReport, asCombined), texts);
  const { report, orchestrator } = asCombined.value;
  if (report === null) throw new UsageError(texts.withoutReport(path), { fix: texts.withoutReportFix });
  return { report, path, run: orchestrator };
}

/** What is wrong with the document that it comes nearer to be: combined.json has a report in it, report.json does not. */
function nearer(asReport: ReadFailure, asCombined: ReadFailure): ReadFailure {
  const hasReport = asReport.code === 'invalid' && !asCombined.issues.some(({ path }) => path === 'report');
  return hasReport ? asCombined : asReport;
}

function refused(path: string, { code, message }: ReadFailure, texts: ExplainTexts): UsageError {
  if (code === 'unsupported-contract')
    return new UsageError(texts.otherVersion(path, message), { fix: texts.otherVersionFix });
  return new UsageError(texts.unreadable(path, message), { fix: texts.unreadableFix });
}

async function isDirectory(named: string, cwd: string): Promise<boolean> {
  const found = await stat(resolve(cwd, named)).catch(() => null);
  return found?.isDirectory() === true;
}

/** The record beside a report; a report stands by itself where there is none that can be read. */
async function runOf(directory: string): Promise<RunRecord | null> {
  const bytes = await readFile(join(directory, RUN_RECORD)).catch(() => null);
  const read = bytes === null ? null : readRunRecord(bytes);
  return read?.ok === true ? read.value : null;
}
