/** The beginning of a text, never half a surrogate pair, with an ellipsis if anything is gone. */
export function clipText(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - 1;
  const splits = end > 0 && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return `${text.slice(0, splits ? end - 1 : end)}…`;
}

/**
 * Text on one line without what changes how other text looks: controls, direction marks and invisible characters become
 * U+FFFD, so that a reader sees that something was there. Longer text ends in an ellipsis.
 */
export function plain(text: string, max: number): string {
  return clipText(text, max)
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Noncharacter_Code_Point}\u115f\u1160\u3164\uffa0]/gu, '\ufffd')
    .replace(/\p{M}{4,}/gu, '\ufffd')
    .replace(/ {2,}/g, ' ')
    .trim();
}
