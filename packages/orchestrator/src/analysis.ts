import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { type Artifact, LANGUAGES, type Language } from '@csqa/report';
import type { AnalyzerAhead } from './ahead/analyzer-ahead.ts';
import type { Analysis, Known } from './analysis-state.ts';
import { type Conclusion, conclude, logPathIn, openLog, type Workplace } from './conclusion.ts';
import type { AnalyzerEngine } from './engines/engine.ts';
import { engineFor, engineThatNeverRan, selectEngine } from './engines/engines.ts';
import { asCsqaError, CsqaError } from './errors.ts';
import { adoptJobDirectory, createJobDirectory, type JobDirectory } from './jobs/job-directory.ts';
import { openJournal } from './journal.ts';
import { claimOutDirectory } from './out/out-directory.ts';
import { type Published, publish } from './out/publish.ts';
import type { AnalysisOutcome, OutcomeFacts } from './outcome.ts';
import { makeRunRecord, usageOf } from './run-record.ts';
import { locateSource } from './sources/obtain-source.ts';

/** Time that a job directory outlives the limits of its run before a reaper may doubt that anybody works there. */
const JOB_MARGIN_MS = 15 * 60_000;

/** Runs one analysis. Never rejects. */
export async function analyse(analysis: Analysis): Promise<AnalysisOutcome> {
  const { request, options } = analysis;
  const known = begin(analysis);
  try {
    assertNotCancelled(analysis.signal);
    const engine = await chooseEngine(analysis, known);
    known.source = await locateSource(request.source, options);
    const out = await claimOutDirectory(request.outDir);
    try {
      return await analyseInto(out.path, analysis, { known, engine });
    } finally {
      await out.release();
    }
  } catch (thrown) {
    const error = asCsqaError(thrown);
    const status = error.code === 'CANCELLED' ? 'cancelled' : 'failed';
    return unpublished(known, { status, error }, resolve(request.outDir));
  } finally {
    analysis.ahead?.discard();
  }
}

function begin({ request, limits, options, ports, onEvent }: Analysis): Known {
  const { source } = request;
  return {
    analysisId: request.analysisId ?? randomUUID(),
    request,
    limits,
    journal: openJournal(ports.clock, onEvent),
    today: request.today ?? ports.clock().toISOString().slice(0, 10),
    configPath: request.config === undefined ? null : resolve(request.config),
    source: {
      kind: source.kind,
      location: source.kind === 'directory' ? resolve(source.path) : withoutUserinfo(source.url),
      ref: source.kind === 'git' ? (source.ref ?? null) : null,
      commit: null,
      dirty: null,
    },
    engine: engineThatNeverRan(selectEngine(request.engine ?? options.engine, request.mode)),
    run: null,
    sourceSize: null,
    logTail: [],
  };
}

/** A URL that will be refused for its password must still not show it. */
function withoutUserinfo(url: string): string {
  return url.replace(/^([^:]*:\/\/)?[^/]*@/, '$1***@');
}

function assertNotCancelled(signal: AbortSignal): void {
  if (!signal.aborted) return;
  const details = { hint: 'Start it again.', ru: 'Анализ отменён до начала.', cause: signal.reason };
  throw new CsqaError('CANCELLED', 'The analysis was cancelled before it began.', details);
}

async function chooseEngine({ request, options, engines }: Analysis, known: Known): Promise<AnalyzerEngine> {
  const { mode } = request;
  const selection = selectEngine(request.engine ?? options.engine, mode);
  known.engine = engineThatNeverRan(selection);
  const engine = engineFor(engines, selection, mode);
  const { requested, reason } = selection;
  known.engine = { ...(await engine.describe(mode)), requested, reason };
  return engine;
}

async function analyseInto(
  outDir: string,
  analysis: Analysis,
  begun: { readonly known: Known; readonly engine: AnalyzerEngine },
): Promise<AnalysisOutcome> {
  const { known, engine } = begun;
  const ahead = await aheadFor(analysis, engine);
  const job = await jobDirectoryFor(analysis, known, ahead);
  try {
    const log = await openLog(job, analysis.limits.logBytes);
    const place: Workplace = { job, outDir, engine, log, ahead };
    const conclusion = await conclude(analysis, known, place).finally(() => log.close());
    if (conclusion.status === 'cancelled') return unpublished(known, conclusion, outDir);
    known.journal.begin('render');
    const published = await publishConclusion(known, place, conclusion);
    return outcomeOf(known, conclusion, { ...published, directory: outDir });
  } finally {
    // What cannot be removed now is a reaper's to remove; the analysis has its result either way.
    await job.remove().catch(() => undefined);
  }
}

/** What was started ahead, where it is what this run needs; anything else ends here. */
async function aheadFor({ ahead, limits }: Analysis, engine: AnalyzerEngine): Promise<AnalyzerAhead | null> {
  if (ahead !== null && (await engine.fits?.(ahead, limits)) === true) return ahead;
  ahead?.discard();
  return null;
}

async function jobDirectoryFor(
  { request, limits, options, ports }: Analysis,
  { analysisId }: Known,
  ahead: AnalyzerAhead | null,
): Promise<JobDirectory> {
  const longestMs = (limits.cloneSeconds + limits.timeoutSeconds) * 1000 + JOB_MARGIN_MS;
  const deadline = new Date(ports.clock().getTime() + longestMs);
  const owner = { analysisId, attempt: request.attempt, tempDir: options.tempDir, deadline };
  if (ahead === null) return await createJobDirectory(owner);
  const job = await adoptJobDirectory(ahead.path, owner);
  ahead.adopt();
  return job;
}

function publishConclusion(known: Known, place: Workplace, conclusion: Conclusion): Promise<Published> {
  const hasReport = 'report' in conclusion;
  const { formats, language, formatOptions } = known.request;
  return publish({
    outDir: place.outDir,
    report: hasReport ? conclusion.report : null,
    callsPath: hasReport ? conclusion.callsPath : null,
    logPath: logPathIn(place.job),
    formats,
    formatOptions,
    today: known.today,
    language: language ?? languageOf(hasReport ? conclusion.report.meta.config : {}),
    record: (artifacts) => recordOf(known, conclusion, artifacts),
  });
}

/** The language that the configuration in force names. */
function languageOf(config: Readonly<Record<string, unknown>>): Language {
  return LANGUAGES.find((language) => language === config.language) ?? 'en';
}

function recordOf(known: Known, conclusion: Conclusion, artifacts: readonly Artifact[]) {
  const error = 'error' in conclusion ? conclusion.error : null;
  return makeRunRecord(known, { outcome: conclusion.status, error, artifacts });
}

function unpublished(
  known: Known,
  conclusion: Extract<Conclusion, { status: 'failed' | 'cancelled' }>,
  directory: string,
): AnalysisOutcome {
  return outcomeOf(known, conclusion, { directory, files: [], record: recordOf(known, conclusion, []) });
}

function outcomeOf(
  known: Known,
  conclusion: Conclusion,
  published: Published & { readonly directory: string },
): AnalysisOutcome {
  const { directory, files, record } = published;
  const facts: OutcomeFacts = {
    analysisId: known.analysisId,
    attempt: known.request.attempt,
    source: known.source,
    engine: known.engine,
    usage: usageOf(known),
    artifacts: { directory, files },
    record,
  };
  switch (conclusion.status) {
    case 'succeeded':
      return { ...facts, status: 'succeeded', report: conclusion.report };
    case 'incomplete':
      return { ...facts, status: 'incomplete', report: conclusion.report, error: conclusion.error };
    default:
      return { ...facts, status: conclusion.status, error: conclusion.error };
  }
}
