import { getHeapStatistics } from 'node:v8';

/** Bytes of objects below which nobody minds what is left lying about. */
const SMALL_HEAP = 256 * 1024 * 1024;
/** The same where tests were let go: of what there is half is garbage, and the bodies that run are still to come. */
const SMALL_HEAP_AFTER_TESTS = 192 * 1024 * 1024;
/** A heap that has shrunk to less than this share of what it was has room enough in the memory that it already has. */
const NEARLY_FULL = 0.8;
/** Of what the last collection has left: below that there is too little to be found. */
const GROWN = 1.4;
/** The same where much of that has been let go. */
const GROWN_AT_REST = 1.1;

/** Has threads that are started from now on know how to collect garbage. */
export const KNOWS_COLLECTOR = '--expose-gc';

/** What to call where the least is of use. */
export interface Collector {
  readonly betweenStages: () => void;
  readonly afterTests: () => void;
  readonly atRest: () => void;
}

/**
 * Collects garbage where one stage is done and the next has not begun: the least is of use then. Left alone, V8 lets a heap
 * grow to several times of what it last found in use. Only where more memory would be taken otherwise; gives what to call
 * between stages, and within one where much was let go. Nothing happens in a thread that does not know how.
 */
export function collectingBetweenStages(): Collector {
  let most = 0;
  let left = 0;
  const collectFrom = (least: number, grown: number) => {
    const used = getHeapStatistics().used_heap_size;
    if (used < Math.max(least, most * NEARLY_FULL, left * grown)) return;
    most = Math.max(most, used);
    globalThis.gc?.();
    left = getHeapStatistics().used_heap_size;
  };
  return {
    betweenStages: () => collectFrom(SMALL_HEAP, GROWN),
    afterTests: () => collectFrom(SMALL_HEAP_AFTER_TESTS, GROWN_AT_REST),
    atRest: () => collectFrom(SMALL_HEAP, GROWN_AT_REST),
  };
}
