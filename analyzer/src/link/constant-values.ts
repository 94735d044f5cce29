import type { ConstantValue } from './program.ts';

/** A constant that could not be told, with the reason. */
export function unknownConstant(reason: string): ConstantValue {
  return { kind: 'unknown', reason };
}

/** Folds a literal as the source means it. */
export function literalValue(type: string, value: string): ConstantValue {
  switch (type) {
    case 'string':
    case 'char':
      return { kind: 'text', value };
    case 'boolean':
      return { kind: 'boolean', value: value === 'true' };
    case 'null':
      return { kind: 'null' };
    default: {
      const number = Number(value);
      return Number.isNaN(number) ? { kind: 'text', value } : { kind: 'number', value: number };
    }
  }
}

/** Folds `a + b + …`: numbers are added as long as no text has come, from then on all is text (JLS 15.18). */
export function sumOf(items: readonly ConstantValue[]): ConstantValue {
  let sum: ConstantValue | null = null;
  for (const item of items) sum = sum === null ? item : plus(sum, item);
  return sum ?? unknownConstant('empty sum');
}

function plus(left: ConstantValue, right: ConstantValue): ConstantValue {
  if (left.kind === 'number' && right.kind === 'number')
    return { kind: 'number', value: left.value + right.value };
  return joined([...partsOf(left), ...partsOf(right)]);
}

/** Text as known parts; null stands for an unknown one. */
export function partsOf(value: ConstantValue): readonly (string | null)[] {
  switch (value.kind) {
    case 'text':
      return [value.value];
    case 'number':
    case 'boolean':
      return [String(value.value)];
    case 'null':
      return ['null'];
    case 'enum':
      return [value.name];
    case 'partial':
      return value.parts;
    default:
      return [null];
  }
}

/**
 * Longest text that is folded, in UTF-16 units, and most parts of one that is partly known. Constants that are twice the
 * constant below them, sixty deep, would fill any memory; no route, query or name is near this.
 */
const MAX_TEXT_LENGTH = 65_536;
const MAX_PARTS = 1_024;

/** Puts parts together: text where all are known, else partial text, else nothing. */
export function joined(parts: readonly (string | null)[]): ConstantValue {
  const merged: (string | null)[] = [];
  let length = 0;
  for (const part of parts) {
    length += part?.length ?? 0;
    if (length > MAX_TEXT_LENGTH || merged.length > MAX_PARTS) return unknownConstant('too long');
    append(merged, part);
  }
  const [only = ''] = merged;
  if (merged.length > 1) return { kind: 'partial', parts: merged };
  return only === null ? unknownConstant('no part is constant') : { kind: 'text', value: only };
}

/** Runs of known text and runs of unknown parts become one part each. */
function append(merged: (string | null)[], part: string | null): void {
  const last = merged.at(-1);
  if (part === '' || (part === null && last === null)) return;
  if (part !== null && typeof last === 'string') merged[merged.length - 1] = last + part;
  else merged.push(part);
}

/** Directives of a format string, `%2$-10s`; widths and flags are passed over. */
const DIRECTIVE = /%(?:(\d{1,4})\$)?[-#+ 0,(]{0,6}\d{0,6}(?:\.\d{1,6})?([a-zA-Z%])/g;

/** Fills a format string in; what is not constant stays unknown. */
export function formatted(format: ConstantValue, args: readonly ConstantValue[]): ConstantValue {
  let next = 0;
  const fill = (match: RegExpExecArray): readonly (string | null)[] => {
    if (match[2] === '%') return ['%'];
    if (match[2] === 'n') return ['\n'];
    const index = match[1] === undefined ? next++ : Number(match[1]) - 1;
    return partsOf(args[index] ?? unknownConstant('no argument'));
  };
  return joined(partsOf(format).flatMap((part) => (part === null ? [null] : filled(part, fill))));
}

function filled(
  text: string,
  fill: (match: RegExpExecArray) => readonly (string | null)[],
): readonly (string | null)[] {
  const parts: (string | null)[] = [];
  let from = 0;
  for (const match of text.matchAll(DIRECTIVE)) {
    parts.push(text.slice(from, match.index), ...fill(match));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}
