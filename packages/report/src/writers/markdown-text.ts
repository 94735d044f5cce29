import { plain } from '../text/plain.ts';

/**
 * Everything that comes from a report is text of an analysed repository, and so may be written to deceive: to forge rows,
 * hide parts, ping people, plant links. Two forms are safe anywhere in a paragraph, a list item or a table cell: `prose`
 * for sentences and `code` for names, paths and source lines.
 */

/** Longest name, path or source line shown, in UTF-16 units. */
const MAX_CODE = 240;

/** Longest sentence shown, in UTF-16 units. */
const MAX_PROSE = 1_200;

/** Stops @mentions, #issues and links without being seen. */
const BREAK = '\u200b';

/** Characters that a Markdown or HTML renderer may take for markup. */
const MARKUP = /[\\`*_{}[\]()<>&|~$!#+=^-]/g;

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '|': '&#124;' };

/** An annotation as code has it, with its arguments: `@PreAuthorize("hasRole('VET')")`. */
const ANNOTATION = /(?<![\w.@)])(@[A-Za-z_]\w*(?:\((?:[^()]|\([^()]*\))*\))?)/;

/**
 * A sentence: markup is shown as written, nothing links or notifies. Annotations become code, which also keeps `@Valid` from
 * pinging a person of that name, and can be copied as it stands.
 */
export function prose(text: string, max: number = MAX_PROSE): string {
  return plain(text, max)
    .split(ANNOTATION)
    .map((part, index) => (index % 2 === 1 ? code(part, max) : escaped(part)))
    .join('');
}

function escaped(text: string): string {
  return text
    .replace(MARKUP, (character) => ENTITIES[character] ?? `\\${character}`)
    .replace(/@|\\#|:(?=\/)|mailto:|xmpp:|www(?=\.)|gh\\-/gi, (mark) => mark + BREAK);
}

/** A name, a path, a route or a line of source, in a code span. */
export function code(text: string, max: number = MAX_CODE): string {
  const shown = plain(text, max);
  if (shown === '') return '–';
  if (!/[<>&|`\\]/.test(shown)) return `\`${shown}\``;
  const entities = shown.replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<code>${entities}</code>`;
}

/** A row of a table; the cells are already safe. */
function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A table with its head; cells are already safe. Numbers in columns named in `right` stand on the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const rule = head.map((_, column) => (right.includes(column) ? '---:' : '---'));
  return [row(head), row(rule), ...rows.map(row)].join('\n');
}

/** A bar of ten blocks for a value from 0 to 1; any value above 0 shows at least one. */
export function bar(value: number): string {
  const filled = Math.min(10, Math.max(value > 0 ? 1 : 0, Math.round(value * 10)));
  return `${'█'.repeat(filled)}${'░'.repeat(10 - filled)}`;
}
