/** A set of whole numbers from 0 to below a size, one bit each: what a set of reached methods costs on a graph of any density. */
export class BitSet {
  readonly #words: Uint32Array;

  constructor(size: number) {
    this.#words = new Uint32Array(Math.ceil(size / 32));
  }

  has(index: number): boolean {
    return ((this.#words[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
  }

  /** Adds a number below the size; whether it was not there. */
  add(index: number): boolean {
    const word = this.#words[index >>> 5] ?? 0;
    const bit = 1 << (index & 31);
    this.#words[index >>> 5] = word | bit;
    return (word & bit) === 0;
  }
}
