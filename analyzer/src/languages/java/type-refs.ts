import type { TypeParameter, TypeRef } from '../../facts/type-refs.ts';
import { childInField, childOfKind, childrenOf, NO_NODE, type NodeIndex } from '../shared/flat-tree.ts';
import { Field, Kind, keywordKind } from './syntax.ts';
import { MAX_DEPTH, reportTooDeep, sourceOf, textOf, type Unit } from './unit.ts';

const EXTENDS = keywordKind('extends');

/** Reads a type as written; annotations on it are left out, and type arguments nested beyond the cap. */
export function readType(unit: Unit, node: NodeIndex, extraDims = 0): TypeRef {
  const { tree } = unit;
  switch (tree.kind[node]) {
    case Kind.annotatedType:
      return readType(unit, lastTypeChild(unit, node), extraDims);
    case Kind.arrayType: {
      const dimensions = childInField(tree, node, Field.dimensions);
      const element = firstTypeChild(unit, node);
      return readType(unit, element, extraDims + countDimensions(unit, dimensions));
    }
    case Kind.genericType: {
      const name = dottedName(unit, node + 1);
      const args = childOfKind(tree, node, Kind.typeArguments);
      if (unit.depth >= MAX_DEPTH) {
        reportTooDeep(unit, node);
        return withDims({ name }, extraDims);
      }
      return withDims({ name, args: readTypeArguments(unit, args) }, extraDims);
    }
    case Kind.wildcard:
      return readWildcard(unit, node);
    case Kind.scopedTypeIdentifier:
    case Kind.scopedIdentifier:
      return withDims({ name: dottedName(unit, node) }, extraDims);
    default:
      return withDims({ name: node === NO_NODE ? '' : textOf(unit, node) }, extraDims);
  }
}

/** Reads `<A, ? extends B>`; the diamond gives an empty list. */
export function readTypeArguments(unit: Unit, node: NodeIndex): TypeRef[] {
  unit.depth++;
  const types = typesIn(unit, node).map((child) => readType(unit, child));
  unit.depth--;
  return types;
}

/** All types among the children of a node: a type list, a throws clause, alternatives of a catch. */
export function readTypes(unit: Unit, node: NodeIndex): TypeRef[] {
  return node === NO_NODE ? [] : typesIn(unit, node).map((child) => readType(unit, child));
}

/** Reads `<T extends A & B, U>`. */
export function readTypeParameters(unit: Unit, node: NodeIndex): TypeParameter[] {
  const { tree } = unit;
  if (node === NO_NODE) return [];
  const parameters: TypeParameter[] = [];
  for (const child of childrenOf(tree, node)) {
    if (tree.kind[child] !== Kind.typeParameter) continue;
    const name = childOfKind(tree, child, Kind.typeIdentifier);
    const bound = childOfKind(tree, child, Kind.typeBound);
    parameters.push({ name: name === NO_NODE ? '' : textOf(unit, name), bounds: readTypes(unit, bound) });
  }
  return parameters;
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

/** A dotted name without spaces, comments, annotations and type arguments between its parts. */
export function dottedName(unit: Unit, node: NodeIndex): string {
  const kind = unit.tree.kind[node];
  if (kind === Kind.identifier || kind === Kind.typeIdentifier) return textOf(unit, node);
  const text = sourceOf(unit, node);
  if (PLAIN_NAME.test(text)) return unit.texts.of(text);
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

function readWildcard(unit: Unit, node: NodeIndex): TypeRef {
  const bound = firstTypeChild(unit, node);
  if (bound === NO_NODE) return { name: '?' };
  const isUpper = childOfKind(unit.tree, node, EXTENDS) !== NO_NODE;
  return { name: '?', bound: isUpper ? 'extends' : 'super', args: [readType(unit, bound)] };
}

function typesIn(unit: Unit, node: NodeIndex): NodeIndex[] {
  const { tree } = unit;
  const found: NodeIndex[] = [];
  for (const child of childrenOf(tree, node)) {
    if (isTypeKind(tree.kind[child]) || tree.kind[child] === Kind.wildcard) found.push(child);
  }
  return found;
}

/** The first child that is a type, or `NO_NODE`. */
export function firstTypeChild({ tree }: Unit, node: NodeIndex): NodeIndex {
  const end = tree.next[node] ?? 0;
  for (let child = node + 1; child < end; child = tree.next[child] ?? end) {
    if (isTypeKind(tree.kind[child]) || tree.kind[child] === Kind.wildcard) return child;
  }
  return NO_NODE;
}

function lastTypeChild(unit: Unit, node: NodeIndex): NodeIndex {
  return typesIn(unit, node).at(-1) ?? NO_NODE;
}

/** Java knows no array of more dimensions. */
const MOST_DIMS = 255;

function withDims(type: TypeRef, dims: number): TypeRef {
  return dims === 0 ? type : { ...type, dims: Math.min(dims, MOST_DIMS) };
}
