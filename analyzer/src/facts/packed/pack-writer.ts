/** One above the largest number that can be written. */
const TOO_LARGE = 2 ** 32;
/** A number takes so many bytes at most: seven bits each. */
const MOST_NUMBER_BYTES = 5;
const FIRST_SIZE = 64 * 1024;
/** That of the head, which is one number a text. */
const HEAD_SIZE = 4 * 1024;

/**
 * Writes numbers and texts one after the other: a number takes one byte below 128, a text is the number of its place in a
 * table that holds it once, however often it comes.
 */
export class PackWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  readonly #places = new Map<string, number>();
  #operation = 0;

  constructor(size = FIRST_SIZE) {
    this.#bytes = new Uint8Array(size);
  }

  /** Bytes written so far, the table of texts not counted. */
  get length(): number {
    return this.#length;
  }

  /** A whole number from 0 to 2³²−1; throws RangeError for any other. */
  number(value: number): void {
    if (!(Number.isInteger(value) && value >= 0 && value < TOO_LARGE))
      throw new RangeError(`${value} is no unsigned 32-bit number`);
    if (this.#length + MOST_NUMBER_BYTES > this.#bytes.length) this.#grow();
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  text(value: string): void {
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(value, place);
    }
    this.number(place);
  }

  /** A number, or null as 0. */
  optional(value: number | null): void {
    this.number(value === null ? 0 : value + 1);
  }

  /** One of a closed list of words, as its place there. */
  word<T extends string>(words: readonly T[], value: T): void {
    this.number(words.indexOf(value));
  }

  list<T>(items: readonly T[], write: (to: PackWriter, item: T) => void): void {
    this.number(items.length);
    for (const item of items) write(this, item);
  }

  /** Tells which operation of its body is written from now on. */
  begin(operation: number): void {
    this.#operation = operation;
  }

  /** An operation that comes before the one that is written, as the distance between them. */
  operand(index: number): void {
    this.number(this.#operation - index);
  }

  optionalOperand(index: number | null): void {
    this.number(index === null ? 0 : this.#operation - index);
  }

  operands(indices: readonly number[]): void {
    this.number(indices.length);
    for (const index of indices) this.operand(index);
  }

  /** Everything that was written, with the table of texts before it. The writer begins anew, in the memory that it has. */
  finish(): Uint8Array<ArrayBuffer> {
    const texts = [...this.#places.keys()];
    const isWide = texts.map((text) => WIDE.test(text));
    const narrow = Buffer.from(texts.filter((_, at) => !isWide[at]).join(''), 'latin1');
    const wide = Buffer.from(texts.filter((_, at) => isWide[at]).join(''), 'utf16le');
    const head = new PackWriter(HEAD_SIZE);
    for (const value of [texts.length, narrow.length, wide.length]) head.number(value);
    texts.forEach((text, at) => {
      head.number(text.length * 2 + (isWide[at] ? 1 : 0));
    });
    const whole = joined([head.#written(), narrow, wide, this.#written()]);
    this.#places.clear();
    this.#length = 0;
    return whole;
  }

  #written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(): void {
    // What it was is free at once, and not when garbage is collected.
    this.#bytes = new Uint8Array(this.#bytes.buffer.transfer(this.#bytes.length * 2));
  }
}

/** In memory of its own, which can change hands. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A text that does not fit into one byte a character. */
const WIDE = /[^\0-\xff]/;
