import { getHeapStatistics } from 'node:v8';

/** Bytes of objects below which nobody minds what is left lying about. */
const SMALL_HEAP = 256 * 1024 * 1024;
/** A heap that has shrunk to less than this share of what it was has room enough in the memory that it already has. */
const NEARLY_FULL = 0.8;

/** Has threads that are started from now on know how to collect garbage. */
export const KNOWS_COLLECTOR = '--expose-gc';

/**
 * Collects garbage where one stage is done and the next has not begun: the least is of use then. Left alone, V8 lets a heap
 * grow to several times of what it last found in use. Only where more memory would be taken otherwise; gives what to call
 * between stages. Nothing happens in a thread that does not know how.
 */
export function collectingBetweenStages(): () => void {
  let most = SMALL_HEAP;
  return () => {
    const used = getHeapStatistics().used_heap_size;
    if (used < SMALL_HEAP || used < most * NEARLY_FULL) return;
    most = Math.max(most, used);
    globalThis.gc?.();
  };
}
