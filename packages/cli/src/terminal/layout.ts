import sliceAnsi from 'slice-ansi';
import wrapAnsi from 'wrap-ansi';
import { columnsOf, isPlain } from './columns.ts';
import type { Glyphs } from './terminal.ts';

/** A text with blanks after it, so many columns in all; longer text stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** A text with blanks before it, so many columns in all; longer text stays as it is. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}

/** The beginning of a text in at most so many columns; what is gone is marked. */
export function cutEnd(text: string, columns: number, { ellipsis }: Glyphs): string {
  if (columnsOf(text) <= columns) return text;
  return fitting(
    columns - ellipsis.length,
    (room) => `${sliceAnsi(text, 0, room).trimEnd()}${ellipsis}`,
    columns,
  );
}

/** The end of a text in at most so many columns, for paths, whose end tells most. */
export function cutStart(text: string, columns: number, { ellipsis }: Glyphs): string {
  const width = columnsOf(text);
  if (width <= columns) return text;
  return fitting(columns - ellipsis.length, (room) => `${ellipsis}${sliceAnsi(text, width - room)}`, columns);
}

/** The longest cut that fits: what slices and what measures do not agree on every mark that joins another. */
function fitting(most: number, cut: (room: number) => string, columns: number): string {
  for (let room = most; room > 0; room -= 1) {
    const text = cut(room);
    if (columnsOf(text) <= columns) return text;
  }
  return '';
}

/** A text broken between words into lines of at most so many columns; a longer word, as a path is, stays whole. */
export function wrap(text: string, columns: number): readonly string[] {
  const room = Math.max(1, columns);
  const isEasy = isPlain(text) && !/^\s|\s$| \u00a0/.test(text);
  return isEasy ? wrapPlain(text, room) : wrapAnsi(text, room).split('\n');
}

/** As the library does it: several blanks stay where no line ends. */
function wrapPlain(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '') line += ' ';
    if (word !== '' && line !== '' && line.length + word.length > columns) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line].map((done) => done.replace(/ +$/, ''));
}

/** Lines that begin with blanks. */
export function indent(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => ' '.repeat(columns) + line);
}

/** A heading of the margin, and text that is broken beside it. */
export function hanging(
  head: string,
  text: string,
  room: { head: number; width: number },
): readonly string[] {
  const [first = '', ...rest] = wrap(text, room.width - room.head);
  return [padEnd(head, room.head) + first, ...indent(rest, room.head)];
}

/** Columns that the widest of some texts takes. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => columnsOf(text)));
}

/** A bar for a share from 0 to 1, in two parts so that they can be coloured; any share above 0 shows at least one cell. */
export function bar(share: number, cells: number, glyphs: Glyphs): { full: string; empty: string } {
  const filled = Math.min(cells, Math.max(share > 0 ? 1 : 0, Math.round(share * cells)));
  return { full: glyphs.full.repeat(filled), empty: glyphs.empty.repeat(cells - filled) };
}
