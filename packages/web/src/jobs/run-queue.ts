/** Wakes workers when a run waits. The truth about runs is in their table: a job too many does no harm, a lost one is sent again. */
export interface RunQueue {
  /** Makes its tables where they are missing, and begins. */
  start(): Promise<void>;
  /** Sends a job for a run that waits; a second one for the same run is dropped while nobody has taken the first. */
  wake(runId: string): Promise<void>;
  /** Hands runs to `handle`, at most so many at a time. */
  work(concurrency: number, handle: (runId: string) => Promise<void>): Promise<void>;
  /** Takes no more jobs, and waits for those that are being worked on. */
  stop(): Promise<void>;
}
