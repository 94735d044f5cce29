import { parentPort, type Transferable } from 'node:worker_threads';
import { AnalysisError } from '../base/errors.ts';
import type { WorkerMessage, WorkerTask } from '../worker-protocol.ts';
import { resultOf } from './analysis-result.ts';
import { workAsUsual, workForSeconds } from './v8-settings.ts';

const send = (message: WorkerMessage) => parentPort?.postMessage(message, handedOver(message));

/** What changes hands and is not copied: bytes of the report among it. */
function handedOver(message: WorkerMessage): Transferable[] {
  if (message.kind === 'report') return [message.part.buffer];
  return message.kind === 'read-ahead' ? [message.port, message.paths.buffer] : [];
}

/**
 * Waits for the task of this thread and runs one analysis, off the main thread, which stays free for heartbeats, deadlines and
 * signals. `finished` is called once the result is told, while others make use of it; then the thread ends.
 */
export function serveAnalysis(finished: () => void): void {
  parentPort?.once('message', (task: WorkerTask) => void run(task, finished));
}

async function run(task: WorkerTask, finished: () => void): Promise<void> {
  workForSeconds();
  try {
    send(await resultOf(task, send));
  } catch (error) {
    send(failureOf(error));
    return;
  }
  workAsUsual();
  finished();
  process.exit();
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
