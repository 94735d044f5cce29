import { parentPort } from 'node:worker_threads';
import { AnalysisError } from '../base/errors.ts';
import type { WorkerMessage, WorkerTask } from '../worker-protocol.ts';
import { resultOf } from './analysis-result.ts';
import { workAsUsual, workForSeconds } from './v8-settings.ts';

/** Bytes of the report change hands and are not copied. */
const send = (message: WorkerMessage) =>
  parentPort?.postMessage(message, message.kind === 'report' ? [message.part.buffer] : []);

/**
 * Waits for the task of this thread and runs one analysis, off the main thread, which stays free for heartbeats, deadlines and
 * signals. `finished` is called before the result is told, for whoever hears that ends the thread.
 */
export function serveAnalysis(finished: () => void): void {
  parentPort?.once('message', (task: WorkerTask) => void run(task, finished));
}

async function run(task: WorkerTask, finished: () => void): Promise<void> {
  workForSeconds();
  try {
    const result = await resultOf(task, send);
    workAsUsual();
    finished();
    send(result);
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
