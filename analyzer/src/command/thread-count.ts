import { availableParallelism } from 'node:os';
import { getHeapStatistics } from 'node:v8';

/** How many threads somebody asks for: a number above 0, or as many as there are processors for. */
export type WantedThreads = number | 'auto';

/** What a process may use. */
export interface Machine {
  /** Processors that may be used at a time. */
  readonly cores: number;
  /** Bytes that are left for it. */
  readonly memory: number;
}

/** What a further thread takes at most while it reads: code, parser, two spaces for new objects, and what it has read. */
const THREAD_BYTES = 150e6;
/** Beyond these, what only one thread can do takes nearly all of the time. */
const MOST_BY_ITSELF = 8;

/** Threads to work in: no more than there are processors, nor than half of the memory has room for beside the first. */
export function threadCount(wanted: WantedThreads, { cores, memory }: Machine): number {
  const most = wanted === 'auto' ? MOST_BY_ITSELF : wanted;
  const beside = Math.floor(memory / 2 / THREAD_BYTES);
  return Math.max(1, Math.min(most, cores, 1 + beside));
}

/** What this process may use, limits of its container and of its heap included. */
export function thisMachine(): Machine {
  const memory = Math.min(process.availableMemory(), getHeapStatistics().heap_size_limit);
  return { cores: availableParallelism(), memory };
}
