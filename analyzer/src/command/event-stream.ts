import { writeSync } from 'node:fs';
import type { AnalyzerEvent } from '@csqa/report';
import { CAPS, clipText, EVENT_VERSION, formatEvent } from '@csqa/report/speaker';

/** An event without its envelope. */
export type EventBody = AnalyzerEvent extends infer Event
  ? Event extends AnalyzerEvent
    ? Omit<Event, 'v' | 'seq' | 'ts'>
    : never
  : never;

/** UTF-16 units of a text in an event: far below the longest line a reader takes. */
const TEXT_LIMIT = 4_000;

/** Writes the events of one run to standard output, one a line, numbered. */
export class EventStream {
  #next = 0;
  readonly #write: (line: string) => void;
  readonly #now: () => Date;

  constructor(write: (line: string) => void, now: () => Date) {
    this.#write = write;
    this.#now = now;
  }

  send(body: EventBody): void {
    const clipped = Object.fromEntries(
      Object.entries(body).map(([key, value]) => [
        key,
        typeof value === 'string' ? clipText(value, key === 'file' ? CAPS.path : TEXT_LIMIT) : value,
      ]),
    );
    const event = { v: EVENT_VERSION, seq: this.#next++, ts: this.#now().toISOString(), ...clipped };
    this.#write(formatEvent(event as AnalyzerEvent));
  }
}

/** Writes to standard output before it returns, so that nothing is lost when the process ends. A closed pipe ends the run. */
export function writeToStandardOutput(line: string): void {
  const bytes = Buffer.from(line);
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') continue;
      throw error;
    }
  }
}
