import type { TypeParameter, TypeRef } from '../type-refs.ts';
import { damaged, type PackReader } from './pack-reader.ts';
import type { PackWriter } from './pack-writer.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const HAS_ARGS = 1;
const HAS_DIMS = 2;
const IS_UPPER = 4;
const IS_LOWER = 8;
/** Dimensions of an array that are written: a name is printed with all of them. */
const MOST_DIMS = 1_000;

export function writeType(to: PackWriter, { name, args, dims, bound }: TypeRef): void {
  const boundFlag = bound === undefined ? 0 : bound === 'extends' ? IS_UPPER : IS_LOWER;
  to.number((args === undefined ? 0 : HAS_ARGS) | (dims === undefined ? 0 : HAS_DIMS) | boundFlag);
  to.text(name);
  if (args !== undefined) to.list(args, writeType);
  if (dims !== undefined) to.number(dims <= MOST_DIMS ? dims : damaged());
}

export function readType(from: PackReader): TypeRef {
  const flags = from.number();
  const type: Mutable<TypeRef> = { name: from.text() };
  if (flags === 0) return type;
  if (flags & HAS_ARGS) type.args = from.list(readType);
  if (flags & HAS_DIMS) type.dims = readDims(from);
  if (flags & IS_UPPER) type.bound = 'extends';
  else if (flags & IS_LOWER) type.bound = 'super';
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
