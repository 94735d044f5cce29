import { HASH_START, hashOfWord, hashWith } from '../../shared/word-hash.ts';
import { Token, WORDS } from './token-kinds.ts';

/** 1 for letters, digits, `_` and `$`; and for what is beyond ASCII, which is looked at more closely. */
const NAME_PARTS = Uint8Array.from({ length: 256 }, (_, unit) =>
  unit > 127 || /[\w$]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

const NAME_START = /^\p{XID_Start}/u;
const NAME_PART = /^[\p{XID_Continue}\u00a2]/u;

/** A power of two, of which the words take a tenth: most names meet none of them. */
const PLACES = 1024;
/** Words by what `hashOfWord` says of them, at the next place that was free; a kind of 0 where there is none. */
const WORD_HASHES = new Int32Array(PLACES);
const WORD_KINDS = new Uint8Array(PLACES);
const WORD_TEXTS: string[] = new Array<string>(PLACES).fill('');

for (const [text, kind] of WORDS) {
  const hash = hashOfWord(text, 0, text.length);
  let place = hash & (PLACES - 1);
  while (WORD_KINDS[place] !== 0) place = (place + 1) & (PLACES - 1);
  WORD_HASHES[place] = hash;
  WORD_KINDS[place] = kind;
  WORD_TEXTS[place] = text;
}

/** Whether a UTF-16 unit may stand in a name. */
export function isNamePart(unit: number): boolean {
  return unit > 255 || NAME_PARTS[unit] === 1;
}

/** A text, and the same as its UTF-16 units with a zero after the last. */
export interface Written {
  readonly text: string;
  readonly units: Uint16Array;
}

/** Where a name ends, and what `hashOfWord` says of it. There is one, used again and again. */
export interface Name {
  end: number;
  hash: number;
}

/** Reads the name that starts at a place, which is its end where none does. */
export function readName({ text, units }: Written, start: number, name: Name): void {
  let at = start;
  let hash = HASH_START;
  let unit = units[at] ?? 0;
  // The zero after a text is no part of a name.
  while (unit <= 127 && NAME_PARTS[unit] === 1) {
    hash = hashWith(hash, unit);
    unit = units[++at] ?? 0;
  }
  name.end = unit > 127 ? endOfRareName(text, start, at) : at;
  name.hash = unit > 127 ? hashOfWord(text, start, name.end) : hash;
}

/** The same from where the name leaves ASCII. */
function endOfRareName(text: string, start: number, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit <= 127) {
      if (NAME_PARTS[unit] === 0) break;
      at++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (!(at === start ? NAME_START : NAME_PART).test(character)) return start;
    at += character.length;
  }
  return at;
}

/** The kind of a word that starts at a place. */
export function wordAt(text: string, start: number, { end, hash }: Name): number {
  for (let place = hash & (PLACES - 1); WORD_KINDS[place] !== 0; place = (place + 1) & (PLACES - 1)) {
    if (WORD_HASHES[place] !== hash) continue;
    const word = WORD_TEXTS[place] ?? '';
    if (word.length === end - start && text.startsWith(word, start)) return WORD_KINDS[place] ?? 0;
  }
  return Token.identifier;
}
