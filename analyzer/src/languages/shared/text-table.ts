/**
 * The names and literals of all files that one parser reads, each kept once: a tree says the same few names over and over.
 * What is handed out holds no part of a file: a long slice of a text would keep all of that text in memory.
 */
export class TextTable {
  /** By itself. Not a Map, which keeps the very string that it is given: a key of an object is copied out of the text that it is a slice of. */
  readonly #texts: Record<string, string> = Object.create(null) as Record<string, string>;

  /** The same text, as it was met first. */
  of(text: string): string {
    const known = this.#texts[text];
    if (known !== undefined) return known;
    this.#texts[text] = text;
    return text;
  }
}
