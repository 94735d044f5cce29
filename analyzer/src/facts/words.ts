import { placeIn } from '../base/ordering.ts';

const FIRST_OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const BACKSLASH = 92;
/** What the letters of a name can be written as. */
const UNICODE_ESCAPE = /\\u+([0-9a-fA-F]{4})/g;

/** A number that stands for a word; two words may share one. */
export function wordNumber(word: string): number {
  return numberOf(word, 0, word.length);
}

function numberOf(text: string, start: number, end: number): number {
  let number = FIRST_OFFSET;
  for (let at = start; at < end; at++) number = Math.imul(number ^ text.charCodeAt(at), PRIME);
  return number >>> 0;
}

/**
 * The numbers of all words of a text that begin with no digit, rising, each once: whatever name is in the facts of a file is
 * among its words. Words of comments and literals are among them too.
 */
export function wordsOf(text: string): Uint32Array {
  const found = new Set<number>();
  const hasEscapes = text.includes('\\u');
  for (let start = 0; start < text.length; start++) {
    const end = endOfWord(text, start);
    if (end > start && !isDigit(text.charCodeAt(start))) {
      found.add(numberOf(text, start, end));
      if (hasEscapes) found.add(wordNumber(unescaped(text.slice(start, end))));
    }
    start = end;
  }
  return Uint32Array.from(found).sort();
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && isPart(text.charCodeAt(at))) at++;
  return at;
}

/** Letters, digits, `_`, `$`, all that is not ASCII, and the backslash, which outside of literals only writes letters. */
function isPart(code: number): boolean {
  if (code > 127) return true;
  if (code >= 97) return code <= 122;
  if (code >= 65) return code <= 90 || code === BACKSLASH || code === 95;
  return isDigit(code) || code === 36;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function unescaped(word: string): string {
  return word.replace(UNICODE_ESCAPE, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** Whether a word is among those of a text. */
export function hasWord(words: Uint32Array, number: number): boolean {
  return words[placeIn(words, number)] === number;
}
