import { open, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Comparison, compareReports, plain, type Report, reportAsOf, textsOf } from '@csqa/report';
import { loadReport } from '../explain/load-report.ts';
import { UsageError } from '../failures/usage-error.ts';
import type { CliTexts } from '../text/catalogue.ts';

/** UTF-16 units of a path that an error repeats. */
const LONGEST_PATH = 500;
/** Bytes that tell what kind of document a file holds. */
const START_BYTES = 200;

/** Where reports are read from, and by which day they are judged. */
export interface ReadingPlace {
  readonly cwd: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly texts: CliTexts;
}

/** Two reports and what happened between them. */
export interface ComparedReports {
  readonly head: Report;
  readonly comparison: Comparison;
}

/** Reads and compares two reports. Throws UsageError for what is no report, and for two that were mixed up. */
export async function compareFiles(
  base: string,
  head: string,
  { cwd, day, texts }: ReadingPlace,
): Promise<ComparedReports> {
  const [before, after] = [await mustLoad(base, cwd, texts), await mustLoad(head, cwd, texts)];
  const paths = [before, after].map(({ path }) => realpath(resolve(cwd, path)));
  const [left, right] = await Promise.all(paths);
  if (left === right) throw new UsageError(texts.diff.sameFile, { fix: texts.diff.sameFileFix });
  const report = reportAsOf(after.report, day);
  const comparison = compareReports(reportAsOf(before.report, day), report);
  throwIfMixedUp(comparison, texts);
  return { head: report, comparison };
}

/** Reads a baseline; null where there is none and somebody said what to do then. Throws UsageError. */
export async function loadBaseline(
  named: string,
  isOptional: boolean,
  { cwd, texts }: Omit<ReadingPlace, 'day'>,
): Promise<Report | null> {
  await throwIfComparison(named, cwd, texts);
  const loaded = await loadReport(named, cwd, texts.explain);
  if (loaded !== null) return loaded.report;
  if (isOptional) return null;
  const message = texts.diff.noBaseline(plain(named, LONGEST_PATH));
  throw new UsageError(message, { fix: texts.diff.noBaselineFix });
}

/** Reports of two projects, which no option can make comparable. */
function throwIfMixedUp({ comparability }: Comparison, texts: CliTexts): void {
  const issue = comparability.issues.find(
    ({ code }) => code === 'different-project' || code === 'nothing-in-common',
  );
  if (issue === undefined) return;
  const why = textsOf(texts.language).comparison.issues[issue.code];
  throw new UsageError(texts.diff.mixedUp(why), { fix: texts.diff.mixedUpFix });
}

async function mustLoad(named: string, cwd: string, texts: CliTexts) {
  await throwIfComparison(named, cwd, texts);
  const loaded = await loadReport(named, cwd, texts.explain);
  if (loaded !== null) return loaded;
  const message = texts.diff.noReport(plain(named, LONGEST_PATH));
  throw new UsageError(message, { fix: texts.diff.noReportFix });
}

/** A comparison looks like a report to whoever only looks at the name; to say so is more help than to name a missing key. */
async function throwIfComparison(named: string, cwd: string, texts: CliTexts): Promise<void> {
  const start = await startOf(resolve(cwd, named));
  if (!/^\s*\{\s*"comparison"\s*:/.test(start)) return;
  const message = texts.diff.isComparison(plain(named, LONGEST_PATH));
  throw new UsageError(message, { fix: texts.diff.noReportFix });
}

/** The first characters of a file; empty where there is none, which whoever reads it will say. */
async function startOf(path: string): Promise<string> {
  const file = await open(path).catch(() => null);
  try {
    const read = await file?.read({ buffer: Buffer.alloc(START_BYTES), position: 0 });
    return read === undefined ? '' : read.buffer.toString('utf8', 0, read.bytesRead);
  } catch {
    return '';
  } finally {
    await file?.close();
  }
}
