import { hashOfWord } from './word-hash.ts';

/** A power of two. */
const RECENT = 4096;
/** Places to begin with, a power of two. */
const PLACES = 1 << 12;
/** Places that are looked at for one text: where more are taken, somebody has chosen texts that hash alike. */
const MOST_TRIED = 64;
/** Characters of a text from which on the engine keeps a part of it by reference. */
const LEAST_REFERRED = 13;
/** Longer texts are rare. */
const MOST_COPIED = 1024;
const LATIN = 0xff;

/**
 * The names and literals of all files that one parser reads, each kept once: a tree says the same few names over and over.
 * What is handed out holds no part of a file: a long slice of a text would keep all of that text in memory.
 */
export class TextTable {
  /** Each once, in the order in which they came, with a hash of each. */
  readonly #texts: string[] = [];
  #hashes = new Int32Array(PLACES / 2);
  /** By hash, or at the next place that was free: the number of a text, from 1 on. */
  #places = new Int32Array(PLACES);
  /** Those that had no place near enough: hostile sources end up in a table whose hash nobody can foresee. */
  readonly #crowded = new Map<string, string>();

  /** Texts that were asked for last, by a few of their characters: nine of ten are asked for again soon. */
  readonly #recent: string[] = new Array<string>(RECENT).fill('');
  /** Where texts are copied. */
  readonly #room = Buffer.allocUnsafeSlow(MOST_COPIED);

  /** The same as a part of a text, which is not cut out where it was asked for before. */
  part(text: string, start: number, end: number): string {
    const length = end - start;
    if (length <= 0) return '';
    const first = text.charCodeAt(start) + length;
    const inner = text.charCodeAt(start + (length >> 2)) + text.charCodeAt(start + (length >> 1)) * 7;
    const place = (first * 961 + text.charCodeAt(end - 1) * 31 + inner) & (RECENT - 1);
    const recent = this.#recent[place] ?? '';
    if (recent.length === length && text.startsWith(recent, start)) return recent;
    const known = this.#find(text, start, end);
    this.#recent[place] = known;
    return known;
  }

  /** The same text, as it was met first. */
  of(text: string): string {
    return this.#find(text, 0, text.length);
  }

  /** A table of our own: as a key of an object or a Map a part would have to be cut out to be looked up. */
  #find(text: string, start: number, end: number): string {
    const hash = hashOfWord(text, start, end);
    const places = this.#places;
    const last = places.length - 1;
    let place = hash & last;
    for (let tried = 0; tried < MOST_TRIED; tried++) {
      const number = places[place] ?? 0;
      if (number === 0) return this.#add(this.#copyOf(text, start, end), hash, place);
      const known = this.#hashes[number - 1] === hash ? (this.#texts[number - 1] ?? '') : null;
      if (known !== null && known.length === end - start && text.startsWith(known, start)) return known;
      place = (place + 1) & last;
    }
    return this.#findCrowded(this.#copyOf(text, start, end));
  }

  #add(text: string, hash: number, place: number): string {
    this.#hashes[this.#texts.length] = hash;
    this.#places[place] = this.#texts.push(text);
    if (this.#texts.length === this.#hashes.length) this.#grow();
    return text;
  }

  #findCrowded(text: string): string {
    const known = this.#crowded.get(text);
    if (known !== undefined) return known;
    this.#crowded.set(text, text);
    return text;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const places = new Int32Array(this.#places.length * 2);
    this.#places = places;
    const last = places.length - 1;
    this.#texts.forEach((text, index) => {
      let place = (hashes[index] ?? 0) & last;
      let tried = 1;
      for (; places[place] !== 0 && tried < MOST_TRIED; tried++) place = (place + 1) & last;
      if (places[place] === 0) places[place] = index + 1;
      else this.#findCrowded(text);
    });
  }

  /** A part of a text that keeps nothing else of it. */
  #copyOf(text: string, start: number, end: number): string {
    const length = end - start;
    if (length < LEAST_REFERRED) return text.slice(start, end);
    if (length > MOST_COPIED) return ownKey(text.slice(start, end));
    const room = this.#room;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(start + at);
      if (unit > LATIN) return ownKey(text.slice(start, end));
      room[at] = unit;
    }
    return room.toString('latin1', 0, length);
  }
}

/** The same text by itself: a key of an object is copied out of the text that it is a part of. */
function ownKey(text: string): string {
  return Object.keys({ [text]: true })[0] ?? '';
}
