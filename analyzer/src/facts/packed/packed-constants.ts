import type { ConstantExpression, LiteralType } from '../constants.ts';
import type { Annotation, AnnotationArgument } from '../declarations.ts';
import type { PackReader } from './pack-reader.ts';
import type { PackWriter } from './pack-writer.ts';
import { readType, writeType } from './packed-types.ts';

export const LITERAL_TYPES: readonly LiteralType[] = [
  'string',
  'char',
  'int',
  'long',
  'float',
  'double',
  'boolean',
  'null',
];

const KINDS: readonly ConstantExpression['kind'][] = [
  'literal',
  'name',
  'sum',
  'class',
  'array',
  'annotation',
  'other',
];

export function writeConstant(to: PackWriter, constant: ConstantExpression): void {
  to.word(KINDS, constant.kind);
  switch (constant.kind) {
    case 'literal':
      to.word(LITERAL_TYPES, constant.type);
      return to.text(constant.value);
    case 'name':
      return to.text(constant.name);
    case 'sum':
    case 'array':
      return to.list(constant.items, writeConstant);
    case 'class':
      return writeType(to, constant.type);
    case 'annotation':
      return writeAnnotation(to, constant.annotation);
    case 'other':
      return to.text(constant.text);
  }
}

export function readConstant(from: PackReader): ConstantExpression {
  const kind = from.word(KINDS);
  switch (kind) {
    case 'literal':
      return { kind, type: from.word(LITERAL_TYPES), value: from.text() };
    case 'name':
      return { kind, name: from.text() };
    case 'sum':
    case 'array':
      return { kind, items: from.list(readConstant) };
    case 'class':
      return { kind, type: readType(from) };
    case 'annotation':
      return { kind, annotation: readAnnotation(from) };
    case 'other':
      return { kind, text: from.text() };
  }
}

export function writeAnnotation(to: PackWriter, { name, args, line }: Annotation): void {
  to.text(name);
  to.list(args, writeArgument);
  to.number(line);
}

export function readAnnotation(from: PackReader): Annotation {
  return { name: from.text(), args: from.list(readArgument), line: from.number() };
}

function writeArgument(to: PackWriter, { name, value, line }: AnnotationArgument): void {
  to.text(name);
  writeConstant(to, value);
  to.number(line);
}

function readArgument(from: PackReader): AnnotationArgument {
  return { name: from.text(), value: readConstant(from), line: from.number() };
}
