import { Properties, type PropertiesNode } from 'properties-file/parser';

/** One key of a `.properties` text with its place. */
export interface PropertyLine {
  readonly key: string;
  readonly value: string;
  /** Line the key starts on, 1-based. */
  readonly line: number;
  /** Number of `#---` separators before it: Spring Boot reads each part as a document of its own. */
  readonly document: number;
}

/** Reads a text in the format of `java.util.Properties`, duplicates included, in file order. */
export function readPropertiesText(text: string): readonly PropertyLine[] {
  const lines: PropertyLine[] = [];
  let document = 0;
  for (const node of new Properties(text.replace(MALFORMED_ESCAPE, keepAsWritten)).nodes) {
    if (isSeparator(node)) document += 1;
    else if (node.type === 'property') {
      lines.push({ key: node.key, value: node.value, line: node.startingLineNumber, document });
    }
  }
  return lines;
}

/** A `\u` without four digits, at which Java and the library give up on the whole file; an escaped backslash is stepped over. */
const MALFORMED_ESCAPE = /\\(?:\\|u(?![0-9a-fA-F]{4}))/g;

function keepAsWritten(written: string): string {
  return written === '\\u' ? '\\\\u' : written;
}

/** A line of exactly `#---` or `!---`, without leading blanks. */
function isSeparator(node: PropertiesNode): boolean {
  return node.type === 'comment' && /^[#!]---\s*$/.test(node.rawLine);
}
