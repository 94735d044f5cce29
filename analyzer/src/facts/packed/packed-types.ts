import type { ConstantExpression, LiteralType } from '../constants.ts';
import type { Annotation, AnnotationArgument } from '../declarations.ts';
import type { TypeParameter, TypeRef } from '../type-refs.ts';
import { damaged, type PackReader } from './pack-reader.ts';
import type { PackWriter } from './pack-writer.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const HAS_ARGS = 1;
const HAS_DIMS = 2;
const IS_UPPER = 4;
const IS_LOWER = 8;
const HAS_ANNOTATIONS = 16;
/** Dimensions of an array that are written: a name is printed with all of them. */
const MOST_DIMS = 1_000;

export function writeType(to: PackWriter, { name, args, dims, bound, annotations }: TypeRef): void {
  const boundFlag = bound === undefined ? 0 : bound === 'extends' ? IS_UPPER : IS_LOWER;
  to.number(
    (args === undefined ? 0 : HAS_ARGS) |
      (dims === undefined ? 0 : HAS_DIMS) |
      boundFlag |
      (annotations === undefined ? 0 : HAS_ANNOTATIONS),
  );
  to.text(name);
  if (args !== undefined) to.list(args, writeType);
  if (dims !== undefined) to.number(dims <= MOST_DIMS ? dims : damaged());
  if (annotations !== undefined) to.list(annotations, writeAnnotation);
}

export function readType(from: PackReader): TypeRef {
  const flags = from.number();
  const type: Mutable<TypeRef> = { name: from.text() };
  if (flags === 0) return type;
  if (flags & HAS_ARGS) type.args = from.list(readType);
  if (flags & HAS_DIMS) type.dims = readDims(from);
  if (flags & IS_UPPER) type.bound = 'extends';
  else if (flags & IS_LOWER) type.bound = 'super';
  if (flags & HAS_ANNOTATIONS) type.annotations = from.list(readAnnotation);
  return type;
}

function readDims(from: PackReader): number {
  const dims = from.number();
  return dims <= MOST_DIMS ? dims : damaged();
}

export function writeOptionalType(to: PackWriter, type: TypeRef | null): void {
  to.number(type === null ? 0 : 1);
  if (type !== null) writeType(to, type);
}

export function readOptionalType(from: PackReader): TypeRef | null {
  return from.number() === 0 ? null : readType(from);
}

export function writeTypeParameter(to: PackWriter, { name, bounds }: TypeParameter): void {
  to.text(name);
  to.list(bounds, writeType);
}

export function readTypeParameter(from: PackReader): TypeParameter {
  return { name: from.text(), bounds: from.list(readType) };
}

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
