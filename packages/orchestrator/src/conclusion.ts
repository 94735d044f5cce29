import { join } from 'node:path';
import type { Report } from '@csqa/report';
import { plain } from '@csqa/report';
import { obtainAdvisories } from './advisories/obtain-advisories.ts';
import type { AnalyzerAhead } from './ahead/analyzer-ahead.ts';
import type { Analysis, Known } from './analysis-state.ts';
import type { AnalyzerEngine } from './engines/engine.ts';
import { asCsqaError, CsqaError } from './errors.ts';
import type { JobDirectory } from './jobs/job-directory.ts';
import type { Journal } from './journal.ts';
import { emptyDirectory, openCacheDirectory } from './run/cache-directory.ts';
import { type CappedLog, openCappedLog } from './run/capped-log.ts';
import { type IntakeResult, takeIn } from './run/intake.ts';
import { type AnalyzerRun, runAnalyzer } from './run/run-analyzer.ts';
import { judge, type Verdict } from './run/verdict.ts';
import { revisionText } from './run-record.ts';
import { obtainSource } from './sources/obtain-source.ts';

/** What came of a run, before anything is written. Paths are inside of the job directory. */
export type Conclusion =
  | { readonly status: 'succeeded'; readonly report: Report; readonly callsPath: string | null }
  | {
      readonly status: 'incomplete';
      readonly report: Report;
      readonly callsPath: string | null;
      readonly error: CsqaError;
    }
  | { readonly status: 'failed' | 'cancelled'; readonly error: CsqaError };

/** Where a run works. */
export interface Workplace {
  readonly job: JobDirectory;
  readonly outDir: string;
  readonly engine: AnalyzerEngine;
  readonly log: CappedLog;
  /** An analyzer that waits in the job directory; null where none does. */
  readonly ahead: AnalyzerAhead | null;
}

/** Path of the log while it is written. */
export function logPathIn(job: JobDirectory): string {
  return join(job.path, 'container.log');
}

/** Opens the log of a run. */
export function openLog(job: JobDirectory, maxBytes: number): Promise<CappedLog> {
  return openCappedLog(logPathIn(job), maxBytes);
}

/** Obtains the source, runs the analyzer and takes its result in. Fills in what is known on the way. Never rejects. */
export async function conclude(analysis: Analysis, known: Known, place: Workplace): Promise<Conclusion> {
  try {
    return await run(analysis, known, place);
  } catch (error) {
    return failure(asCsqaError(error));
  }
}

function failure(error: CsqaError): Conclusion {
  return { status: error.code === 'CANCELLED' ? 'cancelled' : 'failed', error };
}

async function run(analysis: Analysis, known: Known, place: Workplace): Promise<Conclusion> {
  const { request, limits, signal } = analysis;
  const { journal } = known;
  const sourceDir = await obtain(analysis, known, place);
  journal.begin('start');
  const { resolveHost } = analysis.ports;
  const advisoriesDir = await obtainAdvisories({ ...analysis, job: place.job, resolveHost });
  const outDir = await place.job.makeDirectory('out');
  const cacheDir = await openCacheDirectory({
    ...{ path: request.cacheDir, mostBytes: limits.cacheBytes },
    journal,
  });
  journal.begin('analyse');
  const ran = await runAnalyzer({
    engine: place.engine,
    job: {
      analysisId: known.analysisId,
      attempt: request.attempt,
      directory: place.job,
      sourceDir,
      outDir,
      mode: request.mode,
      configPath: known.configPath,
      advisoriesDir,
      dumpCalls: request.dumpCalls,
      cacheDir,
      limits,
      ahead: place.ahead,
    },
    log: place.log,
    signal,
    onEvent: journal.tell,
  });
  known.run = ran;
  if (ran.endedBy === 'cache' && cacheDir !== null) await emptyDirectory(cacheDir);
  if (ran.exit.transfer !== undefined) known.engine = { ...known.engine, transfer: ran.exit.transfer };
  known.logTail = place.log.lastLines(50).map((line) => plain(line, 2_000));
  warnOfOddities(ran, journal);
  const verdict = judge({ ...ran, limits, logTail: known.logTail });
  return verdict.kind === 'failed' ? failure(verdict.error) : accept(analysis, known, { verdict, outDir });
}

function warnOfOddities({ heard, endedBy }: AnalyzerRun, journal: Journal): void {
  if (heard.garbage > 0) {
    journal.warn('garbage', {
      message: `${heard.garbage} lines of the analyzer's standard output were no events.`,
      ru: `Строк стандартного вывода анализатора, которые не были событиями: ${heard.garbage}.`,
    });
  }
  if (endedBy === 'lingering') {
    journal.warn('lingering', {
      message: 'The analyzer had told how it ends, and did not end; it was ended.',
      ru: 'Анализатор сообщил, чем закончил, но сам не завершился и был остановлен.',
    });
  }
}

/** Brings the source here, and gives its directory. */
async function obtain(analysis: Analysis, known: Known, place: Workplace): Promise<string> {
  const { source } = analysis.request;
  const { journal } = known;
  if (source.kind === 'git') journal.begin('checkout');
  const { resolveHost } = analysis.ports;
  const obtained = await obtainSource(
    { ...analysis, ...place, source, resolveHost, onProgress: journal.tell },
    known.source,
  );
  known.source = obtained.source;
  known.sourceSize = obtained.size;
  for (const note of obtained.notes) journal.warn('checkout', note);
  return obtained.directory;
}

async function accept(
  { request, limits }: Analysis,
  known: Known,
  left: { readonly verdict: Exclude<Verdict, { kind: 'failed' }>; readonly outDir: string },
): Promise<Conclusion> {
  known.journal.begin('intake');
  const announced = known.run?.heard.result?.files ?? null;
  const { verdict, outDir } = left;
  try {
    const taken = await takeIn({ outDir, limits, announced, dumpCalls: request.dumpCalls });
    const result = { ...taken, report: withRevision(taken, known) };
    return verdict.kind === 'finished'
      ? { status: 'succeeded', ...result }
      : { status: 'incomplete', ...result, error: verdict.error };
  } catch (error) {
    // A run that a limit ended leaves nothing usable behind as a rule: the limit is the news, not the missing file.
    if (verdict.kind === 'doubtful' && error instanceof CsqaError) return failure(verdict.error);
    throw error;
  }
}

/** The analyzer sees files only; which commit they are is known here. */
function withRevision({ report }: IntakeResult, known: Known): Report {
  const revision = revisionText(known.source);
  return revision === null ? report : { ...report, meta: { ...report.meta, revision } };
}
