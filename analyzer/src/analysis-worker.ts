import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { WRITERS } from '@csqa/report';
import { AnalysisError } from './base/errors.ts';
import { dumpCalls } from './link/dump-calls.ts';
import type { Program } from './link/program.ts';
import { analyze } from './pipeline.ts';
import type { WorkerMessage, WorkerTask } from './worker-protocol.ts';

/** Runs one analysis off the main thread, which stays free for heartbeats, deadlines and signals. */
async function run(task: WorkerTask): Promise<void> {
  const send = (message: WorkerMessage) => parentPort?.postMessage(message);
  try {
    const report = await analyze({
      ...task,
      onStage: (stage) => send({ kind: 'stage', stage }),
      onLog: (text) => send({ kind: 'log', text }),
      onProgress: (progress) => send({ kind: 'progress', ...progress }),
      ...(task.callsFile === null
        ? {}
        : { onProgram: (program: Program) => writeCalls(program, task.callsFile ?? '') }),
    });
    send({
      kind: 'done',
      report: WRITERS.json.render(report),
      metrics: report.metrics.map(({ id, status, value }) => ({ id, status, value })),
      diagnostics: report.diagnostics.slice(0, SHOWN_DIAGNOSTICS).map(({ code, message, file, line }) => ({
        code,
        message,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
      })),
    });
  } catch (error) {
    send(failureOf(error));
  }
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

function failureOf(error: unknown): WorkerMessage {
  if (error instanceof AnalysisError) {
    return {
      kind: 'failed',
      code: error.code,
      message: error.message,
      hint: error.hint,
      ru: error.ru,
      detail: String(error.stack),
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  const detail = error instanceof Error ? (error.stack ?? message) : message;
  return {
    kind: 'failed',
    code: 'INTERNAL',
    message: `the analyzer met a defect of its own: ${message}`,
    hint: 'please report it with the log',
    ru: `сбой внутри анализатора: ${message}`,
    detail,
  };
}

await run(workerData as WorkerTask);
