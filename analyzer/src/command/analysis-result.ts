import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Report } from '@csqa/report';
import { encodeReport } from '@csqa/report/producer';
import { AnalysisError } from '../base/errors.ts';
import { dumpCalls } from '../link/dump-calls.ts';
import type { Program } from '../link/program.ts';
import { type AnalysisOptions, analyze, analyzeUnless } from '../pipeline.ts';
import type { WorkerMessage, WorkerTask } from '../worker-protocol.ts';
import { collectingBetweenStages } from './collect-garbage.ts';
import { FactStore } from './fact-store.ts';
import { openCrew } from './facts-crew.ts';
import { FilesAhead } from './files-ahead.ts';
import { knownResults } from './known-results.ts';
import { ownCode } from './own-code.ts';
import { TestStore } from './test-store.ts';

type Done = Extract<WorkerMessage, { readonly kind: 'done' }>;

/** What the bytes of a report go to, in their order. */
type TakeReport = (part: Uint8Array<ArrayBuffer>) => void;

/** Does what a task says, or takes the result of an earlier run where the task allows it and nothing has changed since. */
export async function resultOf(task: WorkerTask, send: (message: WorkerMessage) => void): Promise<Done> {
  const told = optionsOf(task, send);
  const hand: TakeReport = (part) => send({ kind: 'report', part });
  if (task.cacheDirectory === null) return handWhole(await analyze(told), hand);
  const facts = new FactStore({ directory: task.cacheDirectory, code: ownCode(), log: told.onLog });
  const tests = new TestStore({ directory: task.cacheDirectory, code: ownCode(), facts, log: told.onLog });
  const options = { ...told, keptReadings: facts, keptTests: tests };
  const results = knownResults(task, options.onLog);
  const result =
    results === null
      ? { report: await analyze(options) }
      : await analyzeUnless((tree) => results.find(tree), options);
  if ('known' in result) {
    for (const part of result.known.report) hand(part);
    return result.known.done;
  }
  const done = doneOf(result.report);
  const report = handing(result.report, hand);
  await Promise.all([results?.keep({ done, report }), facts.save(), tests.save()]);
  // What nobody has kept.
  while (report.next().done !== true);
  return done;
}

/** Parts of a report, of which each is handed on when it is asked for. Whoever asks for no more leaves the rest to others. */
function handing(report: Report, hand: TakeReport): IterableIterator<Uint8Array<ArrayBuffer>> {
  const parts = encodeReport(report);
  return {
    next: () => {
      const step = parts.next();
      if (step.done === true) return step;
      const copy = step.value.slice();
      hand(step.value);
      return { value: copy };
    },
    [Symbol.iterator]() {
      return this;
    },
  };
}

function optionsOf(task: WorkerTask, send: (message: WorkerMessage) => void) {
  const onLog = (text: string) => send({ kind: 'log', text });
  const { betweenStages, afterTests, atRest } = collectingBetweenStages(task.cacheDirectory !== null);
  return {
    ...task,
    ahead: new FilesAhead(send),
    openCrew: (size) => openCrew(task, size, onLog),
    onStage: (stage) => {
      betweenStages();
      send({ kind: 'stage', stage });
    },
    onTestsJudged: afterTests,
    onRest: atRest,
    onLog,
    onProgress: (progress) => send({ kind: 'progress', ...progress }),
    ...(task.callsFile === null
      ? {}
      : { onProgram: (program: Program) => writeCalls(program, task.callsFile ?? '') }),
  } satisfies AnalysisOptions;
}

/** The report goes on part by part, for all of a large one would not fit beside what it is made of. */
function handWhole(report: Report, hand: TakeReport): Done {
  for (const part of encodeReport(report)) hand(part);
  return doneOf(report);
}

function doneOf(report: Report): Done {
  return {
    kind: 'done',
    metrics: report.metrics.map(({ id, status, value }) => ({ id, status, value })),
    diagnostics: report.diagnostics.slice(0, SHOWN_DIAGNOSTICS).map(({ code, message, file, line }) => ({
      code,
      message,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
    })),
  };
}

/** Diagnostics repeated as warnings of the run; the report holds all of them. */
const SHOWN_DIAGNOSTICS = 50;

async function writeCalls(program: Program, file: string): Promise<void> {
  try {
    await pipeline(linesOf(dumpCalls(program)), createWriteStream(file));
  } catch (error) {
    throw callsNotWritten(file, error);
  }
}

function callsNotWritten(file: string, cause: unknown): AnalysisError {
  return new AnalysisError('WRITE_FAILED', `cannot write the calls to ${file}: ${String(cause)}`, {
    hint: 'give --dump-calls a file in a directory that exists and can be written to',
    ru: `записать вызовы в ${file} нельзя: ${String(cause)}`,
    cause,
  });
}

function* linesOf(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
