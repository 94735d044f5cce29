import type { CodeSize, ReadingCrew } from '../stages/reading-beside.ts';
import type { WorkerTask } from '../worker-protocol.ts';
import { FactsThread } from './facts-thread.ts';
import { ownCode } from './own-code.ts';

/** Bytes of test code below which another thread takes longer to start than it saves. */
const LEAST_TESTS_BESIDE = 500_000;
/** Bytes of code below which the same holds of a thread that only reads. */
const LEAST_BESIDE = 1_000_000;

/** Starts the threads that read beside this one, as many as are allowed and worth it; null for none. */
export function openCrew(
  { cacheDirectory, callsFile, threads }: WorkerTask,
  { all, tests }: CodeSize,
  log: (text: string) => void,
): ReadingCrew | null {
  // Calls of tests are written by the thread that has the whole program.
  const hasBench = threads > 1 && tests >= LEAST_TESTS_BESIDE && callsFile === null;
  const others = Math.min(threads - 1, Math.floor(all / LEAST_BESIDE)) - (hasBench ? 1 : 0);
  if (!hasBench && others < 1) return null;
  const readers = Array.from({ length: Math.max(0, others) }, () => new FactsThread({ kept: null }, log));
  const threadsBeside = readers.length + (hasBench ? 1 : 0);
  log(`${all} bytes of code are read with ${threadsBeside} more threads`);
  if (!hasBench) return { readers, bench: null };
  log(`test code is judged in one of them: ${tests} bytes`);
  const kept = cacheDirectory === null ? null : { directory: cacheDirectory, code: ownCode() };
  return { readers, bench: new FactsThread({ kept }, log) };
}
