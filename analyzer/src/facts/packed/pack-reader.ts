import { fitted, fittedIndices, NOTHING } from '../../base/lists.ts';

/**
 * Reads what a PackWriter has written. Whatever the bytes are, it ends, takes no more memory than their number allows, and
 * throws a RangeError where they are not what was written.
 */
export class PackReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** Where what was written begins, behind the table of texts. */
  readonly #start: number;
  readonly #narrow: string;
  readonly #wide: string;
  /** Of each text, where it begins, times two, and one more where that is among the wide ones. */
  readonly #begins: Uint32Array;
  readonly #lengths: Uint32Array;
  readonly #texts: (string | undefined)[] = [];
  #operation = 0;

  constructor(block: Uint8Array) {
    this.#bytes = block;
    const count = this.#count();
    const [narrowBytes, wideBytes] = [this.number(), this.number()];
    this.#begins = new Uint32Array(count);
    this.#lengths = new Uint32Array(count);
    const ends = this.#readTable(count);
    const buffer = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
    const wideStart = this.#at + narrowBytes;
    this.#start = wideStart + wideBytes;
    if (ends.narrow !== narrowBytes || ends.wide * 2 !== wideBytes || this.#start > block.length) damaged();
    this.#narrow = buffer.toString('latin1', this.#at, wideStart);
    this.#wide = buffer.toString('utf16le', wideStart, this.#start);
  }

  /** Reads one thing that was written from `start` to `end`, by what `PackWriter.length` was before and after. */
  at<T>(start: number, end: number, read: (from: PackReader) => T): T {
    this.#at = this.#start + start;
    const value = read(this);
    if (this.#at !== this.#start + end) damaged();
    return value;
  }

  number(): number {
    const first = this.#bytes[this.#at++] ?? damaged();
    if (first < 128) return first;
    let value = first & 127;
    for (let unit = 128; unit < 2 ** 35; unit *= 128) {
      const byte = this.#bytes[this.#at++] ?? damaged();
      value += (byte & 127) * unit;
      if (byte < 128) return value < 2 ** 32 ? value : damaged();
    }
    return damaged();
  }

  text(): string {
    const place = this.number();
    return this.#texts[place] ?? this.#cut(place);
  }

  optional(): number | null {
    const value = this.number();
    return value === 0 ? null : value - 1;
  }

  word<T extends string>(words: readonly T[]): T {
    return words[this.number()] ?? damaged();
  }

  list<T>(read: (from: PackReader) => T): readonly T[] {
    const count = this.#count();
    if (count === 0) return NOTHING;
    const items: T[] = [];
    for (let index = 0; index < count; index++) items.push(read(this));
    return fitted(items);
  }

  begin(operation: number): void {
    this.#operation = operation;
  }

  operand(): number {
    const distance = this.number();
    return distance > 0 && distance <= this.#operation ? this.#operation - distance : damaged();
  }

  optionalOperand(): number | null {
    const distance = this.number();
    if (distance === 0) return null;
    return distance <= this.#operation ? this.#operation - distance : damaged();
  }

  operands(): readonly number[] {
    const count = this.#count();
    if (count === 0) return NOTHING;
    const indices: number[] = [];
    for (let index = 0; index < count; index++) indices.push(this.operand());
    return fittedIndices(indices);
  }

  /** A number of things, each of which takes a byte at least. */
  #count(): number {
    const count = this.number();
    return count <= this.#bytes.length - this.#at ? count : damaged();
  }

  #readTable(count: number): { readonly narrow: number; readonly wide: number } {
    let narrow = 0;
    let wide = 0;
    for (let place = 0; place < count; place++) {
      const value = this.number();
      const length = value >>> 1;
      const isWide = (value & 1) === 1;
      this.#lengths[place] = length;
      this.#begins[place] = isWide ? wide * 2 + 1 : narrow * 2;
      if (isWide) wide += length;
      else narrow += length;
      this.#texts.push(undefined);
    }
    return { narrow, wide };
  }

  #cut(place: number): string {
    const value = this.#begins[place] ?? damaged();
    const begin = value >>> 1;
    const end = begin + (this.#lengths[place] ?? 0);
    const text = (value & 1) === 1 ? this.#wide.slice(begin, end) : this.#narrow.slice(begin, end);
    this.#texts[place] = text;
    return text;
  }
}

export function damaged(): never {
  throw new RangeError('this is not what was written');
}
