import { outputTail } from '../processes/output-tail.ts';

/** What V8 says before it aborts, and Node of a worker that it ended: that, too, is the memory limit. */
const HEAP_IS_FULL = /JavaScript heap out of memory|ERR_WORKER_OUT_OF_MEMORY/;

const LAST_WORDS_BYTES = 16 * 1024;

/** The heap's share of a memory limit: buffers, code and WebAssembly memory lie outside of the heap. */
const HEAP_SHARE = 0.75;

const BYTES_PER_MIB = 1024 * 1024;

/** MiB for `--max-old-space-size` of Node under a memory limit. */
export function heapMib(memoryBytes: number): number {
  return Math.max(1, Math.floor((memoryBytes * HEAP_SHARE) / BYTES_PER_MIB));
}

/** Listens to the log of an analyzer for the one thing that its exit code does not tell. */
export function listenForFullHeap(): {
  readonly hear: (chunk: Uint8Array) => void;
  /** True where the analyzer failed and said that its heap is full. */
  readonly wasFull: (exitCode: number | null) => boolean;
} {
  const lastWords = outputTail(LAST_WORDS_BYTES);
  return {
    hear: lastWords.push,
    wasFull: (exitCode) => exitCode !== 0 && HEAP_IS_FULL.test(lastWords.text()),
  };
}
