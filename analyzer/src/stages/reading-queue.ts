import type { FactSource } from '../facts/file-reading.ts';

/** Who wants what is read of a file: whoever links the program, or whoever judges test code. */
export type Wanting = 'program' | 'bench';

/** A text that is to be read. */
export interface WaitingFile {
  readonly source: FactSource;
  readonly module: string;
  readonly isTest: boolean;
  readonly wanting: Wanting;
}

/** Files that wait for somebody to read them, by who wants them; the largest go first, but for whoever wants the smallest. */
export class ReadingQueue {
  /** The largest last. */
  readonly #files: Record<Wanting, WaitingFile[]> = { program: [], bench: [] };
  readonly #chars: Record<Wanting, number> = { program: 0, bench: 0 };
  #isSorted = true;

  /** Characters of all texts that wait. */
  get chars(): number {
    return this.#chars.program + this.#chars.bench;
  }

  add(file: WaitingFile): void {
    this.#files[file.wanting].push(file);
    this.#chars[file.wanting] += file.source.text.length;
    this.#isSorted = false;
  }

  /**
   * The largest files, with so many characters together, but one at least; all of them for the same place: the given one
   * while it has any, without one where more is left. Empty where nothing waits.
   */
  takeLargest(most: number, place: Wanting | null): readonly WaitingFile[] {
    this.#sort();
    const { program, bench } = this.#chars;
    const files = this.#files[this.#withFiles(place ?? (program >= bench ? 'program' : 'bench'))];
    const taken: WaitingFile[] = [];
    for (let left = most; ; ) {
      const file = files.at(-1);
      if (file === undefined || (taken.length > 0 && file.source.text.length > left)) return taken;
      left -= file.source.text.length;
      files.pop();
      this.#chars[file.wanting] -= file.source.text.length;
      taken.push(file);
    }
  }

  /** The smallest file for a place, of the other where it has none; null where nothing waits. */
  takeSmallest(place: Wanting): WaitingFile | null {
    this.#sort();
    const file = this.#files[this.#withFiles(place)].shift() ?? null;
    if (file !== null) this.#chars[file.wanting] -= file.source.text.length;
    return file;
  }

  #withFiles(place: Wanting): Wanting {
    if (this.#files[place].length > 0) return place;
    return place === 'program' ? 'bench' : 'program';
  }

  #sort(): void {
    if (this.#isSorted) return;
    this.#isSorted = true;
    for (const files of Object.values(this.#files))
      files.sort((left, right) => left.source.text.length - right.source.text.length);
  }
}
