import { MAX_EVENT_BYTES } from '../schema/contract.ts';
import { type EventLine, parseEventLine, tooLong } from './event-line.ts';

/**
 * Cuts a stream of bytes into event lines. Holds at most one line of the largest allowed length, whatever arrives: the rest
 * of a longer line is dropped, and the line is reported once as too long. Blank lines are skipped; `\r\n` ends a line like `\n`.
 */
export class EventDecoder {
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #overflowed = false;

  /** Takes the next bytes and gives the lines that they complete. Never throws. */
  push(chunk: Uint8Array): EventLine[] {
    const lines: EventLine[] = [];
    let start = 0;
    let newline = chunk.indexOf(NEWLINE);
    while (newline !== -1) {
      this.#hold(chunk.subarray(start, newline));
      const line = this.#take();
      if (line !== null) lines.push(line);
      start = newline + 1;
      newline = chunk.indexOf(NEWLINE, start);
    }
    this.#hold(chunk.subarray(start));
    return lines;
  }

  /** The stream has ended: gives the last line if it had no newline. */
  end(): EventLine[] {
    const line = this.#take();
    return line === null ? [] : [line];
  }

  #hold(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.#overflowed) return;
    const room = MAX_EVENT_BYTES + 1 - this.#heldBytes;
    if (bytes.length > room) this.#overflowed = true;
    const kept = bytes.slice(0, room);
    this.#held.push(kept);
    this.#heldBytes += kept.length;
  }

  #take(): EventLine | null {
    const text = new TextDecoder().decode(Buffer.concat(this.#held)).replace(/\r$/, '');
    const overflowed = this.#overflowed;
    this.#held = [];
    this.#heldBytes = 0;
    this.#overflowed = false;
    if (overflowed) return tooLong(text);
    return text.trim() === '' ? null : parseEventLine(text);
  }
}

const NEWLINE = 0x0a;
