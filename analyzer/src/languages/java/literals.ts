import type { LiteralType } from '../../facts/constants.ts';
import type { NodeIndex } from '../shared/flat-tree.ts';
import { Kind } from './syntax.ts';
import { sourceOf, textOf, type Unit } from './unit.ts';

/** A literal with its value: text unescaped, numbers in decimal without suffix and underscores. */
export interface LiteralValue {
  readonly type: LiteralType;
  readonly value: string;
}

/** Reads a literal node; null for any other kind of node. */
export function readLiteral(unit: Unit, node: NodeIndex): LiteralValue | null {
  switch (unit.tree.kind[node]) {
    case Kind.stringLiteral:
      return { type: 'string', value: stringAt(unit, node) };
    case Kind.characterLiteral:
      return { type: 'char', value: unit.texts.of(resolveEscapes(sourceOf(unit, node).slice(1, -1))) };
    case Kind.true:
    case Kind.false:
      return { type: 'boolean', value: textOf(unit, node) };
    case Kind.nullLiteral:
      return { type: 'null', value: 'null' };
    case Kind.decimalIntegerLiteral:
    case Kind.hexIntegerLiteral:
    case Kind.octalIntegerLiteral:
    case Kind.binaryIntegerLiteral:
      return integerValue(textOf(unit, node));
    case Kind.decimalFloatingPointLiteral:
    case Kind.hexFloatingPointLiteral:
      return floatingValue(textOf(unit, node));
    default:
      return null;
  }
}

function stringAt(unit: Unit, node: NodeIndex): string {
  const source = sourceOf(unit, node);
  const start = unit.tree.start[node] ?? 0;
  const isPlain = source.length > 1 && !source.includes('\\') && !source.startsWith('"""');
  return isPlain
    ? unit.texts.part(unit.text, start + 1, start + source.length - 1)
    : unit.texts.of(stringValue(source));
}

/** Value of a string literal or text block, as JLS 3.10.5 and 3.10.6 define it. */
function stringValue(source: string): string {
  return source.startsWith('"""') ? textBlockValue(source) : resolveEscapes(source.slice(1, -1));
}

/** A number as nearly all are written: it is its value. */
const PLAIN_INTEGER = /^(?:0|[1-9]\d*)$/;

function integerValue(source: string): LiteralValue {
  if (PLAIN_INTEGER.test(source)) return { type: 'int', value: source };
  const isLong = /[lL]$/.test(source);
  const digits = source.replaceAll('_', '').replace(/[lL]$/, '');
  const type = isLong ? 'long' : 'int';
  if (!/^0[\dxXbBoO]/.test(digits)) return { type, value: digits };
  const prefixed = /^0\d/.test(digits) ? `0o${digits.slice(1)}` : digits;
  if (!/^0(?:[xX][\da-fA-F]+|[bB][01]+|[oO][0-7]+)$/.test(prefixed)) return { type, value: digits };
  return { type, value: BigInt.asIntN(isLong ? 64 : 32, BigInt(prefixed)).toString() };
}

function floatingValue(source: string): LiteralValue {
  const isHex = /^0[xX]/.test(source);
  const suffix = isHex ? /[pP][-+]?\d+([fFdD])$/.exec(source)?.[1] : /[fFdD]$/.exec(source)?.[0];
  const digits = source.replaceAll('_', '').slice(0, suffix === undefined ? undefined : -1);
  return { type: suffix === 'f' || suffix === 'F' ? 'float' : 'double', value: digits };
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  ...{ b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', s: ' ' },
  ...{ '"': '"', "'": "'", '\\': '\\', '\n': '' },
};

/** Resolves the escapes of a string or character literal; what is no escape stays as it is. */
function resolveEscapes(source: string): string {
  if (!source.includes('\\')) return source;
  return source.replace(/\\(?:u+[\da-fA-F]{4}|[0-3]?[0-7]{1,2}|\r\n|[\s\S])/g, (sequence) => {
    const body = sequence.slice(1);
    if (/^u+[\da-fA-F]{4}$/.test(body)) return String.fromCharCode(Number.parseInt(body.slice(-4), 16));
    if (/^[0-7]/.test(body)) return String.fromCharCode(Number.parseInt(body, 8));
    return SIMPLE_ESCAPES[/^\r/.test(body) ? '\n' : body] ?? sequence;
  });
}

/** Strips the shared indentation and trailing blanks of a text block, then resolves its escapes. */
function textBlockValue(source: string): string {
  const content = source.slice(3, source.endsWith('"""') && source.length >= 6 ? -3 : undefined);
  const lines = content.replace(/\r\n?/g, '\n').split('\n').slice(1);
  let indent = Number.POSITIVE_INFINITY;
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    const width = line.length - line.trimStart().length;
    if (width < line.length || isLast) indent = Math.min(indent, width);
  });
  const stripped = lines.map((line) => line.slice(Math.min(indent, line.length)).trimEnd());
  return resolveEscapes(stripped.join('\n'));
}
