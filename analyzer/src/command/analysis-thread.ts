import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { WorkerMessage, WorkerTask } from '../worker-protocol.ts';
import { KNOWS_COLLECTOR } from './collect-garbage.ts';
import { siblingFile, THREAD_LIMITS } from './threads.ts';

/** The thread of one analysis: it loads its code as soon as it is started, and waits for a task. */
export interface AnalysisThread {
  /** Gives it its task and hears all that it says from then on. */
  readonly begin: (task: WorkerTask, hear: (message: WorkerMessage) => void) => void;
  /** Rejects once it has ended, however early. */
  readonly ended: Promise<never>;
  /** Ends it; nothing waits for one that never began. */
  readonly end: () => Promise<void>;
}

/**
 * Megabytes for each half of the new objects from the first on: V8 starts with one, and collects a dozen times until it has grown.
 * Eight would take 60 MB less of memory, and a twentieth more time.
 */
const ROOM_FOR_NEW_OBJECTS = '--min-semi-space-size=16';

/**
 * Compile as far as Maglev, and soon. An analysis runs for seconds: what TurboFan makes of a function comes late, costs as much again
 * on other cores, and is thrown away whenever the next stage brings objects of another shape. Node has Maglev since its V8 is 13, on these
 * processors; without it code would stay as it is at first. To have Sparkplug compile all at once costs small trees a tenth.
 */
const HAS_MAGLEV = Number.parseInt(process.versions.v8, 10) >= 13 && ['x64', 'arm64'].includes(process.arch);
const COMPILE_FOR_SECONDS = ['--no-turbofan', '--invocation-count-for-maglev=100'];

/** Starts the thread. It keeps the process alive only while it has a task. */
export function startAnalysisThread(): AnalysisThread {
  for (const flag of [ROOM_FOR_NEW_OBJECTS, ...(HAS_MAGLEV ? COMPILE_FOR_SECONDS : []), KNOWS_COLLECTOR])
    setFlagsFromString(flag);
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
