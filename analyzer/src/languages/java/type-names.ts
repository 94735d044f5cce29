import type { TypeRef } from '../../facts/type-refs.ts';
import { childInField, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { Field, Kind } from './syntax.ts';
import { sourceOf, textOf, type Unit } from './unit.ts';

/** A dotted name without spaces, comments, annotations and type arguments between its parts. */
export function dottedName(unit: Unit, node: NodeIndex): string {
  const kind = unit.tree.kind[node];
  if (kind === Kind.identifier || kind === Kind.typeIdentifier) return textOf(unit, node);
  const text = textOf(unit, node);
  if (PLAIN_NAME.test(text)) return text;
  return unit.texts.of(kind === Kind.scopedIdentifier ? text.replace(GAPS, '') : joinNames(unit, node));
}

const PLAIN_NAME = /^[\w$.]+$/;
const GAPS = /\s+|\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/g;

/** The identifiers below a name, in order, leaving out annotations and type arguments. */
function joinNames(unit: Unit, node: NodeIndex): string {
  const { tree } = unit;
  const parts: string[] = [];
  const end = tree.next[node] ?? 0;
  for (let at = node; at < end; at++) {
    const kind = tree.kind[at];
    if (kind === Kind.identifier || kind === Kind.typeIdentifier) parts.push(sourceOf(unit, at));
    else if (kind === Kind.typeArguments || kind === Kind.annotation || kind === Kind.markerAnnotation) {
      at = (tree.next[at] ?? end) - 1;
    }
  }
  return parts.join('.');
}

/** True for the kinds a type can have. */
export function isTypeKind(kind: number | undefined): boolean {
  switch (kind) {
    case Kind.typeIdentifier:
    case Kind.scopedTypeIdentifier:
    case Kind.genericType:
    case Kind.arrayType:
    case Kind.annotatedType:
    case Kind.integralType:
    case Kind.floatingPointType:
    case Kind.booleanType:
    case Kind.voidType:
      return true;
    default:
      return false;
  }
}

/** The first child that is a type, or `NO_NODE`. */
export function firstTypeChild({ tree }: Unit, node: NodeIndex): NodeIndex {
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (isTypeKind(tree.kind[child]) || tree.kind[child] === Kind.wildcard) return child;
  }
  return NO_NODE;
}

/** Number of `[]` in a `dimensions` node; 0 where there is none. */
export function countDimensions(unit: Unit, node: NodeIndex): number {
  if (node === NO_NODE) return 0;
  const { tree } = unit;
  const end = tree.end[node] ?? 0;
  let at = tree.start[node] ?? 0;
  let dims = 0;
  let annotation = node + 1;
  while (at < end) {
    if (annotation < (tree.next[node] ?? 0) && at === tree.start[annotation]) {
      at = tree.end[annotation] ?? end;
      annotation = tree.next[annotation] ?? end;
      continue;
    }
    if (unit.text.charCodeAt(at) === 91) dims++;
    at++;
  }
  return dims;
}

/** Reads a type of which no type arguments are told: where Java allows none. */
export function readRawType(unit: Unit, node: NodeIndex): TypeRef {
  if (node === NO_NODE) return { name: '' };
  const isArray = unit.tree.kind[node] === Kind.arrayType;
  if (!isArray) return { name: dottedName(unit, node) };
  const dimensions = countDimensions(unit, childInField(unit.tree, node, Field.dimensions));
  const name = dottedName(unit, firstTypeChild(unit, node));
  return withDims({ name }, dimensions);
}

/** Java knows no array of more dimensions. */
const MOST_DIMS = 255;

export function withDims(type: TypeRef, dims: number): TypeRef {
  return dims === 0 ? type : { ...type, dims: Math.min(dims, MOST_DIMS) };
}
