/** The pieces that json-file and k8s-file cut long lines into; `docker logs --timestamps` marks every one of them. */
const PIECE_BYTES = 16 * 1024;

/** A time as RFC 3339 with a blank after it: `2026-01-01T00:00:00.000000000Z `. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d) /;

/** The longest of these. */
const TIMESTAMP_BYTES = 40;

const NEWLINE = 0x0a;

/**
 * One output of a container as its log has it, with the times taken out. It knows how far it has read, so that a log that
 * was cut off in the middle can be asked for again from the last time on: what was seen before is left out.
 */
export class LogStream {
  readonly #sink: (chunk: Uint8Array) => void;
  #pending: Uint8Array = new Uint8Array(0);
  #lastTime = '';
  /** Pieces already passed on that carry the last time. */
  #seenAtLastTime = 0;
  /** Pieces of this reading that carry the last time of the reading before. */
  #repeated = 0;
  #resumeAt = '';
  #resumeSeen = 0;

  constructor(sink: (chunk: Uint8Array) => void) {
    this.#sink = sink;
  }

  /** Time of the last piece, to ask from there; empty where nothing came yet. */
  get lastTime(): string {
    return this.#lastTime;
  }

  /** The log is asked for once more, from the last time on. An incomplete piece comes again. */
  restart(): void {
    this.#pending = new Uint8Array(0);
    this.#resumeAt = this.#lastTime;
    this.#resumeSeen = this.#seenAtLastTime;
    this.#repeated = 0;
  }

  push(chunk: Uint8Array): void {
    let rest: Uint8Array = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    for (let end = pieceEnd(rest); end !== null; end = pieceEnd(rest)) {
      this.#take(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
    this.#pending = Uint8Array.from(rest);
  }

  /** The output has ended: a last piece without a newline counts. */
  end(): void {
    if (this.#pending.length > 0) this.#take(this.#pending);
    this.#pending = new Uint8Array(0);
  }

  #take(piece: Uint8Array): void {
    const time = timeOf(piece);
    // What bears no time is said by the command line itself, as that its connection was cut.
    if (time === null) return;
    const content = piece.subarray(time.length + 1);
    if (this.#resumeAt !== '' && time <= this.#resumeAt && this.#isRepeated(time)) return;
    this.#seenAtLastTime = time === this.#lastTime ? this.#seenAtLastTime + 1 : 1;
    this.#lastTime = time;
    this.#sink(content);
  }

  #isRepeated(time: string): boolean {
    if (time < this.#resumeAt) return true;
    this.#repeated += 1;
    return this.#repeated <= this.#resumeSeen;
  }
}

function timeOf(piece: Uint8Array): string | null {
  const head = Buffer.from(piece.subarray(0, TIMESTAMP_BYTES)).toString('latin1');
  const match = TIMESTAMP.exec(head);
  return match === null ? null : match[0].trimEnd();
}

/** Where the first piece ends: after its newline, or after as many bytes as a piece can have. Null where more must come. */
function pieceEnd(bytes: Uint8Array): number | null {
  const newline = bytes.indexOf(NEWLINE);
  const time = timeOf(bytes);
  const longest = (time === null ? 0 : time.length + 1) + PIECE_BYTES;
  if (newline !== -1 && newline < longest + 1) return newline + 1;
  return bytes.length >= longest + 1 ? longest : null;
}
