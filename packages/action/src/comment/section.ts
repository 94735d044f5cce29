/** A part of a document that may be shortened: as many of its items are shown as there is room for. */
export interface Section {
  /** What stands above the items; Markdown. */
  readonly heading: string;
  /** One or more lines of Markdown each, the most important first. */
  readonly items: readonly string[];
  /** How many there are in all; more than `items` where the caller shows some of them only. */
  readonly all: number;
  /** What stands between two items; a line break by default. */
  readonly between?: string;
  /** Title under which a reader opens the section; absent for one that is open. */
  readonly folded?: string;
  /** The line that says how many are left out. */
  readonly more: (hidden: number) => string;
}

/** Room kept for the line that says how many items are left out. */
const MORE_BYTES = 80;

/**
 * The sections that fit into so many bytes of UTF-8, in order, each shortened from its end where it must be. A text has at
 * least as many bytes as UTF-16 units, so the bound holds for both. `isWhole` is false where anything is missing.
 */
export function fitSections(
  sections: readonly Section[],
  maxBytes: number,
): { readonly text: string; readonly isWhole: boolean } {
  const parts: string[] = [];
  let left = maxBytes;
  let isWhole = true;
  for (const section of sections) {
    const fitted = fitSection(section, left - 2);
    if (fitted === null || fitted.hidden > 0) isWhole = false;
    if (fitted === null) continue;
    left -= Buffer.byteLength(fitted.text) + 2;
    parts.push(fitted.text);
  }
  return { text: parts.join('\n\n'), isWhole };
}

/** null where not even one item fits. */
function fitSection(section: Section, maxBytes: number): { text: string; hidden: number } | null {
  const { heading, items, all, folded, between = '\n', more } = section;
  const frame = folded === undefined ? '' : `<details>\n<summary>${folded}</summary>\n\n\n\n</details>`;
  const separator = Buffer.byteLength(between);
  let left = maxBytes - Buffer.byteLength(heading) - Buffer.byteLength(frame) - MORE_BYTES - 4;
  const shown: string[] = [];
  for (const item of items) {
    left -= Buffer.byteLength(item) + separator;
    if (left < 0) break;
    shown.push(item);
  }
  if (shown.length === 0) return null;
  const rest = all - shown.length;
  const body = [...(heading === '' ? [] : [heading, '']), shown.join(between)];
  if (rest > 0) body.push(between === '\n' ? more(rest) : `\n${more(rest)}`);
  const text = body.join('\n');
  const whole =
    folded === undefined ? text : `<details>\n<summary>${folded}</summary>\n\n${text}\n\n</details>`;
  return { text: whole, hidden: items.length - shown.length };
}

/** A section of one piece that is shown whole or not at all. */
export function block(text: string, folded?: string): Section {
  return { heading: '', items: [text], all: 1, more: () => '', ...(folded === undefined ? {} : { folded }) };
}
