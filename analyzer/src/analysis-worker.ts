import { parentPort } from 'node:worker_threads';
import { AnalysisError } from './base/errors.ts';
import { resultOf } from './command/analysis-result.ts';
import type { WorkerMessage, WorkerTask } from './worker-protocol.ts';

/** Bytes of the report change hands and are not copied. */
const send = (message: WorkerMessage) =>
  parentPort?.postMessage(message, message.kind === 'report' ? [message.part.buffer] : []);

/** Runs one analysis off the main thread, which stays free for heartbeats, deadlines and signals. */
async function run(task: WorkerTask): Promise<void> {
  try {
    send(await resultOf(task, send));
  } catch (error) {
    send(failureOf(error));
  }
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

parentPort?.once('message', (task: WorkerTask) => void run(task));
