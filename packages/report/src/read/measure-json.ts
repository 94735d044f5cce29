/** How large a JSON text may be before it is parsed. */
export interface JsonLimits {
  /** UTF-16 units. */
  readonly length: number;
  /** Arrays and objects inside one another. */
  readonly depth: number;
  /** Array elements and object members, counted by their commas and brackets. */
  readonly values: number;
}

/** What a JSON text exceeds; null where it is within the limits. */
export type JsonExcess = 'length' | 'depth' | 'values' | null;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Measures a JSON text without building anything from it: a few megabytes of `[{},{},…` become gigabytes of objects when
 * parsed. Says nothing about whether the text is JSON at all.
 */
export function jsonExcess(text: string, limits: JsonLimits): JsonExcess {
  if (text.length > limits.length) return 'length';
  let depth = 0;
  let values = 1;
  for (let index = 0; index < text.length; index += 1) {
    switch (text.charCodeAt(index)) {
      case QUOTE:
        index = endOfString(text, index);
        break;
      case COMMA:
        values += 1;
        break;
      case OPEN_ARRAY:
      case OPEN_OBJECT:
        depth += 1;
        values += 1;
        if (depth > limits.depth) return 'depth';
        break;
      case CLOSE_ARRAY:
      case CLOSE_OBJECT:
        depth -= 1;
        break;
    }
    if (values > limits.values) return 'values';
  }
  return null;
}

/** Index of the closing quote, or the end of the text where there is none. */
function endOfString(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close !== -1) {
    let backslashes = 0;
    while (text.charCodeAt(close - 1 - backslashes) === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return close;
    close = text.indexOf('"', close + 1);
  }
  return text.length;
}
