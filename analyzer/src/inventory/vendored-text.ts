import { kindOfLanguage, type LanguageId } from './languages.ts';

/** A mean line length no person writes; minifiers produce thousands of characters a line. */
const MINIFIED_MEAN_LINE = 300;
/** Below this a one-liner is as likely hand-written. */
const MINIFIED_MIN_LENGTH = 2_000;
const BANNER_LENGTH = 400;

/** A banner that names a release: `/*! name v1.2`, `/** name 1.2.3`. A bare `2.0` is the version of a licence, not of a library. */
const LIBRARY_BANNER =
  /^\s{0,20}\/\*(?:![\s\S]{0,200}?\bv\d{1,3}\.\d|[!*][\s\S]{0,200}?\b\d{1,3}\.\d{1,3}\.\d{1,3}\b)/;
const LICENCE_WORD = /\b(?:licen[cs]e|copyright|\(c\)|https?:)/i;

/** True for browser assets that somebody else published: minified, or opened by a library's own banner. */
export function isVendoredText(text: string, language: LanguageId): boolean {
  if (language !== 'javascript' && kindOfLanguage(language) !== 'style') return false;
  const banner = text.slice(0, BANNER_LENGTH);
  if (LIBRARY_BANNER.test(banner) && LICENCE_WORD.test(banner)) return true;
  return text.length >= MINIFIED_MIN_LENGTH && text.length / (countNewlines(text) + 1) > MINIFIED_MEAN_LINE;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
