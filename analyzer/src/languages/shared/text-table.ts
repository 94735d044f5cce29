/** A power of two. */
const RECENT = 4096;

/**
 * The names and literals of all files that one parser reads, each kept once: a tree says the same few names over and over.
 * What is handed out holds no part of a file: a long slice of a text would keep all of that text in memory.
 */
export class TextTable {
  /** By itself. Not a Map, which keeps the very string that it is given: a key of an object is copied out of the text that it is a slice of. */
  readonly #texts: Record<string, string> = Object.create(null) as Record<string, string>;

  /** Texts that were asked for last, by a few of their characters: nine of ten are asked for again soon. */
  readonly #recent: string[] = new Array<string>(RECENT).fill('');

  /** The same as a part of a text, which is not cut out where it was asked for before. */
  part(text: string, start: number, end: number): string {
    const length = end - start;
    if (length <= 0) return '';
    const first = text.charCodeAt(start) + length;
    const inner = text.charCodeAt(start + (length >> 2)) + text.charCodeAt(start + (length >> 1)) * 7;
    const place = (first * 961 + text.charCodeAt(end - 1) * 31 + inner) & (RECENT - 1);
    const recent = this.#recent[place] ?? '';
    if (recent.length === length && text.startsWith(recent, start)) return recent;
    const known = this.of(text.slice(start, end));
    this.#recent[place] = known;
    return known;
  }

  /** The same text, as it was met first. */
  of(text: string): string {
    const known = this.#texts[text];
    if (known !== undefined) return known;
    this.#texts[text] = text;
    return text;
  }
}
