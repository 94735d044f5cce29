import { FNV_OFFSET, FNV_PRIME, hashOfWord } from '../word-hash.ts';
import { Token, WORDS } from './token-kinds.ts';

/** 1 for letters, digits, `_` and `$`; and for what is beyond ASCII, which is looked at more closely. */
const NAME_PARTS = Uint8Array.from({ length: 256 }, (_, unit) =>
  unit > 127 || /[\w$]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

const NAME_START = /^\p{XID_Start}/u;
const NAME_PART = /^[\p{XID_Continue}\u00a2]/u;

const LOWER_A = 97;
const UNDERSCORE = 95;

/** Words by their first letter (the last list for `_`) and length. */
const BY_LETTER: readonly (readonly (readonly Word[])[])[] = wordsByLetter();

interface Word {
  readonly text: string;
  readonly kind: number;
}

/** Whether a UTF-16 unit may stand in a name. */
export function isNamePart(unit: number): boolean {
  return unit > 255 || NAME_PARTS[unit] === 1;
}

/** Where a name ends, and what `hashOfWord` says of it. There is one, used again and again. */
export interface Name {
  end: number;
  hash: number;
}

/** Reads the name that starts at a place, which is its end where none does. */
export function readName(text: string, start: number, name: Name): void {
  let at = start;
  let hash = FNV_OFFSET;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127) {
      name.end = endOfRareName(text, start, at);
      name.hash = hashOfWord(text, start, name.end);
      return;
    }
    if (NAME_PARTS[unit] === 0) break;
    hash = Math.imul(hash ^ unit, FNV_PRIME);
  }
  name.end = at;
  name.hash = hash;
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

/** The kind of the word between two places. */
export function wordAt(text: string, start: number, end: number): number {
  const letter = text.charCodeAt(start) - LOWER_A;
  const words = letter === UNDERSCORE - LOWER_A ? BY_LETTER[26] : BY_LETTER[letter];
  const candidates = words?.[end - start];
  if (candidates === undefined) return Token.identifier;
  // By index, as wherever something is asked for each token: an iterator is an object or two.
  for (let index = 0; index < candidates.length; index++) {
    const word = candidates[index];
    if (word !== undefined && text.startsWith(word.text, start)) return word.kind;
  }
  return Token.identifier;
}

function wordsByLetter(): (readonly Word[])[][] {
  const byLetter: Word[][][] = Array.from({ length: 27 }, () => Array.from({ length: 13 }, () => []));
  for (const [text, kind] of WORDS) {
    const letter = text === '_' ? 26 : text.charCodeAt(0) - LOWER_A;
    byLetter[letter]?.[text.length]?.push({ text, kind });
  }
  return byLetter;
}
