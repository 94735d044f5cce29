import stringWidth from 'string-width';

/** Latin, Cyrillic, and the signs between words and in bars that we print: each takes one column, and none joins another. */
const PLAIN =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u0400-\u0482\u048a-\u04ff\u2013\u2014\u2018-\u201e\u2026\u2190-\u2193\u2500-\u25a0]*$/;

/** Whether a text takes a column for each of its characters: V8 need not compile the table of all emoji to tell. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  return isPlain(text) ? text.length : stringWidth(text);
}
