import { Worker } from 'node:worker_threads';
import { siblingFile } from '../base/sibling-file.ts';
import type { WorkerMessage, WorkerTask } from '../worker-protocol.ts';
import { THREAD_LIMITS } from './threads.ts';

/** The thread of one analysis: it loads its code as soon as it is started, and waits for a task. */
export interface AnalysisThread {
  /** Gives it its task and hears all that it says from then on. */
  readonly begin: (task: WorkerTask, hear: (message: WorkerMessage) => void) => void;
  /** Rejects once it has ended, however early; nothing of it runs then. */
  readonly ended: Promise<never>;
  /** Ends it; nothing waits for one that never began. */
  readonly end: () => Promise<void>;
}

/** Starts the thread. It keeps the process alive only while it has a task. */
export function startAnalysisThread(): AnalysisThread {
  const worker = new Worker(siblingFile('analysis-worker'), { resourceLimits: THREAD_LIMITS, stderr: false });
  worker.unref();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  // Where no task is given nobody asks why it ended.
  ended.catch(() => undefined);
  worker.on('error', reject);
  worker.on('exit', (code) => reject(new Error(`the analysis thread ended with ${code}`)));
  return {
    begin(task, hear) {
      worker.ref();
      worker.on('message', hear);
      worker.postMessage(task);
    },
    ended,
    end: async () => {
      await worker.terminate();
    },
  };
}
