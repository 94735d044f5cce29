import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of objects below which nobody minds what is left lying about. */
const SMALL_HEAP = 352 * 1024 * 1024;
/** The same where more is kept for the next run than a report takes. */
const SMALL_HEAP_BESIDE_KEPT = 256 * 1024 * 1024;
/** The same where tests were let go: of what there is half is garbage, and the bodies that run are still to come. */
const SMALL_HEAP_AFTER_TESTS = 192 * 1024 * 1024;
/** A heap that has shrunk to less than this share of what it was has room enough in the memory that it already has. */
const NEARLY_FULL = 0.8;
/** Of what the last collection has left: below that there is too little to be found. */
const GROWN = 1.4;
/** The same where much of that has been let go. */
const GROWN_AT_REST = 1.1;

/** What to call where the least is of use. */
export interface Collector {
  readonly betweenStages: () => void;
  readonly afterTests: () => void;
  readonly atRest: () => void;
}

/**
 * Collects garbage where one stage is done and the next has not begun: the least is of use then. Left alone, V8 lets a heap
 * grow to several times of what it last found in use. Only where more memory would be taken otherwise; gives what to call
 * between stages, and within one where much was let go. `isMuchKept`: whether facts and what tests come to are kept for another run.
 */
export function collectingBetweenStages(isMuchKept: boolean): Collector {
  const small = isMuchKept ? SMALL_HEAP_BESIDE_KEPT : SMALL_HEAP;
  let most = 0;
  let left = 0;
  let collect: (() => void) | null = null;
  const collectFrom = (least: number, grown: number) => {
    const used = getHeapStatistics().used_heap_size;
    if (used < Math.max(least, most * NEARLY_FULL, left * grown)) return;
    most = Math.max(most, used);
    collect ??= collectorOfV8();
    collect();
    left = getHeapStatistics().used_heap_size;
  };
  return {
    betweenStages: () => collectFrom(small, GROWN),
    afterTests: () => collectFrom(SMALL_HEAP_AFTER_TESTS, GROWN_AT_REST),
    atRest: () => collectFrom(small, GROWN_AT_REST),
  };
}

/** Only contexts that are made after the flag have it, and the flag is gone again, for it would keep V8 from taking compiled code. */
function collectorOfV8(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return collect;
}
